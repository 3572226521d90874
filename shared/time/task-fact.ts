import { z } from 'zod';
import { idSchema, minorSchema } from '../core/ids.ts';

/**
 * What became of a task. `open`: nothing handed in yet; `pending`: handed in, no verdict; `returned`: sent back for
 * rework; the rest speaks for itself.
 */
export const outcomeSchema = z.enum(['open', 'pending', 'accepted', 'rejected', 'returned', 'expired', 'skipped']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a report needs to know of a task beside its time. From the project's records: a requester may have supplied it. */
export const taskFactSchema = z.strictObject({
  taskId: idSchema,
  projectId: idSchema,
  outcome: outcomeSchema,
  /** Outcome of the work handed in after a return; null when there was none. Decides about rework time and pay. */
  reworkOutcome: outcomeSchema.nullable(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  payMinor: minorSchema,
});
export type TaskFact = Readonly<z.infer<typeof taskFactSchema>>;
