import { type Phase, type Segment, type Source } from './segment.ts';
import { isWork } from './activity.ts';
import { clipSegments } from './clip.ts';
import { localDate, localDay } from './local-day.ts';
import type { TimeRange } from './time-range.ts';

/** How much the worker's own export says: sums, sums by project, or by task. The worker chooses, each time anew. */
export type HoursDetail = 'totals' | 'per-project' | 'per-task';

/** What stands where the worker chose not to tell. */
export const WITHHELD = 'withheld';

/** Time of one phase on one local day. No time of day: only its date. */
export interface HoursRow {
  readonly day: string;
  /** `withheld` at a lower level; empty where time belongs to no project or task. */
  readonly project: string;
  readonly task: string;
  readonly phase: Phase;
  readonly isWork: boolean;
  readonly ms: Readonly<Record<Source, number>>;
}

/**
 * Adds stretches up by local day and phase, and as finely as `detail` allows. The sums over the rows are the sums over
 * the stretches, to the millisecond. The worker's own reading and time off (`ledger`, `away`) is left out.
 */
export function hoursRows(segments: readonly Segment[], detail: HoursDetail): readonly HoursRow[] {
  const rows = new Map<string, { row: Omit<HoursRow, 'ms'>; ms: Record<Source, number> }>();
  const dayOf = makeDayOf();
  for (const segment of segments) {
    const { phase, source } = segment;
    if (phase === 'away' || phase === 'ledger') continue;
    const project = detail === 'totals' ? WITHHELD : (segment.projectId ?? '');
    const task = detail === 'per-task' ? (segment.taskId ?? '') : WITHHELD;
    for (const { day, durationMs } of dayOf(segment)) {
      const key = [day, project, task, phase].join(' ');
      const row = { day, project, task, phase, isWork: phase !== 'undetermined' && isWork(phase) };
      const entry = rows.get(key) ?? { row, ms: { measured: 0, inferred: 0, declared: 0 } };
      entry.ms[source] += durationMs;
      rows.set(key, entry);
    }
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { row, ms }]) => ({ ...row, ms }));
}

export function sumOf({ measured, inferred, declared }: Readonly<Record<Source, number>>): number {
  return measured + inferred + declared;
}

/** Divides a segment at local midnight; remembers the last day, for it is found by searching. */
function makeDayOf(): (segment: Segment) => readonly { day: string; durationMs: number }[] {
  let known: { zone: string; range: TimeRange; day: string } | null = null;
  const dayAt = (ms: number, zone: string) => {
    if (known?.zone !== zone || ms < known.range.fromMs || ms >= known.range.toMs) {
      known = { zone, range: localDay(ms, zone), day: localDate(ms, zone) };
    }
    return known;
  };
  return (segment) => {
    const parts: { day: string; durationMs: number }[] = [];
    const endMs = segment.startUtcMs + segment.durationMs;
    for (let atMs = segment.startUtcMs; atMs < endMs;) {
      const { day, range } = dayAt(atMs, segment.zone);
      const [part] = clipSegments([segment], { fromMs: atMs, toMs: Math.min(endMs, range.toMs) });
      parts.push({ day, durationMs: part?.durationMs ?? 0 });
      atMs = range.toMs;
    }
    return parts;
  };
}
