import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { activitySchema } from './activity.ts';
import { causeSchema } from './segment.ts';

/** Milliseconds by activity code; every code is there. */
export const byActivityMsSchema = z.record(activitySchema, durationMsSchema);
export type ByActivityMs = Readonly<z.infer<typeof byActivityMsSchema>>;

/**
 * What to do about breaks. `none`: nothing. `due`: a quiet banner. `gate`: no new task is served or accepted;
 * finishing, saving, submitting and skipping the current one always work. `in-break`: as `gate`, with a countdown.
 */
export const breakStateSchema = z.enum(['none', 'due', 'gate', 'in-break']);
export type BreakState = z.infer<typeof breakStateSchema>;

/** The advice of the strictest break rule, and where a running break stands. */
export const breakAdviceSchema = z.strictObject({
  state: breakStateSchema,
  /** Name of the rule that speaks (`rest`, ...); null when none does. */
  rule: z.string().nullable(),
  continuousWorkMs: durationMsSchema,
  /** What the speaking rule has counted: work since the last rest, in a day, in a week. */
  ruleWorkMs: durationMsSchema,
  /** True while a gate stands that the worker may lift, once, with a sentence of their own. */
  liftable: z.boolean(),
  /** A quiet word that passes by itself and asks for nothing; only while nothing else is said. */
  hint: z.strictObject({ rule: z.string(), ms: durationMsSchema }).nullable(),
  /** Zero outside a break. Never stands still while the machine sleeps. */
  breakElapsedMs: durationMsSchema,
  /** Length of the running break, or of the one advised. */
  breakLengthMs: durationMsSchema,
  /** Postponements that may be used now; 0 when this break was postponed already. */
  postponesLeft: z.int().min(0),
});
export type BreakAdvice = Readonly<z.infer<typeof breakAdviceSchema>>;

/** A stretch of which nobody knows whether it was work. `byWallClock`: only the wall clock saw it, so say "about". */
const unknownStretchSchema = z.strictObject({
  durationMs: durationMsSchema,
  byWallClock: z.boolean(),
  cause: causeSchema,
});

/** The one calm question: working, away, split, outage or later. */
export const timeQuestionSchema = unknownStretchSchema.extend({ id: idSchema, fromWallMs: instantSchema });
export type TimeQuestion = Readonly<z.infer<typeof timeQuestionSchema>>;

/** What the start found after a session without a clean stop; stands until the worker signs on or off again. */
export const timeRecoverySchema = unknownStretchSchema.extend({
  /** Half-written records dropped from the end of the journal: 0 or 1. */
  droppedRecords: z.int().min(0),
});
export type TimeRecovery = Readonly<z.infer<typeof timeRecoverySchema>>;

/** What the window shows live; pushed at each beat and at each change. */
export const timeSnapshotSchema = z.strictObject({
  /** True only while signed on and while the last beat reached the disk. */
  recording: z.boolean(),
  /** False when the journal cannot be written: the window must say at once that time is not being recorded. */
  healthy: z.boolean(),
  /** Why it cannot; null when healthy. What to do about it differs. */
  refusedBy: z.enum(['DISK_FULL', 'DISK_READ_ONLY', 'DISK_FAILED']).nullable(),
  /** `off` when signed off. */
  activity: activitySchema,
  present: z.boolean(),
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable(),
  /** Work time of the open task so far, all sessions; null when none is open. */
  taskMs: durationMsSchema.nullable(),
  /** Work time of the local day. */
  todayMs: durationMsSchema,
  todayByActivityMs: byActivityMsSchema,
  breakAdvice: breakAdviceSchema,
  question: timeQuestionSchema.nullable(),
  recovery: timeRecoverySchema.nullable(),
});
export type TimeSnapshot = Readonly<z.infer<typeof timeSnapshotSchema>>;
