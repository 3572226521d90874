import { z } from 'zod';
import { durationMsSchema, minorSchema } from '../core/ids.ts';
import { activitySchema } from '../time/activity.ts';

/**
 * What the requester pays, for what, and when. Shown before any work; its canonical form is the subject of the
 * enrolment (manifest.md).
 */
export const termsSchema = z.strictObject({
  /** ISO 4217 code with two minor digits. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  perTaskMinor: z.strictObject({ image: minorSchema, text: minorSchema }),
  /** The requester tops pay up to this for every hour of a paid activity. */
  floorPerHourMinor: minorSchema,
  /** What the requester thinks a task takes, beside which the true time is shown. */
  taskEstimateMs: z.strictObject({ image: durationMsSchema, text: durationMsSchema }),
  /** Activities that the floor covers. */
  paidActivities: z.array(activitySchema),
  breaksPaid: z.boolean(),
  dueDays: z.int().min(0).max(365),
  /** In the requester's words: what may be refused and how it is explained. */
  rejectionRule: z.string().max(2000),
});
export type Terms = z.infer<typeof termsSchema>;
