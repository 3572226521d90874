import { z } from 'zod';
import { durationMsSchema } from '../core/ids.ts';
import { isBreak, isWork } from './activity.ts';
import { durationWithin } from './clip.ts';
import type { Segment } from './segment.ts';
import { type TimeRange, timeRangeSchema } from './time-range.ts';

/** One local month in sums. The first three add up to `workMs`. */
export const monthViewSchema = z.strictObject({
  range: timeRangeSchema,
  workMs: durationMsSchema,
  /** With a task open, rework included. */
  tasksMs: durationMsSchema,
  aroundMs: durationMsSchema,
  breaksMs: durationMsSchema,
  /** Beside work time, never inside. */
  undeterminedMs: durationMsSchema,
});
export type MonthView = Readonly<z.infer<typeof monthViewSchema>>;

type Sums = { -readonly [Key in Exclude<keyof MonthView, 'range'>]: number };

/** First and last instant of some stretches; null of none. */
export function spanOf(segments: readonly Segment[]): TimeRange | null {
  let [fromMs, toMs] = [Infinity, 0];
  for (const { startUtcMs, durationMs } of segments) {
    fromMs = Math.min(fromMs, startUtcMs);
    toMs = Math.max(toMs, startUtcMs + durationMs);
  }
  return segments.length === 0 ? null : { fromMs, toMs };
}

/**
 * Adds stretches up by month; a stretch over a month's end is divided. `months` must adjoin, oldest first.
 *
 * Stretches need not be in order: the wall clock that they are shown by may have been set back.
 */
export function monthsOf(segments: readonly Segment[], months: readonly TimeRange[]): MonthView[] {
  const views = months.map((range) => ({ range, ...noTime }));
  let at = 0;
  for (const segment of segments) {
    const endMs = segment.startUtcMs + segment.durationMs;
    // neighbours mostly lie in one month
    while (at > 0 && segment.startUtcMs < (months[at]?.fromMs ?? 0)) at -= 1;
    while (at < months.length - 1 && segment.startUtcMs >= (months[at]?.toMs ?? 0)) at += 1;
    for (let month = at; month < views.length; month += 1) {
      const view = views[month];
      if (!view || view.range.fromMs >= endMs) break;
      addTo(view, segment.phase, durationWithin(segment, view.range));
    }
  }
  return views;
}

const noTime: Sums = { workMs: 0, tasksMs: 0, aroundMs: 0, breaksMs: 0, undeterminedMs: 0 };

function addTo(sums: Sums, phase: Segment['phase'], ms: number): void {
  if (phase === 'undetermined') sums.undeterminedMs += ms;
  else if (phase !== 'away' && isWork(phase)) {
    sums.workMs += ms;
    if (isBreak(phase)) sums.breaksMs += ms;
    else if (phase === 'task' || phase === 'rework') sums.tasksMs += ms;
    else sums.aroundMs += ms;
  }
}
