import { z } from 'zod';
import type { ItemKind } from '../kind.ts';

const ratingSchema = z.strictObject({ kind: z.literal('rating'), value: z.int().min(-10).max(10) });

/** A point on the scale of its class. */
export const rating: ItemKind<'rating', typeof ratingSchema, null> = {
  name: 'rating',
  medium: 'item',
  schema: ratingSchema,
  shortcut: null,
  exclusive: false,
  misfit: ({ value }, { labelClass: { rating: scale } }) =>
    scale && value >= scale.from && value <= scale.to ? null : 'off-scale',
};
