import type { DayStretch, DayView } from '../../../shared/time/day-view.ts';
import type { Phase } from '../../../shared/time/segment.ts';

/** How a stretch is drawn: three families of work, and what is none. Told apart by height and texture, too. */
export type Look = 'tasks' | 'around' | 'breaks' | 'undetermined' | 'away' | 'own';

/** In the order of the legend. */
export const looks: readonly Look[] = ['tasks', 'around', 'breaks', 'undetermined', 'away', 'own'];

const HOUR_MS = 3_600_000;
/** A picture of less than this would make minutes look like hours. */
const LEAST_SPAN_MS = 4 * HOUR_MS;
/** Stretches of one kind that are closer than this are one in rows that are only looked at. */
const TOUCHING_MS = 1_000;

export function lookOf(phase: Phase): Look {
  switch (phase) {
    case 'task':
    case 'rework':
      return 'tasks';
    case 'break.rest':
    case 'break.exposure':
      return 'breaks';
    case 'undetermined':
      return 'undetermined';
    case 'away':
    case 'outage':
      return 'away';
    case 'ledger':
      return 'own';
    default:
      return 'around';
  }
}

/** Hours of the day that are shown, as milliseconds from midnight: the same for every row, so that rows compare. */
export interface HourSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The hours in which anything happened, whole hours, at least four. */
export function hourSpan(days: readonly DayView[]): HourSpan {
  let [first, last] = [Infinity, 0];
  for (const { range, stretches } of days) {
    for (const { startUtcMs, durationMs } of stretches) {
      first = Math.min(first, startUtcMs - range.fromMs);
      last = Math.max(last, startUtcMs + durationMs - range.fromMs);
    }
  }
  if (first > last) return { fromMs: 8 * HOUR_MS, toMs: 18 * HOUR_MS };
  const fromMs = Math.floor(first / HOUR_MS) * HOUR_MS;
  const toMs = Math.ceil(last / HOUR_MS) * HOUR_MS;
  const missing = Math.max(0, LEAST_SPAN_MS - (toMs - fromMs));
  const start = Math.max(0, fromMs - Math.floor(missing / 2 / HOUR_MS) * HOUR_MS);
  return { fromMs: start, toMs: Math.max(toMs, start + LEAST_SPAN_MS) };
}

/** Full hours to name under the picture: at most eight. */
export function hourTicks({ fromMs, toMs }: HourSpan): readonly number[] {
  const hours = (toMs - fromMs) / HOUR_MS;
  const step = [1, 2, 3, 4, 6].find((candidate) => hours / candidate <= 8) ?? 6;
  const first = Math.ceil(fromMs / HOUR_MS / step) * step;
  const ticks: number[] = [];
  for (let hour = first; hour * HOUR_MS <= toMs; hour += step) ticks.push(hour * HOUR_MS);
  return ticks;
}

/** Joins neighbours that look alike, for rows in which single stretches cannot be chosen. */
export function joined(stretches: readonly DayStretch[]): readonly DayStretch[] {
  const result: DayStretch[] = [];
  for (const stretch of stretches) {
    const before = result.at(-1);
    const gapMs = before ? stretch.startUtcMs - before.startUtcMs - before.durationMs : Infinity;
    if (before && Math.abs(gapMs) <= TOUCHING_MS && lookOf(before.phase) === lookOf(stretch.phase)) {
      result[result.length - 1] = {
        ...before,
        durationMs: stretch.startUtcMs + stretch.durationMs - before.startUtcMs,
      };
    } else result.push(stretch);
  }
  return result;
}

/** Where a stretch lies in a picture of `width`. */
export function placeOf(
  stretch: DayStretch,
  day: DayView,
  span: HourSpan,
  width: number,
): { x: number; width: number } {
  const perMs = width / (span.toMs - span.fromMs);
  const x = (stretch.startUtcMs - day.range.fromMs - span.fromMs) * perMs;
  return { x, width: Math.max(stretch.durationMs * perMs, 1.5) };
}
