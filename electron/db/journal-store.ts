import { AppError } from '../../shared/core/errors.ts';
import { type Declaration, isDeclaration } from '../../shared/time/declarations.ts';
import { type ExposureRecord, isExposure } from '../../shared/time/exposure.ts';
import type { SignOff } from '../../shared/time/fold-session.ts';
import { CHAIN_START, type ChainFinding, chainFaults } from '../../shared/time/journal-chain.ts';
import {
  type Checkpoint,
  isOutcome,
  type JournalDraft,
  type JournalRecord,
  type OutcomeRecord,
} from '../../shared/time/journal-record.ts';
import type { Ledger } from '../../shared/time/ledger.ts';
import type { TimeRange } from '../../shared/time/time-range.ts';
import { foldBefore, foldedThrough, readFoldedHashes, verifyJournal } from './journal-fold.ts';
import {
  type JournalEnd,
  appendRecord,
  dropLast,
  iterateRows,
  journalCrypto,
  readEnd,
  readRowsOfKind,
  toRecord,
} from './journal-rows.ts';
import { RECORD_APPLICATION_ID, recordMigrations } from './migrations/record/all.ts';
import { type ReadableDb, type WritableDb, openDatabase } from './open-database.ts';
import { ledgerShelf } from './ledger-shelf.ts';
import { readKeptSessions } from './session-ledger-store.ts';

/** The worker's journal: append-only, each record chained to the one before. One process holds it. */
export interface JournalStore {
  /** Half-written records that opening dropped from the end: 0 or 1. */
  readonly droppedRecords: number;
  /** On disk when this returns. Refuses with `DISK_FULL`, `DISK_READ_ONLY` or `DISK_FAILED`; nothing is written then. */
  append(draft: JournalDraft): JournalRecord;
  /** Every session, oldest first. */
  sessions(): readonly SessionEntry[];
  /** Records in order of seq, `[fromSeq, toSeq)`; without `toSeq` to the end. */
  records(fromSeq: number, toSeq?: number): readonly JournalRecord[];
  /** Every answer and correction, oldest first. */
  declarations(): readonly Declaration[];
  /** Every note of flagged content that was shown, oldest first. */
  exposures(): readonly ExposureRecord[];
  /** Every verdict and payment as the worker learnt of it, oldest first. */
  outcomes(): readonly OutcomeRecord[];
  keepLedger(ledger: Ledger): void;
  /** Sessions whose ledger is kept. */
  keptSessions(): ReadonlySet<number>;
  /** Kept ledgers of sessions that reach into a range of wall time. */
  keptLedgers(range: TimeRange): readonly Ledger[];
  /** Reads some kept ledgers into memory that were not asked for yet, newest first; false when there are no more. */
  readAhead(most: number): boolean;
  /** Hashes of all records, oldest first: the leaves of a work statement's `journalRoot`. */
  hashes(): readonly string[];
  /** Checks the whole chain; every record that does not hold. Empty when all is well. */
  verify(): readonly ChainFinding[];
  /** Removes the beats of sessions that ended before an instant, behind a checkpoint; null when there are none. */
  foldBefore(wallMs: number, draft: (body: Checkpoint) => JournalDraft): JournalRecord | null;
  close(): void;
}

/** Where a session stands in the journal. */
export interface SessionEntry {
  readonly session: number;
  readonly fromSeq: number;
  /** Seq of the next session's first record; null for the last session. */
  readonly toSeq: number | null;
  /** Clocks at its end; null if it has none: it is open, or a crash cut it short. */
  readonly stop: SignOff | null;
}

export interface OpenJournalOptions {
  /** `record.db` in the worker's own folder, never in a project's. */
  readonly path: string;
  readonly minimumSqlite?: string;
}

/**
 * Opens the worker's record.
 *
 * The chain is verified from the start of the last session; a last record that is half-written is dropped (and told in
 * `droppedRecords`). Refuses as `openDatabase` does, and with `RECORD_DAMAGED` when any other record does not hold.
 */
export function openJournal({ path, minimumSqlite }: OpenJournalOptions): JournalStore {
  const db = openDatabase({
    path,
    applicationId: RECORD_APPLICATION_ID,
    migrations: recordMigrations,
    codes: { inUse: 'RECORD_IN_USE', newer: 'RECORD_NEWER', damaged: 'RECORD_DAMAGED' },
    ...(minimumSqlite === undefined ? {} : { minimumSqlite }),
  });
  try {
    return journalOver(db, settleTail(db));
  } catch (error) {
    db.close();
    throw error;
  }
}

function journalOver(db: WritableDb, droppedRecords: number): JournalStore {
  let end = readEnd(db);
  const ledgers = ledgerShelf(db);
  let outcomes: readonly OutcomeRecord[] | null = null;
  return {
    droppedRecords,
    append(draft) {
      const record = appendRecord(db, end, draft);
      end = { seq: record.seq, hash: record.hash };
      if (isOutcome(record)) outcomes = outcomes && [...outcomes, record];
      return record;
    },
    sessions: () => readSessions(db),
    records: (fromSeq, toSeq) => Array.from(iterateRows(db, fromSeq, toSeq), toRecord),
    declarations: () =>
      [...readRowsOfKind(db, 'answer'), ...readRowsOfKind(db, 'correction')]
        .toSorted((a, b) => a.seq - b.seq)
        .map(toRecord)
        .filter(isDeclaration),
    exposures: () => readRowsOfKind(db, 'exposure').map(toRecord).filter(isExposure),
    outcomes: () => (outcomes ??= readRowsOfKind(db, 'outcome').map(toRecord).filter(isOutcome)),
    keepLedger: (ledger) => ledgers.keep(ledger),
    keptSessions: () => readKeptSessions(db),
    keptLedgers: (range) => ledgers.within(range),
    readAhead: (most) => ledgers.readAhead(most),
    hashes: () => [
      ...readFoldedHashes(db),
      ...Array.from(iterateRows(db, foldedThrough(db).seq + 1), (row) => row.hash),
    ],
    verify: () => verifyJournal(db),
    foldBefore(wallMs, draft) {
      const record = foldBefore(db, end, wallMs, draft);
      if (record) end = { seq: record.seq, hash: record.hash };
      return record;
    },
    close: () => db.close(),
  };
}

function readSessions(db: ReadableDb): readonly SessionEntry[] {
  const starts = readRowsOfKind(db, 'session-start');
  const stops = new Map(readRowsOfKind(db, 'session-stop').map((row) => [row.session, row]));
  return starts.map(({ session, seq }, index) => {
    const stop = stops.get(session);
    return {
      session,
      fromSeq: seq,
      toSeq: starts[index + 1]?.seq ?? null,
      stop: stop ? { bootId: stop.bootId, bootMs: stop.bootMs, wallMs: stop.wallMs } : null,
    };
  });
}

/** Verifies the last session and drops a half-written last record. Returns how many were dropped. */
function settleTail(db: WritableDb): number {
  const { seq: lastSeq } = readEnd(db);
  const faults = faultsOfTail(db);
  const [first] = faults;
  if (!first) return 0;
  if (first.seq !== lastSeq) throw new AppError('RECORD_DAMAGED', { seq: first.seq, fault: first.fault });
  dropLast(db, lastSeq);
  return 1;
}

function faultsOfTail(db: WritableDb): readonly ChainFinding[] {
  const fromSeq = readRowsOfKind(db, 'session-start').at(-1)?.seq ?? 1;
  return [...chainFaults(iterateRows(db, fromSeq), placeBefore(db, fromSeq), journalCrypto)];
}

function placeBefore(db: ReadableDb, seq: number): JournalEnd {
  const folded = foldedThrough(db);
  if (folded.seq === seq - 1) return folded;
  const [before] = seq > 1 ? iterateRows(db, seq - 1, seq) : [];
  return before ?? { seq: 0, hash: CHAIN_START };
}
