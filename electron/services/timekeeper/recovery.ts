import { questionOf } from '../../../shared/time/questions.ts';
import type { TimeRecovery } from '../../../shared/time/snapshot.ts';
import { cutShortDraft } from './draft.ts';
import type { History } from './history.ts';
import { type Recorder, withoutDiskErrors } from './recorder.ts';

/** What the start found, and which stretch it is about. */
export interface Recovered {
  readonly segmentId: string;
  readonly recovery: TimeRecovery;
}

/**
 * Closes a session that a crash or a power cut left open, at its last beat; the gap to now becomes a stretch of its own.
 *
 * @returns null if the last session was closed, or if the worker was known to be away.
 */
export function recoverSession(history: History, recorder: Recorder, droppedRecords: number): Recovered | null {
  const left = history.cutShort();
  if (!left) return null;
  withoutDiskErrors(() => recorder.endCutShort(cutShortDraft(left, recorder.now(), droppedRecords)));
  const segment = history.recorded().segments.at(-1);
  if (segment?.session !== left.session) return null;
  if (segment.cause !== 'crash' && segment.cause !== 'reboot') return null;
  const { id, durationMs, byWallClock, cause } = questionOf(segment);
  return { segmentId: id, recovery: { durationMs, byWallClock, cause, droppedRecords } };
}
