import { z } from 'zod';
import { idSchema, instantSchema, minorSchema, sha256Schema } from '../core/ids.ts';

/**
 * Life of a task: `open` -> `active` (an item is open before the worker) -> `submitted` or `skipped`. A submission
 * is then `pending`, `accepted` or `rejected`; a redo makes a new submission.
 */
export const taskStateSchema = z.enum(['open', 'active', 'submitted', 'skipped']);
export type TaskState = z.infer<typeof taskStateSchema>;

export const taskSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  state: taskStateSchema,
  /** Order in which tasks are served. */
  position: z.int().min(0),
  payMinor: minorSchema,
  /** Grows by one with each edit; an edit against another revision is refused (`TASK_CHANGED_ELSEWHERE`). */
  revision: z.int().min(0),
});
export type Task = z.infer<typeof taskSchema>;

export const verdictSchema = z.enum(['pending', 'accepted', 'rejected']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Why a submission was rejected, as a code that can be counted; the words beside it are for the worker alone. */
export const rejectionCodeSchema = z.enum([
  'wrong-class',
  'inaccurate',
  'incomplete',
  'guidelines',
  'broken-item',
  'duplicate',
  'other',
]);
export type RejectionCode = z.infer<typeof rejectionCodeSchema>;

/** What a worker handed in. Immutable but for the requester's verdict, which never comes without a reason when it is no. */
export const submissionSchema = z.strictObject({
  id: idSchema,
  taskId: idSchema,
  submittedAt: instantSchema,
  /** SHA-256 of the canonical JSON of the annotations handed in. */
  annotationsSha256: sha256Schema,
  verdict: verdictSchema,
  rejectionCode: rejectionCodeSchema.nullable(),
  reason: z.string().max(2000),
  payMinor: minorSchema,
});
export type Submission = z.infer<typeof submissionSchema>;

export const skipReasonSchema = z.enum(['unclear', 'broken', 'content', 'other']);
export type SkipReason = z.infer<typeof skipReasonSchema>;
