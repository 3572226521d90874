import { isBreak, isWork } from './activity.ts';
import type { BreakAct, Ledger } from './ledger.ts';
import { passedOf } from './passed.ts';
import type { Segment } from './segment.ts';

/** Only this much contiguous break or absence starts continuous work anew; shorter ones freeze it (wellbeing.md). */
export const RESET_MS = 5 * 60_000;

/** What happened since the last contiguous rest of some length. */
export interface Stretch {
  readonly segments: readonly Segment[];
  /** Acts after that rest began to count, in order. */
  readonly acts: readonly BreakAct[];
}

/**
 * The newest part of a ledger, back to the last time that the worker rested for at least `restMs` in one piece: breaks,
 * absence, an outage, being signed off. A late beat or a failing disk is no rest: the worker may have been at work.
 */
export function stretchSince(ledger: Ledger, restMs: number): Stretch {
  const { segments, breakActs } = ledger;
  const passed = passedOf(ledger);
  let restedMs = 0;
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    const next = segments[index + 1];
    if (!segment) continue;
    if (next && next.session !== segment.session) {
      restedMs += passed.offBeforeMs(next.session);
      if (restedMs >= restMs) {
        return { segments: segments.slice(index + 1), acts: breakActs.filter((act) => act.session >= next.session) };
      }
    }
    restedMs = isRest(segment) ? restedMs + passed.lastedMs(segment) : 0;
    if (restedMs >= restMs) {
      return { segments: segments.slice(index + 1), acts: breakActs.filter((act) => isAfter(act, segment)) };
    }
  }
  return { segments, acts: breakActs };
}

/** How long the contiguous rest before a stretch of this ledger was; null if the stretch goes back to its beginning. */
export function restBefore(ledger: Ledger, stretch: Stretch): number | null {
  const passed = passedOf(ledger);
  const first = ledger.segments.length - stretch.segments.length;
  if (first === 0) return null;
  let restedMs = 0;
  for (let index = first - 1; index >= 0; index -= 1) {
    const segment = ledger.segments[index];
    const next = ledger.segments[index + 1];
    if (!segment) continue;
    if (next && next.session !== segment.session) restedMs += passed.offBeforeMs(next.session);
    if (!isRest(segment) && segment.phase !== 'ledger') return restedMs;
    restedMs += passed.lastedMs(segment);
  }
  return restedMs;
}

/** Work time without rest; queue and search included. */
export function workIn(segments: readonly Segment[]): number {
  return segments.filter(isScreenWork).reduce((sum, segment) => sum + segment.durationMs, 0);
}

/** Work time after a break act. */
export function workSince(segments: readonly Segment[], act: BreakAct): number {
  return segments.filter(isScreenWork).reduce((sum, segment) => {
    if (segment.session < act.session) return sum;
    if (segment.session > act.session) return sum + segment.durationMs;
    const passedMs = Math.max(0, act.offsetMs - segment.offsetMs);
    return sum + Math.max(0, segment.durationMs - passedMs);
  }, 0);
}

function isScreenWork({ phase }: Segment): boolean {
  return phase !== 'away' && phase !== 'undetermined' && isWork(phase) && !isBreak(phase);
}

function isRest({ phase, cause }: Segment): boolean {
  if (phase === 'undetermined') return cause !== 'stall' && cause !== 'disk';
  return phase === 'away' || phase === 'outage' || (phase !== 'ledger' && isBreak(phase));
}

function isAfter(act: BreakAct, segment: Segment): boolean {
  if (act.session !== segment.session) return act.session > segment.session;
  return act.offsetMs > segment.offsetMs;
}
