import { declaredIn, daysOf, segmentsInForce } from '../../../shared/time/day-view.ts';
import { type TimeReport, reportOf } from '../../../shared/time/report.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';
import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
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

/** Everything that My time shows of a range that holds `atMs`. Days are listed for a day, a week and a month. */
export function timeViewOf(
  record: Record,
  request: { readonly name: RangeName; readonly atMs: number },
  ofOpenProject: FactsOf,
): TimeView {
  const { name, atMs } = request;
  const range = rangeOf(name, atMs);
  const { report, segments, declared } = ownView(record, range, ofOpenProject);
  return { report, days: daysOf(segments, name === 'all' ? [] : localDays(range)), declared };
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
