import type { TimeRange } from './time-range.ts';
import type { Segment } from './segment.ts';

/** What a segment gives to a range of wall time: milliseconds of it that lie inside, from where it was shown to begin. */
export function durationWithin(segment: Segment, range: TimeRange): number {
  const from = Math.max(segment.startUtcMs, range.fromMs);
  const to = Math.min(segment.startUtcMs + segment.durationMs, range.toMs);
  return Math.max(0, to - from);
}

/**
 * The parts of segments that lie in a range of wall time. For views: adjoining ranges divide every segment without loss
 * or overlap, so their sums add up (a session over midnight is one in the ledger and two in the views).
 */
export function clipSegments(segments: readonly Segment[], range: TimeRange): readonly Segment[] {
  const parts: Segment[] = [];
  for (const segment of segments) {
    const durationMs = durationWithin(segment, range);
    if (durationMs === 0) continue;
    if (durationMs === segment.durationMs) parts.push(segment);
    else {
      const cutMs = Math.max(0, range.fromMs - segment.startUtcMs);
      const { startUtcMs, offsetMs } = segment;
      parts.push({ ...segment, startUtcMs: startUtcMs + cutMs, offsetMs: offsetMs + cutMs, durationMs });
    }
  }
  return parts;
}
