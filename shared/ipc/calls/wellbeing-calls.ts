import { z } from 'zod';
import { flagCategorySchema } from '../../content/flag.ts';
import { ownNotesSchema } from '../../content/own-notes.ts';
import { durationMsSchema } from '../../core/ids.ts';
import { disclosedSchema } from '../../project/care.ts';
import { exposureStandingSchema } from '../../time/exposure-caps.ts';
import { call } from '../call.ts';
import { liveViewSchema } from './time-calls.ts';

const none = z.strictObject({});
const categories = z.array(flagCategorySchema).max(flagCategorySchema.options.length);

/** What the worker is told before the first flagged task of a session. */
export const disclosureSchema = z.strictObject({
  /** Tasks of the project, and how many of them are flagged. */
  tasks: z.int().min(0),
  flaggedTasks: z.int().min(0),
  categories: z.array(
    z.strictObject({ category: flagCategorySchema, tasks: z.int().min(0), severity: z.int().min(1).max(3) }),
  ),
  /** What the requester says is to be expected, whether or not an item carries its flag. */
  said: z.array(disclosedSchema),
  /** Items that only a worker flagged: the requester had not said so. */
  undisclosed: z.int().min(0),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

export const wellbeingCalls = {
  /** An exposure break, begun by the worker. */
  'break.exposure': call(none, liveViewSchema),
  /** Lifts a day's gate, once in 24 hours; the sentence stays on this machine. */
  'break.lift': call(z.strictObject({ sentence: z.string().trim().min(10).max(500) }), liveViewSchema),
  'exposure.disclosure': call(none, disclosureSchema),
  'exposure.standing': call(
    none,
    z.strictObject({
      standing: exposureStandingSchema,
      caps: z.strictObject({
        sessionMs: durationMsSchema,
        dayMs: durationMsSchema,
        nightFromHours: z.array(z.int()).min(1).readonly(),
      }),
      chosen: categories,
    }),
  ),
  /** The categories that may be served in this session; replaces what was chosen. */
  'exposure.choose': call(z.strictObject({ categories }), none),
  /** What was shown of flagged content, and the breaks kept; never pixels or words of an item. */
  'exposure.shown': call(
    none,
    z.strictObject({
      notes: ownNotesSchema,
      breaks: z.strictObject({ due: z.int(), taken: z.int(), postponed: z.int(), interrupted: z.int() }),
      /** What the journal holds, by its own records. */
      counted: z.strictObject({ flaggedItems: z.int(), openMs: durationMsSchema, unveiledMs: durationMsSchema }),
    }),
  ),
  /** Deletes the worker's notes; the journal's counts stay, being part of its chain. */
  'exposure.forget': call(none, none),
  'exposure.helplines': call(z.strictObject({ text: z.string().max(10_000) }), none),
} as const;
