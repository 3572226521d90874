import { z } from 'zod';
import { becauseShape, type Because } from '../../i18n/reason.ts';
import { call } from '../call.ts';

const count = z.int().min(0);

/** Something in the file that was not taken, and why. */
const toldSchema = z.strictObject({ path: z.string(), ...becauseShape('read') }) as unknown as z.ZodType<
  { readonly path: string } & Because<'read'>
>;

/** What an import of predictions did, or would do; of the lists, the first are told and all are counted. */
export const suggestionImportSchema = z.strictObject({
  format: z.string(),
  added: count,
  present: count,
  items: count,
  /** Classes that the project does not have, with how many predictions were left out for each. */
  unknownClasses: z.array(z.strictObject({ name: z.string(), count })),
  /** Predictions that break a rule of the label set or do not lie in their item. */
  refused: count,
  /** Items of the same data that are hidden from now on, because it says that they are sensitive. */
  newlyHidden: count,
  told: z.array(toldSchema),
  toldOf: count,
});

export const suggestionCalls = {
  'suggestion.import': call(
    z.strictObject({ path: z.string().min(1).max(4096), dryRun: z.boolean() }),
    suggestionImportSchema,
  ),
} as const;
