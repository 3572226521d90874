import { z } from 'zod';
import { flagCategorySchema } from '../../content/flag.ts';
import { type Because, becauseShape } from '../../i18n/reason.ts';
import { projectCareSchema } from '../../project/care.ts';
import { mediumSchema } from '../../project/label-set.ts';
import { call } from '../call.ts';

const none = z.strictObject({});
const count = z.int().min(0);
/** Which items: those whose title holds the words, of one medium or of both. */
const filter = z.strictObject({ search: z.string().max(200), medium: mediumSchema.nullable() });

/** What was found while reading, or belongs to no item. */
const toldSchema = z.strictObject({ path: z.string(), ...becauseShape('read') }) as unknown as z.ZodType<
  { readonly path: string } & Because<'read'>
>;

/** What an import of flags did, or would do; of the lists, the first are told and all are counted. */
export const flagImportSchema = z.strictObject({
  added: count,
  present: count,
  items: count,
  newlyHidden: count,
  byCategory: z.partialRecord(flagCategorySchema, count),
  unmatched: count,
  findings: count,
  told: z.array(toldSchema),
});

/** What a requester sets for those who work on the project. Once somebody has accepted it, nothing here makes anything weaker. */
export const careCalls = {
  /** The stricter of what holds and what is asked for, on disk before it answers. */
  'care.tighten': call(projectCareSchema, projectCareSchema),
  /**
   * Puts this in place of what was said and set; only while nobody has accepted the project.
   * Refused with `CARE_RELIED_ON` after that.
   */
  'care.replace': call(projectCareSchema, projectCareSchema),
  'care.count': call(filter, z.strictObject({ items: count, hidden: count })),
  'care.flag': call(
    z.strictObject({ filter, category: flagCategorySchema, severity: z.int().min(1).max(3) }),
    z.strictObject({ items: count, newlyHidden: count }),
  ),
  /** Asks with the system's file dialog; null when cancelled. */
  'care.choose': call(none, z.strictObject({ path: z.string().nullable() })),
  'care.import': call(z.strictObject({ path: z.string().min(1).max(4096), dryRun: z.boolean() }), flagImportSchema),
} as const;
