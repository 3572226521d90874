import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CHAIN_START, type ChainFinding, chainFaults, chainHash } from '../../shared/time/journal-chain.ts';
import {
  type Checkpoint,
  type JournalDraft,
  type JournalRecord,
  checkpointSchema,
} from '../../shared/time/journal-record.ts';
import { type JournalEnd, appendRecord, iterateRows, journalCrypto, readRowsOfKind } from './journal-rows.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

/** What goes when a session is folded: its ledger says the same. Everything else stays. */
const FOLDED_KINDS = "('beat', 'activity', 'power', 'break')";

/**
 * Folds old sessions: their beats go, their ledgers and the hashes of all their records stay, and a checkpoint is
 * appended that binds both. Only sessions whose ledger is kept, from the journal's beginning without a gap.
 *
 * @param wallMs sessions that ended before it are old.
 * @returns the checkpoint, or null when there was nothing to fold.
 */
export function foldBefore(
  db: WritableDb,
  end: JournalEnd,
  wallMs: number,
  draft: (body: Checkpoint) => JournalDraft,
): JournalRecord | null {
  const throughSeq = oldThrough(db, wallMs);
  if (throughSeq <= foldedThrough(db).seq) return null;
  return write(db, () => {
    db.prepare(
      `INSERT INTO folded_hash (seq, hash)
       SELECT seq, hash FROM journal WHERE seq <= ? AND seq > (SELECT coalesce(max(seq), 0) FROM folded_hash)`,
    ).run(throughSeq);
    db.prepare(
      `UPDATE session_ledger SET final = 1
       WHERE session <= (SELECT max(session) FROM journal WHERE kind <> 'beat' AND kind = 'session-start' AND seq <= ?)`,
    ).run(throughSeq);
    db.prepare(`DELETE FROM journal WHERE seq <= ? AND kind IN ${FOLDED_KINDS}`).run(throughSeq);
    return appendRecord(db, end, draft(checkpointOf(db, throughSeq)));
  });
}

/** The last record that a checkpoint stands for; the journal's beginning if there is none. */
export function foldedThrough(db: ReadableDb): JournalEnd {
  const last = lastCheckpoint(db);
  return last ? { seq: last.body.throughSeq, hash: last.body.throughHash } : { seq: 0, hash: CHAIN_START };
}

/** Hashes of the records up to the last checkpoint's place, in lower-case hex, in order. */
export function readFoldedHashes(db: ReadableDb): readonly string[] {
  return db.prepare<[], string>('SELECT lower(hex(hash)) FROM folded_hash ORDER BY seq').pluck().all();
}

/** Checks every record against its hash and its neighbours, and what was folded against its checkpoint. */
export function verifyJournal(db: ReadableDb): readonly ChainFinding[] {
  const folded = foldedThrough(db);
  const findings: ChainFinding[] = [];
  const last = lastCheckpoint(db);
  if (last && !isDeepStrictEqual(last.body, checkpointOf(db, folded.seq))) {
    findings.push({ seq: last.seq, fault: 'checkpoint' });
  }
  const hashes = readFoldedHashes(db);
  for (const row of iterateRows(db, 1, folded.seq + 1)) {
    const holds = chainHash(row, journalCrypto) === row.hash && hashes[row.seq - 1] === row.hash;
    if (!holds) findings.push({ seq: row.seq, fault: 'hash' });
  }
  return [...findings, ...chainFaults(iterateRows(db, folded.seq + 1), folded, journalCrypto)];
}

/** Seq of the last record before the first session that is not old; 0 if that is the first of all. */
function oldThrough(db: ReadableDb, wallMs: number): number {
  const next = db
    .prepare<[number], number | null>(
      `SELECT min(seq) FROM journal WHERE kind <> 'beat' AND kind = 'session-start' AND session NOT IN
         (SELECT session FROM session_ledger WHERE to_wall_ms < ?)`,
    )
    .pluck()
    .get(wallMs);
  return next === null || next === undefined ? 0 : next - 1;
}

function checkpointOf(db: ReadableDb, throughSeq: number): Checkpoint {
  const hashes = createHash('sha256');
  let throughHash = CHAIN_START;
  for (const hash of readFoldedHashes(db)) {
    hashes.update(hash, 'hex');
    throughHash = hash;
  }
  const ledgers = createHash('sha256');
  const texts = db.prepare<[], string>('SELECT ledger FROM session_ledger WHERE final = 1 ORDER BY session').pluck();
  for (const text of texts.all()) ledgers.update(text);
  const kept = db.prepare<[number], number>('SELECT count(*) FROM journal WHERE seq <= ?').pluck().get(throughSeq);
  return {
    throughSeq,
    throughHash,
    hashesSha256: hashes.digest('hex'),
    ledgersSha256: ledgers.digest('hex'),
    keptRecords: kept ?? 0,
  };
}

function lastCheckpoint(db: ReadableDb): { readonly seq: number; readonly body: Checkpoint } | null {
  const row = readRowsOfKind(db, 'checkpoint').at(-1);
  return row ? { seq: row.seq, body: checkpointSchema.parse(JSON.parse(row.bodyText)) } : null;
}
