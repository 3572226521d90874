import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { activitySchema } from './activity.ts';
import { clipSegments } from './clip.ts';
import { type Declaration, addedSegments, applyDeclarations, declaredSegmentId } from './declarations.ts';
import { causeSchema, phaseSchema, type Segment, sourceSchema } from './segment.ts';
import { type TimeRange, timeRangeSchema } from './time-range.ts';
import { totalsOf } from './totals.ts';

/** A stretch of the worker's day as it stands now, with the way back to what was recorded. */
export const dayStretchSchema = z.strictObject({
  id: idSchema,
  /** The recorded segment that it is part of, and from which millisecond of it: what a correction names. */
  segmentId: idSchema,
  segmentOffsetMs: durationMsSchema,
  startUtcMs: instantSchema,
  durationMs: durationMsSchema,
  phase: phaseSchema,
  activity: activitySchema,
  source: sourceSchema,
  cause: causeSchema.nullable(),
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable(),
});
export type DayStretch = Readonly<z.infer<typeof dayStretchSchema>>;

/** One local day, from its first millisecond to the next day's: 23 to 25 hours. */
export const dayViewSchema = z.strictObject({
  range: timeRangeSchema,
  workMs: durationMsSchema,
  stretches: z.array(dayStretchSchema),
});
export type DayView = Readonly<z.infer<typeof dayViewSchema>>;

/** What the worker declared, beside what was recorded there; null where nothing was. */
export const declaredViewSchema = z.strictObject({
  seq: z.int().min(1),
  saidAtMs: instantSchema,
  startUtcMs: instantSchema,
  durationMs: durationMsSchema,
  recorded: phaseSchema.nullable(),
  to: phaseSchema,
  reason: z.string(),
});
export type DeclaredView = Readonly<z.infer<typeof declaredViewSchema>>;

/** Divides stretches into days. The sums of the days are the sums of the stretches. */
export function daysOf(segments: readonly Segment[], days: readonly TimeRange[]): DayView[] {
  return days.map((range) => {
    const own = clipSegments(segments, range);
    return {
      range,
      workMs: totalsOf(own).workMs,
      stretches: own.toSorted((a, b) => a.startUtcMs - b.startUtcMs).map(toStretch),
    };
  });
}

/** Corrections that reach into a range, oldest first. Answers to questions are not among them: they have no original. */
export function declaredIn(
  range: TimeRange,
  recorded: readonly Segment[],
  declarations: readonly Declaration[],
): DeclaredView[] {
  const corrections = declarations.filter((declaration) => declaration.kind === 'correction');
  // of the tens of thousands of segments of two years, a few were corrected
  const named = new Set(corrections.map(declaredSegmentId));
  const byId = new Map<string, Segment>();
  for (const segment of recorded) if (named.has(segment.id)) byId.set(segment.id, segment);
  for (const segment of addedSegments(declarations)) byId.set(segment.id, segment);
  return corrections.flatMap((declaration) => {
    const { seq, wallMs, body } = declaration;
    const segment = byId.get(declaredSegmentId(declaration) ?? '') ?? null;
    if (body.range.of === 'segment' && !segment) return [];
    const startUtcMs =
      body.range.of === 'added' ? body.range.startUtcMs : (segment?.startUtcMs ?? 0) + body.range.offsetMs;
    const { durationMs } = body.range;
    if (startUtcMs >= range.toMs || startUtcMs + durationMs <= range.fromMs) return [];
    const { reason, to } = body;
    return [{ seq, saidAtMs: wallMs, startUtcMs, durationMs, recorded: segment?.phase ?? null, to, reason }];
  });
}

/** All of the worker's stretches in a range, answers and corrections in force, time that they added included. */
export function segmentsInForce(
  range: TimeRange,
  recorded: readonly Segment[],
  declarations: readonly Declaration[],
): readonly Segment[] {
  return clipSegments([...applyDeclarations(recorded, declarations), ...addedSegments(declarations)], range);
}

/** Ids tell where a piece was cut from: `<session>-<offset>` and `added-<seq>`, with `-<from>` behind it for a later part. */
function toStretch(segment: Segment): DayStretch {
  const { id, startUtcMs, durationMs, phase, activity, source, cause, projectId, taskId } = segment;
  const [first = '', second = ''] = id.split('-');
  return {
    id,
    segmentId: `${first}-${second}`,
    segmentOffsetMs: segment.offsetMs - (first === 'added' ? 0 : Number(second)),
    startUtcMs,
    durationMs,
    phase,
    activity,
    source,
    cause,
    projectId,
    taskId,
  };
}
