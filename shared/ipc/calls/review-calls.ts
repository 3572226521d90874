import { z } from 'zod';
import { annotationListSchema } from '../../annotation/annotation.ts';
import { idSchema } from '../../core/ids.ts';
import { rejectionCodeSchema } from '../../project/task.ts';
import { call } from '../call.ts';
import { askedReveal, revealedSchema } from '../reveal.ts';
import { flagSummarySchema, itemViewSchema, submissionCardSchema } from '../views.ts';

const none = z.strictObject({});
const oneSubmission = z.strictObject({ submissionId: idSchema });

/** Who looks: whoever judges, or the worker whose work it is. */
export const readerSchema = z.enum(['requester', 'worker']);
export type Reader = z.infer<typeof readerSchema>;

/** What was handed in, over its item as a window may have it now: flagged pixels and words stay hidden. */
export const submissionViewSchema = z.strictObject({
  ...submissionCardSchema.omit({ annotations: true }).shape,
  rejectionCode: rejectionCodeSchema.nullable(),
  /** Ids of the annotations that a rejection is about; empty where it is about all of it. */
  rejectedPlaces: z.array(idSchema),
  /** What the requester says of the item. */
  note: z.string(),
  item: itemViewSchema,
  flags: flagSummarySchema.nullable(),
  /** The immutable copy, whatever became of the task since. */
  annotations: annotationListSchema,
  /** The item's answers in the order in which the worker saw them; where each comes from is for the requester alone. */
  answers: z.array(z.strictObject({ id: idSchema, name: z.string().nullable() })),
});
export type SubmissionView = z.infer<typeof submissionViewSchema>;

export const reviewCalls = {
  'review.list': call(none, z.strictObject({ submissions: z.array(submissionCardSchema) })),
  /** Looks at what was handed in; what was looked at before is put away. */
  'review.open': call(z.strictObject({ submissionId: idSchema, reader: readerSchema }), submissionViewSchema),
  /** Unveils what is looked at, as `content.reveal` does for the open task. */
  'review.reveal': call(z.strictObject({ ...oneSubmission.shape, ...askedReveal }), revealedSchema),
  'review.accept': call(z.strictObject({ submissionIds: z.array(idSchema).min(1) }), none),
  /** Refused with `REASON_REQUIRED` when the reason is empty: no rejection without a word. */
  'review.reject': call(
    z.strictObject({
      ...oneSubmission.shape,
      code: rejectionCodeSchema,
      reason: z.string().max(2000),
      places: z.array(idSchema).max(10_000),
    }),
    none,
  ),
} as const;
