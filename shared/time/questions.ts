import { isWork } from './activity.ts';
import { type Declaration, declaredSegmentId } from './declarations.ts';
import { QUESTION_FROM_MS } from './limits.ts';
import type { Segment } from './segment.ts';
import type { TimeQuestion } from './snapshot.ts';

/**
 * Undetermined stretches that the worker may still be asked about, newest first: at least a minute long, during an
 * activity that is work, and not answered. `later` is an answer too: such a stretch is listed, not asked about again.
 */
export function openQuestions(
  segments: readonly Segment[],
  declarations: readonly Declaration[],
): readonly TimeQuestion[] {
  const answered = new Set(declarations.map(declaredSegmentId));
  return segments
    .filter((segment) => segment.phase === 'undetermined' && isWork(segment.activity) && !answered.has(segment.id))
    .map((segment) => questionOf(segment))
    .filter((question) => question.durationMs >= QUESTION_FROM_MS)
    .toReversed();
}

/** How the worker is asked about a segment; where only the wall clock saw a stretch, its estimate is asked about. */
export function questionOf(segment: Segment): TimeQuestion {
  return {
    id: segment.id,
    fromWallMs: segment.startUtcMs,
    durationMs: segment.wallEstimateMs ?? segment.durationMs,
    byWallClock: segment.wallEstimateMs !== null,
    cause: segment.cause ?? 'no-input',
  };
}
