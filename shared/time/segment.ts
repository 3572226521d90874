import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { activitySchema } from './activity.ts';

/** What a stretch of a session was: an activity, or one of the two things that are no activity. */
export const phaseSchema = z.enum([...activitySchema.exclude(['off']).options, 'away', 'undetermined']);
export type Phase = z.infer<typeof phaseSchema>;

/** How a stretch is known: by beats, by the worker's return soon after, or by the worker's word. */
export const sourceSchema = z.enum(['measured', 'inferred', 'declared']);
export type Source = z.infer<typeof sourceSchema>;

/**
 * Why a stretch is away or undetermined.
 *
 * Away: `suspend`, `lock`, `declared` (the worker said so), `clock-difference` (the boot clock ran while the
 * monotonic one stood: the machine slept), `break-over` (a break went on beyond its policy length).
 * Undetermined: `no-input`, `off-window`, `stall` (a late beat), `crash`, `reboot`, `disk` (beats could not be written).
 */
export const causeSchema = z.enum([
  'suspend',
  'lock',
  'declared',
  'clock-difference',
  'break-over',
  'no-input',
  'off-window',
  'stall',
  'crash',
  'reboot',
  'disk',
]);
export type Cause = z.infer<typeof causeSchema>;

/** One stretch of a session. Segments of a session never overlap and cover it whole. */
export const segmentSchema = z.strictObject({
  /** `<session>-<offset in ms>`, the same however often the journal is folded. Questions carry the id of their segment. */
  id: idSchema,
  session: z.int().min(1),
  /** Milliseconds from the start of the session, sleep included. */
  offsetMs: durationMsSchema,
  durationMs: durationMsSchema,
  phase: phaseSchema,
  /** What was on at the time; for `undetermined` the activity that the stretch counts to if it was work. */
  activity: activitySchema,
  source: sourceSchema,
  cause: causeSchema.nullable(),
  /** Wall clock at its start, for people to read; `startUtcMs + durationMs` need not be the next segment's start. */
  startUtcMs: instantSchema,
  zone: z.string().min(1).max(64),
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable(),
  /** What the wall clock says of a stretch that no other clock saw (`reboot`). Shown to the worker, never summed. */
  wallEstimateMs: durationMsSchema.nullable(),
});
export type Segment = z.infer<typeof segmentSchema>;
