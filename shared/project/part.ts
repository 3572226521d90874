import { z } from 'zod';
import { idSchema } from '../core/ids.ts';

/** What a part of a text is: what was asked, what was answered to it, or what one needs to know besides. */
export const partRoleSchema = z.enum(['context', 'prompt', 'answer']);
export type PartRole = z.infer<typeof partRoleSchema>;

/**
 * A part of a text item, as code points `[start, end)` of its one file: the text stays byte for byte, and spans, flags
 * and hidden ranges work in it as in any other. `name` says where the part comes from (a model, an author); it never
 * reaches the window, so that answers are judged by what they say.
 */
export const partSchema = z
  .strictObject({
    id: idSchema,
    role: partRoleSchema,
    name: z.string().min(1).max(200).exactOptional(),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .refine((part) => part.end > part.start, { message: 'a part covers at least one code point' });
export type Part = z.infer<typeof partSchema>;

/** The parts of one text, in the order of the file; none overlap, ids are unique. */
export const partsSchema = z
  .array(partSchema)
  .max(60)
  .refine((parts) => parts.every((part, at) => part.start >= (parts[at - 1]?.end ?? 0)), {
    message: 'parts are in order and do not overlap',
  })
  .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, { message: 'each part once' });

/**
 * Whether each part begins a line and ends one, and lies within the text: only such parts can stand side by side
 * without a line being cut.
 */
export function partsFitText(parts: readonly Part[], text: string): boolean {
  const characters = Array.from(text);
  return parts.every(
    ({ start, end }) =>
      end <= characters.length &&
      (start === 0 || characters[start - 1] === '\n') &&
      (end === characters.length || characters[end - 1] === '\n' || isLineEnd(characters, end)),
  );
}

/** A line ends before `at`: a line feed follows, with or without a carriage return. */
function isLineEnd(characters: readonly string[], at: number): boolean {
  return characters[at] === '\n' || (characters[at] === '\r' && characters[at + 1] === '\n');
}
