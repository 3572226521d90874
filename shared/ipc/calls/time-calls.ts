import { z } from 'zod';
import { durationMsSchema, idSchema } from '../../core/ids.ts';
import { answerSchema } from '../../time/journal-record.ts';
import { timeReportSchema } from '../../time/report.ts';
import { timeSnapshotSchema } from '../../time/snapshot.ts';
import { call } from '../call.ts';

const none = z.strictObject({});

/** Screens a window may be on; main alone turns them into activities, so a window cannot claim an activity. */
export const screenSchema = z.enum([
  'home',
  'browse',
  'instructions',
  'workspace',
  'my-time',
  'export',
  'verify',
  'settings',
]);
export type Screen = z.infer<typeof screenSchema>;

/** What is shown live, with the pay beside the time. */
export const liveViewSchema = z.strictObject({
  time: timeSnapshotSchema,
  pay: z.strictObject({ currency: z.string(), todayMinor: z.int().min(0), pendingMinor: z.int().min(0) }).nullable(),
});
export type LiveView = z.infer<typeof liveViewSchema>;

export const timeCalls = {
  'time.snapshot': call(none, liveViewSchema),
  'time.signon': call(none, liveViewSchema),
  'time.signoff': call(none, liveViewSchema),
  'time.activity': call(z.strictObject({ screen: screenSchema }), liveViewSchema),
  /** "There was input": no key, no coordinate, no count; at most once a second. */
  'time.input': call(none, none),
  'time.stillreading': call(none, none),
  'time.away': call(none, liveViewSchema),
  'time.back': call(none, liveViewSchema),
  'time.answer': call(
    /** `workMs` only with `split`: how much of the stretch, from its start, was work. */
    z.strictObject({ questionId: idSchema, answer: answerSchema, workMs: durationMsSchema.nullable() }),
    liveViewSchema,
  ),
  'time.report': call(z.strictObject({ range: z.enum(['today', 'week', 'month', 'all']) }), timeReportSchema),
  'break.start': call(none, liveViewSchema),
  'break.end': call(none, liveViewSchema),
  'break.postpone': call(none, liveViewSchema),
} as const;
