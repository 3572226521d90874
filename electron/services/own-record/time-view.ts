import { declaredIn, daysOf, segmentsInForce } from '../../../shared/time/day-view.ts';
import { monthsOf, spanOf } from '../../../shared/time/month-view.ts';
import { type TimeReport, reportOf } from '../../../shared/time/report.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';
import { TASK_TIMES_PAGE, type TaskTimesPage, type TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import { totalsOf } from '../../../shared/time/totals.ts';
import { type TaskTime, trueTimes } from '../../../shared/time/true-time.ts';
import { type RangeName, rangeOf } from '../live-view.ts';
import type { WorkerRecord } from '../worker-record.ts';
import { payFacts } from './pay-facts.ts';

type Record = Pick<WorkerRecord, 'timekeeper' | 'journal'>;

/** What became of those of these tasks that are the open project's; none while none is open. */
export type FactsOf = (taskIds: ReadonlySet<string | null>) => readonly TaskFact[];

/** The worker's report of a range, with the pay of the tasks that they worked on in it. */
export function ownReport(record: Record, range: TimeRange, ofOpenProject: FactsOf): TimeReport {
  return ownView(record, range, ofOpenProject).report;
}

/** Everything that My time shows of a range that holds `atMs`: its days, or its months where it is all time. */
export function timeViewOf(
  record: Record,
  request: { readonly name: RangeName; readonly atMs: number },
  ofOpenProject: FactsOf,
): TimeView {
  const { name, atMs } = request;
  const range = rangeOf(name, atMs);
  const { report: whole, segments, declared } = ownView(record, range, ofOpenProject);
  const { tasks, ...report } = whole;
  const shown = { report, tasks: pageOf(tasks, 0), declared };
  if (name === 'all') return { ...shown, days: [], months: monthsOf(segments, localMonths(spanOf(segments))) };
  return { ...shown, days: daysOf(segments, localDays(range)), months: [] };
}

/** The tasks of the same range from the one at `offset` on. */
export function taskTimesOf(
  { timekeeper }: Pick<Record, 'timekeeper'>,
  { name, atMs, offset }: { readonly name: RangeName; readonly atMs: number; readonly offset: number },
): TaskTimesPage {
  const range = rangeOf(name, atMs);
  const { ledger, declarations } = timekeeper.recorded(range);
  const segments = segmentsInForce(range, ledger.segments, declarations);
  return pageOf(trueTimes(segments, totalsOf(segments).workMs), offset);
}

function pageOf(tasks: readonly TaskTime[], offset: number): TaskTimesPage {
  const longestFirst = tasks.toSorted((a, b) => b.trueMs - a.trueMs || (a.id < b.id ? -1 : 1));
  return { count: tasks.length, tasks: longestFirst.slice(offset, offset + TASK_TIMES_PAGE) };
}

function ownView({ timekeeper, journal }: Record, range: TimeRange, ofOpenProject: FactsOf) {
  const { ledger, declarations } = timekeeper.recorded(range);
  const segments = segmentsInForce(range, ledger.segments, declarations);
  const workedOn = new Set(segments.map(({ taskId }) => taskId));
  const taskFacts = payFacts(ofOpenProject(workedOn), journal, workedOn);
  return {
    segments,
    report: reportOf({ range, ledger, declarations, taskFacts }),
    declared: declaredIn(range, ledger.segments, declarations),
  };
}

/** The local days of a range that begins and ends at midnight. */
function localDays({ fromMs, toMs }: TimeRange): TimeRange[] {
  const days: TimeRange[] = [];
  for (let day = rangeOf('today', fromMs); day.fromMs < toMs; day = rangeOf('today', day.toMs)) days.push(day);
  return days;
}

/** The local months that a span reaches into; at most 20 years of them, whatever a clock once said. */
function localMonths(span: TimeRange | null): TimeRange[] {
  const months: TimeRange[] = [];
  if (!span) return months;
  let month = rangeOf('month', span.toMs - 1);
  while (month.toMs > span.fromMs && months.length < MOST_MONTHS) {
    months.unshift(month);
    month = rangeOf('month', month.fromMs - 1);
  }
  return months;
}

const MOST_MONTHS = 240;
