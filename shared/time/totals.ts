import { type Activity, activities, isWork } from './activity.ts';
import { durationWithin } from './clip.ts';
import type { TimeRange } from './time-range.ts';
import type { Segment, Source } from './segment.ts';
import type { ByActivityMs } from './snapshot.ts';

/** Sums over segments; every one of them is in exactly one place. */
export interface Totals {
  readonly byActivityMs: ByActivityMs;
  /** W */
  readonly workMs: number;
  /** U */
  readonly undeterminedMs: number;
  readonly awayMs: number;
  /** How W is known; adds up to it. */
  readonly sourcesMs: Readonly<Record<Source, number>>;
}

/** Adds up what lies in a range of wall time, or everything. */
export function totalsOf(segments: readonly Segment[], range?: TimeRange): Totals {
  const byActivityMs = Object.fromEntries(activities.map((activity) => [activity, 0])) as Record<Activity, number>;
  const sourcesMs = { measured: 0, inferred: 0, declared: 0 };
  let [workMs, undeterminedMs, awayMs] = [0, 0, 0];
  for (const segment of segments) {
    const durationMs = range ? durationWithin(segment, range) : segment.durationMs;
    if (segment.phase === 'undetermined') undeterminedMs += durationMs;
    else if (segment.phase === 'away') awayMs += durationMs;
    else {
      byActivityMs[segment.phase] += durationMs;
      if (!isWork(segment.phase)) continue;
      workMs += durationMs;
      sourcesMs[segment.source] += durationMs;
    }
  }
  return { byActivityMs, workMs, undeterminedMs, awayMs, sourcesMs };
}
