import type { Ledger, SessionSpan } from './ledger.ts';
import type { Segment } from './segment.ts';

/** How long stretches lasted, those included in which nothing was recorded. For rules about rest; never counted as time. */
export interface Passed {
  /** How long the worker had been signed off before a session. */
  offBeforeMs(session: number): number;
  lastedMs(segment: Segment): number;
  sessionMs(span: SessionSpan): number;
}

/** A stretch whose end only the wall clock tells, and what became of that clock since. */
interface Belief {
  readonly key: string;
  /** What the wall clock alone says, on top of what is sure. */
  readonly amountMs: number;
  /** How far the clock was set since, forward positive. */
  setMs: number;
}

/** Ledgers are replaced, never changed, and seven rules ask about each. */
const known = new WeakMap<Ledger, Passed>();

/**
 * How long stretches of a ledger lasted. While the machine was off only the wall clock went on. It is believed, for most
 * people turn their machine off at night; but what it is set back by afterwards, it may have been ahead by, so the last
 * such stretches are that much shorter. Set wrong and right again at work, it takes nothing away.
 */
export function passedOf(ledger: Ledger): Passed {
  const before = known.get(ledger);
  if (before) return before;
  // few sessions end with a gap that only the wall clock saw, and this is asked at every beat
  const gaps = ledger.segments.filter((segment) => segment.wallEstimateMs !== null);
  const taken = takenBack(beliefsOf(ledger, gaps));
  const off = new Map(ledger.sessions.map((span) => [span.session, span.offBeforeMs ?? 0]));
  const lastedMs = (segment: Segment): number =>
    segment.wallEstimateMs === null
      ? segment.durationMs
      : segment.durationMs + Math.max(0, unseenMs(segment) - (taken.get(gapKey(segment)) ?? 0));
  const ownMs = new Map<number, number>();
  const cut = new Set(gaps.map(({ session }) => session));
  for (const segment of cut.size > 0 ? ledger.segments : []) {
    if (cut.has(segment.session)) ownMs.set(segment.session, (ownMs.get(segment.session) ?? 0) + lastedMs(segment));
  }
  const passed: Passed = {
    offBeforeMs: (session) => Math.max(0, (off.get(session) ?? 0) - (taken.get(offKey(session)) ?? 0)),
    lastedMs,
    sessionMs: (span) => Math.max(span.durationMs, ownMs.get(span.session) ?? 0),
  };
  known.set(ledger, passed);
  return passed;
}

/** What the wall clock alone says of a gap over a reboot. Once answered, the answer has its length. */
function unseenMs({ wallEstimateMs, durationMs, source, cause }: Segment): number {
  if (wallEstimateMs === null || (source === 'declared' && cause !== 'declared')) return 0;
  return Math.max(0, wallEstimateMs - durationMs);
}

/** In order of time, each with what the clock was set by since. */
function beliefsOf({ sessions, anomalies }: Ledger, gaps: readonly Segment[]): readonly Belief[] {
  const beliefs: Belief[] = [];
  const believe = (key: string, amountMs: number): void => {
    if (amountMs > 0) beliefs.push({ key, amountMs, setMs: 0 });
  };
  const set = (byMs: number): void => {
    for (const belief of beliefs) belief.setMs += byMs;
  };
  for (const { session, offByWallMs, wallSetMs } of sessions) {
    set(wallSetMs ?? 0);
    believe(offKey(session), offByWallMs ?? 0);
    for (const anomaly of anomalies) if (anomaly.session === session) set(anomaly.deltaMs);
    for (const gap of gaps) if (gap.session === session) believe(gapKey(gap), unseenMs(gap));
  }
  return beliefs;
}

/** How much of each belief is taken back: of the newest first. */
function takenBack(beliefs: readonly Belief[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  let sumMs = 0;
  for (const { key, amountMs, setMs } of beliefs.toReversed()) {
    const cutMs = Math.min(amountMs, Math.max(0, -setMs - sumMs));
    sumMs += cutMs;
    taken.set(key, cutMs);
  }
  return taken;
}

const offKey = (session: number): string => `off ${session}`;
const gapKey = ({ id }: Segment): string => `gap ${id}`;
