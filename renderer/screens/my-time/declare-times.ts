import type { DayStretch } from '../../../shared/time/day-view.ts';
import type { Correction } from '../../../shared/time/journal-record.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** `hh:mm` of an instant, as a time field wants it. */
export function timeInput(ms: number): string {
  const at = new Date(ms);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `YYYY-MM-DD` of an instant, as a date field wants it. */
export function dayInput(ms: number): string {
  const at = new Date(ms);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * The part of a stretch between two times of day, to the millisecond at its ends: a field that was left as it was
 * shown means the end itself, not its full minute. Null when nothing is left of it.
 */
export function correctedRange(
  stretch: DayStretch,
  { from, to }: { readonly from: string; readonly to: string },
): Correction['range'] | null {
  const endMs = stretch.startUtcMs + stretch.durationMs;
  const fromMs = from === timeInput(stretch.startUtcMs) ? stretch.startUtcMs : within(stretch, from);
  const toMs = to === timeInput(endMs) ? endMs : within(stretch, to);
  if (fromMs === null || toMs === null || fromMs >= toMs) return null;
  const offsetMs = stretch.segmentOffsetMs + (fromMs - stretch.startUtcMs);
  return { of: 'segment', segmentId: stretch.segmentId, offsetMs, durationMs: toMs - fromMs };
}

/** Time on a day that no session covers, in the zone of this machine. Null when it makes no sense or is still to come. */
export function addedRange(input: {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly nowMs: number;
  readonly projectId: string | null;
}): Correction['range'] | null {
  const startUtcMs = new Date(`${input.day}T${input.from}`).getTime();
  const endMs = new Date(`${input.day}T${input.to}`).getTime();
  if (!(startUtcMs >= 0 && endMs > startUtcMs && endMs <= input.nowMs)) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { projectId } = input;
  return { of: 'added', startUtcMs, zone, durationMs: endMs - startUtcMs, projectId, taskId: null };
}

/** The instant of a time of day inside a stretch, which may pass midnight. */
function within({ startUtcMs, durationMs }: DayStretch, time: string): number | null {
  const at = new Date(`${dayInput(startUtcMs)}T${time}`).getTime();
  const candidates = [at, at + DAY_MS].filter((ms) => ms >= startUtcMs && ms <= startUtcMs + durationMs);
  return candidates[0] ?? null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
