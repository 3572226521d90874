import type { ClockReading } from '../../../shared/core/ports.ts';
import type { RecordPlace } from '../../../shared/project/limits.ts';
import { isSameBoot } from '../../../shared/time/interval.ts';
import { agoOf } from '../../../shared/time/look-back.ts';
import { placeAt } from '../../../shared/time/open-session.ts';
import type { History } from './history.ts';

/** Where the record stands now: so long after the start of its last session. Null before the first. */
export function placeOf(history: History, now: ClockReading): RecordPlace | null {
  const session = history.lastSession();
  const lengthMs = agoOf(history.inForce(), { session, offsetMs: 0 });
  return lengthMs === null ? null : { session, sinceStartMs: lengthMs + sinceEndMs(history, now) };
}

/** How long ago a place was, as far as is known; null if the ledgers in memory do not reach back to it. */
export function passedSince(history: History, place: RecordPlace, now: ClockReading): number | null {
  const startedAgoMs = agoOf(history.inForce(), { session: place.session, offsetMs: 0 });
  if (startedAgoMs === null) return null;
  return Math.max(0, startedAgoMs + sinceEndMs(history, now) - place.sinceStartMs);
}

/** The time since the ledger's end: its last beat, or the last sign-off. */
function sinceEndMs(history: History, now: ClockReading): number {
  const open = history.open();
  if (open) return Math.max(0, placeAt(open, now) - open.atMs);
  const stop = history.lastStop();
  if (!stop) return 0;
  if (isSameBoot(stop, now)) return now.bootMs - stop.bootMs;
  return Math.max(now.bootMs, now.wallMs - stop.wallMs);
}
