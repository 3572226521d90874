import { FOLD_VERSION } from '../../shared/time/fold-session.ts';
import { type Ledger, ledgerSchema } from '../../shared/time/ledger.ts';
import type { TimeRange } from '../../shared/time/time-range.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

/** Closed sessions that reach into a range of wall time, oldest first. Those of another fold are left out, unless final. */
export function sessionsWithin(db: ReadableDb, range: TimeRange): readonly number[] {
  return db
    .prepare<[number, number, number], number>(
      `SELECT session FROM session_ledger
       WHERE (fold_version = ? OR final = 1) AND to_wall_ms >= ? AND from_wall_ms < ? ORDER BY session`,
    )
    .pluck()
    .all(FOLD_VERSION, range.fromMs, range.toMs);
}

/** The kept ledgers of these sessions. */
export function readLedgersOf(db: ReadableDb, sessions: readonly number[]): readonly (readonly [number, Ledger])[] {
  if (sessions.length === 0) return [];
  return db
    .prepare<[string], { session: number; ledger: string }>(
      'SELECT session, ledger FROM session_ledger WHERE session IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(sessions))
    .map(({ session, ledger }) => [session, ledgerSchema.parse(JSON.parse(ledger))] as const);
}

/** Sessions whose ledger is kept. */
export function readKeptSessions(db: ReadableDb): ReadonlySet<number> {
  const sessions = db
    .prepare<[number], number>('SELECT session FROM session_ledger WHERE fold_version = ? OR final = 1')
    .pluck()
    .all(FOLD_VERSION);
  return new Set(sessions);
}

/** Keeps the ledger of one closed session. */
export function keepSessionLedger(db: WritableDb, ledger: Ledger): void {
  const [span] = ledger.sessions;
  if (!span) return;
  const starts = ledger.segments.map((segment) => segment.startUtcMs);
  const ends = ledger.segments.map((segment) => segment.startUtcMs + segment.durationMs);
  const from = Math.min(span.startUtcMs, ...starts);
  const to = Math.max(from, ...ends);
  write(db, () =>
    db
      .prepare(
        `INSERT INTO session_ledger (session, fold_version, from_wall_ms, to_wall_ms, ledger) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (session) DO UPDATE SET fold_version = excluded.fold_version, from_wall_ms = excluded.from_wall_ms,
           to_wall_ms = excluded.to_wall_ms, ledger = excluded.ledger`,
      )
      .run(span.session, FOLD_VERSION, from, to, JSON.stringify(ledger)),
  );
}
