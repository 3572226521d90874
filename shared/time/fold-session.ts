import { isSameBoot } from './interval.ts';
import { CLOCK_TOLERANCE_MS } from './limits.ts';
import { type JournalRecord, type TimedDraft, isTimed } from './journal-record.ts';
import { type BreakAct, type ClockAnomaly, type Ledger, type SessionSpan, joinLedgers } from './ledger.ts';
import { type OpenSession, foldBeat, startSession } from './open-session.ts';
import type { Segment } from './segment.ts';

/** Grows by one whenever folding the same beats gives another ledger; kept ledgers of another version are made anew. */
export const FOLD_VERSION = 2;

/** Where the last session ended, to know how long the worker was signed off when the next begins. */
export type SignOff = Pick<TimedDraft, 'bootId' | 'bootMs' | 'wallMs'>;

/** One session being folded, beat by beat; the only thing here that changes in place, so that a beat costs the same at noon and at night. */
export interface SessionFold {
  /** Folds the next record. Records that keep no time are passed over. */
  add(record: JournalRecord): void;
  /** What the records so far come to. */
  ledger(): Ledger;
  /** The state of the session at its last beat. */
  open(): OpenSession;
  closed(): boolean;
}

/** Begins with the session's first record. `before` is where the session before ended, if there was one. */
export function foldSession(first: TimedDraft, before: SignOff | null): SessionFold {
  const segments: Segment[] = [];
  const anomalies: ClockAnomaly[] = [];
  const breakActs: BreakAct[] = [];
  let open = startSession(first);
  let idleSource: SessionSpan['idleSource'] = 'app';

  const add = (record: JournalRecord): void => {
    if (!isTimed(record)) return;
    const folded = foldBeat(open, record);
    open = folded.open;
    segments.push(...folded.settled);
    const { session } = open;
    const place = { session, wallMs: record.wallMs };
    if (folded.wallJumpMs !== 0) anomalies.push({ ...place, seq: record.seq, deltaMs: folded.wallJumpMs });
    if (record.kind === 'beat') ({ idleSource } = record.body);
    if (record.kind === 'break') {
      const { act, rule, lengthMs, complete } = record.body;
      breakActs.push({ ...place, offsetMs: open.atMs, projectId: record.projectId, act, rule, lengthMs, complete });
    }
  };
  const closed = () => open.last.kind === 'session-stop';
  const span = (): SessionSpan => ({
    session: first.session,
    startUtcMs: first.wallMs,
    zone: first.zone,
    durationMs: open.atMs,
    closed: closed(),
    ...offBetween(before, first),
    idleSource,
  });
  return {
    add,
    ledger: () => ({
      sessions: [span()],
      segments: [...segments, ...open.tail.map((entry) => entry.segment)],
      anomalies: [...anomalies],
      breakActs: [...breakActs],
    }),
    open: () => open,
    closed,
  };
}

/**
 * Folds a whole journal into its ledger.
 *
 * Records must be in order of seq, beginning with a `session-start`. A session that another follows without a stop
 * ends at its last beat.
 */
export function foldRecords(records: Iterable<JournalRecord>): Ledger {
  const ledgers: Ledger[] = [];
  let current: SessionFold | null = null;
  for (const record of records) {
    if (record.kind === 'session-start') {
      if (current) ledgers.push(current.ledger());
      current = foldSession(record, current ? current.open().last : null);
    } else {
      current?.add(record);
    }
  }
  if (current) ledgers.push(current.ledger());
  return joinLedgers(ledgers);
}

/** Over a restart of the machine, only a clock that went back says that it was set. */
function offBetween(
  before: SignOff | null,
  first: TimedDraft,
): Pick<SessionSpan, 'offBeforeMs' | 'offByWallMs' | 'wallSetMs'> {
  if (before === null) return { offBeforeMs: null };
  const isSame = isSameBoot(before, first);
  const sureMs = isSame ? first.bootMs - before.bootMs : first.bootMs;
  const beyondMs = first.wallMs - before.wallMs - sureMs;
  const byWallMs = isSame ? 0 : Math.max(0, beyondMs);
  const setMs = isSame ? beyondMs : Math.min(0, beyondMs);
  return {
    offBeforeMs: sureMs + byWallMs,
    ...(byWallMs > 0 ? { offByWallMs: byWallMs } : {}),
    ...(Math.abs(setMs) > CLOCK_TOLERANCE_MS ? { wallSetMs: setMs } : {}),
  };
}
