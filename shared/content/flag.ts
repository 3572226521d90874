import { z } from 'zod';
import { coordinateSchema } from '../core/geometry.ts';

/** Sensitive-content categories (wellbeing.md, "Flags"). */
export const flagCategorySchema = z.enum([
  'violence',
  'gore',
  'weapons',
  'sexual',
  'nudity',
  'hate',
  'self-harm',
  'abuse',
  'death',
  'disturbing-other',
]);
export type FlagCategory = z.infer<typeof flagCategorySchema>;

/** What a flag covers: the whole item, a rectangle in image pixels, or a code-point range `[start, end)` of a text. */
export const flagExtentSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('item') }),
  z.strictObject({
    of: z.literal('region'),
    x: coordinateSchema,
    y: coordinateSchema,
    width: z.number().min(0),
    height: z.number().min(0),
  }),
  z.strictObject({ of: z.literal('range'), start: z.int().min(0), end: z.int().min(0) }),
]);

export const flagSchema = z.strictObject({
  category: flagCategorySchema,
  severity: z.int().min(1).max(3),
  origin: z.enum(['requester', 'worker', 'detector']),
  /** 0-1; 1 for what a person said. */
  confidence: z.number().min(0).max(1),
  extent: flagExtentSchema,
});
export type Flag = z.infer<typeof flagSchema>;

/** What stands for flags that are not known: the strongest there is, said by nobody (wellbeing.md, "Flags"). */
export const unknownContent: Flag = {
  category: 'disturbing-other',
  severity: 3,
  origin: 'detector',
  confidence: 0,
  extent: { of: 'item' },
};
