import { z } from 'zod';
import type { TextKind } from '../kind.ts';

const range = { start: z.int().min(0), end: z.int().min(0), text: z.string().min(1) };
const pieceSchema = z
  .strictObject(range)
  .refine((piece) => piece.end > piece.start, { message: 'a piece covers at least one code point' });

/**
 * `text` is the covered slice, kept so that a moved offset is noticed on every write and load. `more` are the further
 * pieces of a discontinuous span, in order, with at least one code point between them; left out where there are none.
 */
const spanSchema = z
  .strictObject({ kind: z.literal('span'), ...range, more: z.array(pieceSchema).min(1).max(1000).exactOptional() })
  .refine((span) => span.end > span.start, { message: 'a span covers at least one code point' })
  .refine(({ end, more = [] }) => more.every((piece, at) => piece.start > (more[at - 1]?.end ?? end)), {
    message: 'pieces are in order and do not touch',
  });

/** Characters that belong together: one run of them, or several pieces. */
export const span: TextKind<'span', typeof spanSchema> = {
  name: 'span',
  medium: 'text',
  schema: spanSchema,
  shortcut: 'KeyE',
  ranges: ({ start, end, more = [] }) => [
    { start, end },
    ...more.map((piece) => ({ start: piece.start, end: piece.end })),
  ],
};
