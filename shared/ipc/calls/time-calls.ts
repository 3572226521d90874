import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../../core/ids.ts';
import { languageTagSchema } from '../../i18n/languages.ts';
import { dayViewSchema, declaredViewSchema } from '../../time/day-view.ts';
import { answerSchema, correctionSchema } from '../../time/journal-record.ts';
import { monthViewSchema } from '../../time/month-view.ts';
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
  'shown',
  'project',
  'review',
  'handed-in',
]);
export type Screen = z.infer<typeof screenSchema>;

/** What is shown live, with the pay beside the time. */
export const liveViewSchema = z.strictObject({
  time: timeSnapshotSchema,
  pay: z.strictObject({ currency: z.string(), todayMinor: z.int().min(0), pendingMinor: z.int().min(0) }).nullable(),
});
export type LiveView = z.infer<typeof liveViewSchema>;

const rangeNameSchema = z.enum(['today', 'week', 'month', 'all']);

/** Some of the tasks worked on in a range: those that took the most true time first, equals by id. */
const taskTimesSchema = z.strictObject({
  /** Of the whole range, however few are here. */
  count: z.int().min(0),
  tasks: timeReportSchema.shape.tasks,
});
export type TaskTimesPage = z.infer<typeof taskTimesSchema>;

/** Tasks that one answer holds at most. */
export const TASK_TIMES_PAGE = 100;

/** What My time shows of a range; the worker's alone. */
export const timeViewSchema = z.strictObject({
  report: timeReportSchema.omit({ tasks: true }),
  /** The first of the tasks; two years have thousands, which nobody sees at once. `time.tasks` has the others. */
  tasks: taskTimesSchema,
  /** The days of the range with their stretches; none for `all`. */
  days: z.array(dayViewSchema),
  /** The months from the first recorded time to the last; for `all` only. */
  months: z.array(monthViewSchema),
  declared: z.array(declaredViewSchema),
});
export type TimeView = z.infer<typeof timeViewSchema>;

const wantedRange = { range: rangeNameSchema, atMs: instantSchema.nullable() } as const;

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
  'time.report': call(z.strictObject({ range: rangeNameSchema }), timeReportSchema),
  /** `atMs`: an instant in the range, now if null. */
  'time.view': call(z.strictObject(wantedRange), timeViewSchema),
  /** The next of the tasks of a range, at most `TASK_TIMES_PAGE`, counted anew: time may have been corrected meanwhile. */
  'time.tasks': call(z.strictObject({ ...wantedRange, offset: z.int().min(0) }), taskTimesSchema),
  /** The worker's own correction; the original stays beside it. */
  'time.correct': call(correctionSchema, liveViewSchema),
  /** The exact files of the worker's own export, before anything is written. No project has a say in it. */
  'own.preview': call(
    z.strictObject({
      ...wantedRange,
      detail: z.enum(['totals', 'per-project', 'per-task']),
      language: languageTagSchema,
    }),
    z.strictObject({
      previewId: idSchema,
      workMs: durationMsSchema,
      /** The canonical JSON that is signed, byte for byte; null while the keys are not ready. */
      statement: z.string().nullable(),
      fingerprint: z.string().nullable(),
      csv: z.string(),
      /** Where it goes unless another folder is named. */
      folder: z.string(),
      files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
    }),
  ),
  'own.choose': call(none, z.strictObject({ path: z.string().nullable() })),
  'own.write': call(
    z.strictObject({ previewId: idSchema, dir: z.string().min(1).max(4096).nullable() }),
    z.strictObject({ dir: z.string(), files: z.array(z.string()) }),
  ),
  'break.start': call(none, liveViewSchema),
  'break.end': call(none, liveViewSchema),
  'break.postpone': call(none, liveViewSchema),
} as const;
