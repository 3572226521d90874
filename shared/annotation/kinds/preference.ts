import { z } from 'zod';
import { hasLoneSurrogate } from '../../core/code-points.ts';
import { idSchema } from '../../core/ids.ts';
import type { ItemKind } from '../kind.ts';
import { sameIds } from '../shown-order.ts';

const preferenceSchema = z
  .strictObject({
    kind: z.literal('preference'),
    outcome: z.enum(['preferred', 'tie', 'both-bad']),
    /** The better answer; only where one is preferred. */
    preferred: idSchema.exactOptional(),
    /** Why, in the worker's own words; empty when nothing was said. */
    reason: z
      .string()
      .max(5000)
      .refine((text) => !hasLoneSurrogate(text), { message: 'half a character' }),
    /** The answer shown first, then the other; left out in data from elsewhere. */
    shown: z.tuple([idSchema, idSchema]).exactOptional(),
  })
  .refine(({ outcome, preferred }) => (outcome === 'preferred') === (preferred !== undefined), {
    message: 'names the better answer, where one is preferred and only there',
  });
export type Preference = z.infer<typeof preferenceSchema>;

/** Which of the item's two answers is better. By the answer's id, so that it means the same wherever it was shown. */
export const preference: ItemKind<'preference', typeof preferenceSchema, null> = {
  name: 'preference',
  medium: 'item',
  schema: preferenceSchema,
  shortcut: null,
  exclusive: false,
  misfit({ outcome, preferred, shown, reason }, { labelClass: { preference: rule }, options }) {
    if (options.length !== 2) return 'nothing-to-compare';
    if (preferred !== undefined && !options.includes(preferred)) return 'unknown-option';
    if ((outcome === 'tie' && !rule?.tie) || (outcome === 'both-bad' && !rule?.bothBad)) return 'outcome-not-allowed';
    if (reason !== '' && rule?.reason === 'none') return 'reason-not-asked';
    return shown === undefined || sameIds(shown, options) ? null : 'shown-differs';
  },
  isWhole: ({ reason }, { labelClass: { preference: rule } }) => rule?.reason !== 'required' || reason.trim() !== '',
  withShown: (answer, [first, second]) =>
    first === undefined || second === undefined ? answer : { ...answer, shown: [first, second] },
};
