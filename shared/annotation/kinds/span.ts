import { z } from 'zod';
import type { TextKind } from '../kind.ts';

/** `text` is the covered slice, kept so that a moved offset is noticed on every write and load. */
const spanSchema = z
  .strictObject({
    kind: z.literal('span'),
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string().min(1),
  })
  .refine((span) => span.end > span.start, { message: 'a span covers at least one code point' });

/** A run of characters. */
export const span: TextKind<'span', typeof spanSchema> = {
  name: 'span',
  medium: 'text',
  schema: spanSchema,
  shortcut: 'KeyS',
  ranges: ({ start, end }) => [{ start, end }],
};
