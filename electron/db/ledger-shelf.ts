import type { Ledger } from '../../shared/time/ledger.ts';
import type { TimeRange } from '../../shared/time/time-range.ts';
import type { WritableDb } from './open-database.ts';
import { keepSessionLedger, readKeptSessions, readLedgersOf, sessionsWithin } from './session-ledger-store.ts';

/** Kept ledgers of closed sessions. They never change, so each is read and parsed once: two years are 40,000 segments. */
export interface LedgerShelf {
  /** Those of sessions that reach into a range of wall time, oldest first. */
  within(range: TimeRange): readonly Ledger[];
  keep(ledger: Ledger): void;
  /** Reads some that were not asked for yet, newest first; false when there are no more. */
  readAhead(most: number): boolean;
}

export function ledgerShelf(db: WritableDb): LedgerShelf {
  const held = new Map<number, Ledger>();
  const hold = (sessions: readonly number[]): void => {
    const missing = sessions.filter((session) => !held.has(session));
    for (const [session, ledger] of readLedgersOf(db, missing)) held.set(session, ledger);
  };
  return {
    within(range) {
      const sessions = sessionsWithin(db, range);
      hold(sessions);
      return sessions.flatMap((session) => held.get(session) ?? []);
    },
    keep(ledger) {
      for (const { session } of ledger.sessions) held.delete(session);
      keepSessionLedger(db, ledger);
    },
    readAhead(most) {
      const missing = [...readKeptSessions(db)].filter((session) => !held.has(session)).toSorted((a, b) => b - a);
      hold(missing.slice(0, most));
      return missing.length > most;
    },
  };
}
