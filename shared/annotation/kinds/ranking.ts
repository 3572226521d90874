import { z } from 'zod';
import { idSchema } from '../../core/ids.ts';
import type { ItemKind } from '../kind.ts';
import { sameIds } from '../shown-order.ts';

const eachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const rankingSchema = z.strictObject({
  kind: z.literal('ranking'),
  /** Best first; those that share a place together. What is not there has no place yet. */
  places: z
    .array(z.array(idSchema).min(1).max(60))
    .min(1)
    .max(60)
    .refine((places) => eachOnce(places.flat()), { message: 'each option once' }),
  /** What was shown, from the first place on the screen to the last; left out in data from elsewhere. */
  shown: z.array(idSchema).max(60).refine(eachOnce, { message: 'each option once' }).exactOptional(),
});
export type Ranking = z.infer<typeof rankingSchema>;

/** Answers of the item, or options of the class, in order of merit. */
export const ranking: ItemKind<'ranking', typeof rankingSchema, null> = {
  name: 'ranking',
  medium: 'item',
  schema: rankingSchema,
  shortcut: null,
  exclusive: false,
  misfit({ places, shown }, { labelClass, options }) {
    if (options.length < 2) return 'nothing-to-compare';
    if (!places.flat().every((id) => options.includes(id))) return 'unknown-option';
    if (places.some((place) => place.length > 1) && labelClass.ranking?.ties !== true) return 'ties-not-allowed';
    return shown === undefined || sameIds(shown, options) ? null : 'shown-differs';
  },
  isWhole: ({ places }, { options }) => places.flat().length === options.length,
  withShown: (answer, shown) => ({ ...answer, shown: [...shown] }),
};
