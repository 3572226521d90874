import { isWork } from './activity.ts';
import type { Ledger } from './ledger.ts';
import { passedOf } from './passed.ts';
import type { Segment } from './segment.ts';

/**
 * Work time, breaks included, in the newest `spanMs` of a ledger.
 *
 * Counted back from the ledger's end by its own durations and the time signed off between sessions: a clock that is set
 * neither fills nor empties a day or a week.
 */
export function workWithin(ledger: Ledger, spanMs: number): number {
  const passed = passedOf(ledger);
  let backMs = 0;
  let workMs = 0;
  for (const { segment, offAfterMs } of newestFirst(ledger)) {
    backMs += offAfterMs;
    if (backMs >= spanMs) break;
    if (isWorkTime(segment)) workMs += Math.min(segment.durationMs, spanMs - backMs);
    backMs += passed.lastedMs(segment);
  }
  return workMs;
}

/** How long before the ledger's end a place in a session lies, time signed off included; null if the ledger does not hold it. */
export function agoOf(ledger: Ledger, place: { readonly session: number; readonly offsetMs: number }): number | null {
  const later = ledger.sessions.filter(({ session }) => session > place.session);
  const own = ledger.sessions.find(({ session }) => session === place.session);
  if (!own) return null;
  const passed = passedOf(ledger);
  const since = later.reduce((sum, span) => sum + passed.sessionMs(span) + passed.offBeforeMs(span.session), 0);
  return since + Math.max(0, passed.sessionMs(own) - place.offsetMs);
}

interface Step {
  readonly segment: Segment;
  /** Time signed off between this segment and the next one. */
  readonly offAfterMs: number;
}

function* newestFirst(ledger: Ledger): Generator<Step> {
  const { segments } = ledger;
  const passed = passedOf(ledger);
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    const next = segments[index + 1];
    if (!segment) continue;
    const isLastOfSession = next !== undefined && next.session !== segment.session;
    yield { segment, offAfterMs: isLastOfSession ? passed.offBeforeMs(next.session) : 0 };
  }
}

function isWorkTime({ phase }: Segment): boolean {
  return phase !== 'away' && phase !== 'undetermined' && isWork(phase);
}
