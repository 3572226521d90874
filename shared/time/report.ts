import { z } from 'zod';
import { durationMsSchema, idSchema } from '../core/ids.ts';
import { clipSegments, durationWithin } from './clip.ts';
import { type Declaration, addedSegments, applyDeclarations } from './declarations.ts';
import { roundedQuotient } from './largest-remainder.ts';
import type { BreakAct, Ledger } from './ledger.ts';
import { finalOutcome, isSubmitted, payReportSchema, payReports, standing } from './pay-report.ts';
import type { Cause, Segment } from './segment.ts';
import { byActivityMsSchema } from './snapshot.ts';
import type { TaskFact } from './task-fact.ts';
import { type Totals, totalsOf } from './totals.ts';
import { type TimeRange, timeRangeSchema } from './time-range.ts';
import { trueTimes } from './true-time.ts';

export type { PayReport } from './pay-report.ts';
export type { TimeRange } from './time-range.ts';

/** Basis points, 0-10000. */
const shareBpSchema = z.int().min(0).max(10_000);

/** What follows from the ledger for a range of time (time.md, "What follows from the ledger"). Whole numbers only. */
export const timeReportSchema = z.strictObject({
  range: timeRangeSchema,
  /** W: work time, the worker's answers and corrections included. */
  workMs: durationMsSchema,
  /** U: shown beside W, never inside. */
  undeterminedMs: durationMsSchema,
  /** L: shown beside W, never inside. */
  outageMs: durationMsSchema,
  awayMs: durationMsSchema,
  byActivityMs: byActivityMsSchema,
  /** Shares of W; they add up to `workMs`. */
  sourcesMs: z.strictObject({ measured: durationMsSchema, inferred: durationMsSchema, declared: durationMsSchema }),
  /** The same totals with every answer and correction ignored. */
  asRecorded: z.strictObject({ workMs: durationMsSchema, undeterminedMs: durationMsSchema }),
  /** Time with an item open (rework included) by outcome; `pending` holds what nobody has decided about yet. */
  taskOutcomeMs: z.strictObject({ paid: durationMsSchema, pending: durationMsSchema, unpaid: durationMsSchema }),
  /** One entry a currency, by currency code. */
  pay: z.array(payReportSchema),
  /** i = (O + R) / W: everything around the items. */
  invisibleShareBp: shareBpSchema,
  /** u = (W - T_paid - T_pend) / W. */
  unpaidShareBp: shareBpSchema,
  submissions: z.int().min(0),
  breaks: z.strictObject({
    due: z.int().min(0),
    taken: z.int().min(0),
    postponed: z.int().min(0),
    interrupted: z.int().min(0),
  }),
  /** Time of the gaps between beats, jumps of the wall clock, and whether input outside the page could be seen. */
  clock: z.strictObject({
    gapsMs: durationMsSchema,
    anomalies: z.int().min(0),
    idleSource: z.enum(['system', 'app']),
  }),
  /** True time by task, by id: `trueMs` adds up to `workMs` exactly (when any task has time of its own). */
  tasks: z.array(z.strictObject({ id: idSchema, ownMs: durationMsSchema, trueMs: durationMsSchema })),
});
export type TimeReport = Readonly<z.infer<typeof timeReportSchema>>;

/** What a report is made of. `taskFacts` are of the tasks worked on in the range; a task without one counts as pending. */
export interface ReportInput {
  readonly range: TimeRange;
  readonly ledger: Ledger;
  readonly declarations: readonly Declaration[];
  readonly taskFacts: readonly TaskFact[];
  /** Only time and tasks of this project; without it, all of the worker's time. */
  readonly projectId?: string;
}

const gapCauses: ReadonlySet<Cause | null> = new Set<Cause | null>([
  'stall',
  'crash',
  'reboot',
  'disk',
  'clock-difference',
]);

/** Turns a ledger into what follows from it. Nothing that a requester supplies can lower W. */
export function reportOf({ range, ledger, declarations, taskFacts, projectId }: ReportInput): TimeReport {
  const isMine = (part: Segment | BreakAct) => projectId === undefined || part.projectId === projectId;
  const recorded = clipSegments(ledger.segments, range).filter(isMine);
  const declared = [...applyDeclarations(ledger.segments, declarations), ...addedSegments(declarations)];
  const segments = clipSegments(declared, range).filter(isMine);
  const facts = taskFacts.filter((fact) => projectId === undefined || fact.projectId === projectId);
  const [before, totals] = [totalsOf(recorded), totalsOf(segments)];
  const { workMs, undeterminedMs } = totals;
  const taskOutcomeMs = timeByOutcome(segments, facts);
  const openMs = timeOfSubmitted(segments, facts);
  return {
    range,
    workMs,
    undeterminedMs,
    outageMs: totals.byActivityMs.outage,
    awayMs: totals.awayMs,
    byActivityMs: totals.byActivityMs,
    sourcesMs: totals.sourcesMs,
    asRecorded: { workMs: before.workMs, undeterminedMs: before.undeterminedMs },
    taskOutcomeMs,
    pay: payReports(facts, { workMs, undeterminedMs, openMs }),
    invisibleShareBp: shareBp(invisibleMs(totals), workMs),
    unpaidShareBp: shareBp(workMs - taskOutcomeMs.paid - taskOutcomeMs.pending, workMs),
    submissions: facts.filter(isSubmitted).length,
    breaks: breakCounts(ledger.breakActs.filter((act) => isWithin(act, range) && isMine(act))),
    clock: {
      gapsMs: recorded
        .filter((segment) => gapCauses.has(segment.cause))
        .reduce((sum, { durationMs }) => sum + durationMs, 0),
      anomalies: ledger.anomalies.filter((anomaly) => isWithin(anomaly, range)).length,
      idleSource: idleSourceOf(ledger, range),
    },
    tasks: [...trueTimes(segments, workMs)],
  };
}

/** O + R: work time without an item open. */
function invisibleMs({ workMs, byActivityMs }: Totals): number {
  return workMs - byActivityMs.task - byActivityMs.rework;
}

function timeByOutcome(segments: readonly Segment[], facts: readonly TaskFact[]): TimeReport['taskOutcomeMs'] {
  const byTask = new Map(facts.map((fact) => [fact.taskId, fact]));
  const sums = { paid: 0, pending: 0, unpaid: 0 };
  for (const { phase, taskId, durationMs } of segments) {
    if (phase !== 'task' && phase !== 'rework') continue;
    const fact = taskId === null ? undefined : byTask.get(taskId);
    const outcome = phase === 'rework' && fact ? finalOutcome(fact) : fact?.outcome;
    sums[standing(outcome ?? 'pending')] += durationMs;
  }
  return sums;
}

function timeOfSubmitted(segments: readonly Segment[], facts: readonly TaskFact[]): number {
  const submitted = new Set(facts.filter(isSubmitted).map((fact) => fact.taskId));
  return segments
    .filter(({ phase, taskId }) => phase === 'task' && taskId !== null && submitted.has(taskId))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function breakCounts(acts: readonly BreakAct[]): TimeReport['breaks'] {
  const count = (has: (act: BreakAct) => boolean) => acts.filter(has).length;
  return {
    due: count(({ act }) => act === 'due'),
    taken: count(({ act, complete }) => act === 'rested' || (act === 'ended' && complete)),
    postponed: count(({ act }) => act === 'postponed'),
    interrupted: count(({ act, complete }) => act === 'ended' && !complete),
  };
}

/** `system` only if every session that reaches into the range had the system's idle time. */
function idleSourceOf(ledger: Ledger, range: TimeRange): 'system' | 'app' {
  const sessions = new Set(
    ledger.segments.filter((segment) => durationWithin(segment, range) > 0).map((segment) => segment.session),
  );
  const sources = ledger.sessions.filter(({ session }) => sessions.has(session)).map(({ idleSource }) => idleSource);
  return sources.length > 0 && sources.every((source) => source === 'system') ? 'system' : 'app';
}

function isWithin({ wallMs }: { readonly wallMs: number }, range: TimeRange): boolean {
  return wallMs >= range.fromMs && wallMs < range.toMs;
}

function shareBp(partMs: number, wholeMs: number): number {
  return wholeMs === 0 ? 0 : roundedQuotient(BigInt(partMs) * 10_000n, BigInt(wholeMs));
}
