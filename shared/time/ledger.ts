import type { BreakActKind } from './journal-record.ts';
import type { Segment } from './segment.ts';

/** One session: from signing on to signing off, or to where a crash cut it. */
export interface SessionSpan {
  readonly session: number;
  readonly startUtcMs: number;
  readonly zone: string;
  /** Length so far, sleep included: the sum of its segments. */
  readonly durationMs: number;
  readonly closed: boolean;
  /**
   * How long the worker had been signed off before, as far as known; null for the first session. By the boot clock
   * within one boot. Across boots no clock but the wall knows: used for rest rules only, never counted as time.
   */
  readonly offBeforeMs: number | null;
}

/** A jump of the wall clock against the boot clock. Never a duration. */
export interface ClockAnomaly {
  readonly session: number;
  readonly seq: number;
  readonly wallMs: number;
  /** Positive when the wall clock was set forward. */
  readonly deltaMs: number;
}

/** A break act, at its place in the session. */
export interface BreakAct {
  readonly session: number;
  readonly offsetMs: number;
  readonly wallMs: number;
  readonly act: BreakActKind;
  readonly rule: string;
  readonly lengthMs: number;
  readonly complete: boolean;
}

/** What the journal's beats come to, oldest first. Answers and corrections are not in it; see `declarations.ts`. */
export interface Ledger {
  readonly sessions: readonly SessionSpan[];
  /** Never overlapping, covering every session whole, the open one up to its last beat. */
  readonly segments: readonly Segment[];
  readonly anomalies: readonly ClockAnomaly[];
  readonly breakActs: readonly BreakAct[];
}

export const emptyLedger: Ledger = { sessions: [], segments: [], anomalies: [], breakActs: [] };
