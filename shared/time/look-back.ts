import { isWork } from './activity.ts';
import type { Ledger } from './ledger.ts';
import type { Segment } from './segment.ts';

/**
 * Work time, breaks included, in the newest `spanMs` of a ledger.
 *
 * Counted back from the ledger's end by its own durations and the time signed off between sessions: a clock that is set
 * neither fills nor empties a day or a week.
 */
export function workWithin(ledger: Ledger, spanMs: number): number {
  let backMs = 0;
  let workMs = 0;
  for (const { segment, offAfterMs } of newestFirst(ledger)) {
    backMs += offAfterMs;
    if (backMs >= spanMs) break;
    if (isWorkTime(segment)) workMs += Math.min(segment.durationMs, spanMs - backMs);
    backMs += segment.durationMs;
  }
  return workMs;
}

/** How long before the ledger's end a place in a session lies, time signed off included; null if the ledger does not hold it. */
export function agoOf(ledger: Ledger, place: { readonly session: number; readonly offsetMs: number }): number | null {
  const later = ledger.sessions.filter(({ session }) => session > place.session);
  const own = ledger.sessions.find(({ session }) => session === place.session);
  if (!own) return null;
  const since = later.reduce((sum, { durationMs, offBeforeMs }) => sum + durationMs + (offBeforeMs ?? 0), 0);
  return since + Math.max(0, own.durationMs - place.offsetMs);
}

interface Step {
  readonly segment: Segment;
  /** Time signed off between this segment and the next one. */
  readonly offAfterMs: number;
}

function* newestFirst({ segments, sessions }: Ledger): Generator<Step> {
  const offBefore = new Map(sessions.map((span) => [span.session, span.offBeforeMs ?? 0]));
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    const next = segments[index + 1];
    if (!segment) continue;
    const isLastOfSession = next !== undefined && next.session !== segment.session;
    yield { segment, offAfterMs: isLastOfSession ? (offBefore.get(next.session) ?? 0) : 0 };
  }
}

function isWorkTime({ phase }: Segment): boolean {
  return phase !== 'away' && phase !== 'undetermined' && isWork(phase);
}
