import { z } from 'zod';
import { idSchema } from '../core/ids.ts';

/** How much is unveiled, and which bar of a text. */
export const askedReveal = {
  mode: z.enum(['lens', 'grey', 'colour']),
  bar: z.int().min(0).nullable(),
} as const;

/** A `media:` address that works once, or the covered words of one bar. */
export const revealedSchema = z.strictObject({
  revealId: idSchema,
  url: z.string().nullable(),
  words: z.string().nullable(),
});
