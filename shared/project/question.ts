import { z } from 'zod';
import { idSchema } from '../core/ids.ts';

/** A scale from `from` to `to` in steps of one, with what its ends mean. Eleven points at most: a key each. */
export const ratingScaleSchema = z
  .strictObject({
    from: z.int().min(-10).max(10),
    to: z.int().min(-10).max(10),
    fromName: z.string().min(1).max(200).exactOptional(),
    toName: z.string().min(1).max(200).exactOptional(),
  })
  .refine(({ from, to }) => to > from && to - from <= 10, { message: 'a scale has two to eleven points' });
export type RatingScale = z.infer<typeof ratingScaleSchema>;

/** What is put in order: these options, or else the answers of the item. */
export const rankingRuleSchema = z.strictObject({
  /** Whether several may share a place. */
  ties: z.boolean(),
  options: z
    .array(z.strictObject({ id: idSchema, name: z.string().min(1).max(200) }))
    .min(2)
    .max(20)
    .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, { message: 'each option once' })
    .exactOptional(),
});
export type RankingRule = z.infer<typeof rankingRuleSchema>;

/** What may be said of the two answers of an item, and whether it needs words. */
export const preferenceRuleSchema = z.strictObject({
  tie: z.boolean(),
  bothBad: z.boolean(),
  reason: z.enum(['none', 'optional', 'required']),
});
export type PreferenceRule = z.infer<typeof preferenceRuleSchema>;

/** Bounds of a free text: `most` in UTF-16 units, as text fields count. */
export const freeTextRuleSchema = z.strictObject({
  most: z.int().min(1).max(20_000).exactOptional(),
  /** How many lines its field shows; it grows with the text. */
  lines: z.int().min(1).max(40).exactOptional(),
});
export type FreeTextRule = z.infer<typeof freeTextRuleSchema>;

/** What a class says of the question that it asks of a whole item. All of it may be left out. */
export const questionFields = {
  /** Classes of kind `class` or `tag` under the same words are the answers to one question. */
  question: z.string().min(1).max(300).exactOptional(),
  /** A sentence that helps to answer. */
  hint: z.string().min(1).max(1000).exactOptional(),
  /** A task cannot be handed in without it. Of a class or tag: without any answer to its question. */
  required: z.boolean().exactOptional(),
  freeText: freeTextRuleSchema.exactOptional(),
  rating: ratingScaleSchema.exactOptional(),
  ranking: rankingRuleSchema.exactOptional(),
  preference: preferenceRuleSchema.exactOptional(),
} as const;
