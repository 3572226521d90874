import { z } from 'zod';
import { flagCategorySchema } from '../flag.ts';

/**
 * Words of one language that say what a text may be about. Short on purpose: a list marks texts for a person to decide
 * about, and long ones hide what is harmless. Edit it freely; it is data, and `flaggers/word-list.ts` is all that reads it.
 */
export const wordListSchema = z.strictObject({
  /** BCP 47 primary language. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** Where the words come from, who looked at them, and what is left out. */
  source: z.string().min(20),
  entries: z.array(
    z.strictObject({
      category: flagCategorySchema,
      severity: z.int().min(1).max(3),
      /** Lower case, with their accents. Whole words only: every form that should match is written down. */
      words: z.array(z.string().min(3)).min(1),
    }),
  ),
});
export type WordList = z.infer<typeof wordListSchema>;
