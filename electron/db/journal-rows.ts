import { createHash } from 'node:crypto';
import { activitySchema, presenceSchema } from '../../shared/time/activity.ts';
import { CHAIN_START, type JournalRow, chainHash } from '../../shared/time/journal-chain.ts';
import {
  type JournalDraft,
  type JournalKind,
  type JournalRecord,
  journalEventSchema,
  parseJournalDraft,
} from '../../shared/time/journal-record.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

/** SHA-256 for the journal's chain. */
export const journalCrypto = { sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest() };

const COLUMNS = `seq, kind, session, mono_ms AS monoMs, boot_id AS bootId, boot_ms AS bootMs, wall_ms AS wallMs, zone,
  activity, presence, project_id AS projectId, task_id AS taskId, body AS bodyText,
  lower(hex(prev_hash)) AS prevHash, lower(hex(hash)) AS hash`;

/** Where a journal ends. */
export interface JournalEnd {
  readonly seq: number;
  readonly hash: string;
}

export function readEnd(db: ReadableDb): JournalEnd {
  const row = db
    .prepare<[], JournalEnd>('SELECT seq, lower(hex(hash)) AS hash FROM journal ORDER BY seq DESC LIMIT 1')
    .get();
  return row ?? { seq: 0, hash: CHAIN_START };
}

/** Rows `[fromSeq, toSeq)` in order of seq. Nothing may be written to the database while they are read. */
export function iterateRows(db: ReadableDb, fromSeq: number, toSeq = Number.MAX_SAFE_INTEGER): Iterable<JournalRow> {
  return db
    .prepare<[number, number], JournalRow>(`SELECT ${COLUMNS} FROM journal WHERE seq >= ? AND seq < ? ORDER BY seq`)
    .iterate(fromSeq, toSeq);
}

/** Rows of one kind other than `beat`, in order of seq. */
export function readRowsOfKind(db: ReadableDb, kind: Exclude<JournalKind, 'beat'>): readonly JournalRow[] {
  return db
    .prepare<[string], JournalRow>(`SELECT ${COLUMNS} FROM journal WHERE kind <> 'beat' AND kind = ? ORDER BY seq`)
    .all(kind);
}

/** The record that a row holds. */
export function toRecord(row: JournalRow): JournalRecord {
  const { bodyText, kind, activity, presence, ...rest } = row;
  const event = journalEventSchema.parse({ kind, body: JSON.parse(bodyText) });
  return { ...rest, activity: activitySchema.parse(activity), presence: presenceSchema.parse(presence), ...event };
}

/** Appends one record behind `end`; it is on disk when this returns. */
export function appendRecord(db: WritableDb, end: JournalEnd, draft: JournalDraft): JournalRecord {
  const parsed = parseJournalDraft(draft);
  const { kind, body, ...beat } = parsed;
  const row = { ...beat, kind, seq: end.seq + 1, bodyText: JSON.stringify(body), prevHash: end.hash };
  const hash = chainHash(row, journalCrypto);
  write(db, () =>
    db
      .prepare(
        `INSERT INTO journal (seq, kind, session, mono_ms, boot_id, boot_ms, wall_ms, zone, activity, presence,
           project_id, task_id, body, prev_hash, hash)
         VALUES (@seq, @kind, @session, @monoMs, @bootId, @bootMs, @wallMs, @zone, @activity, @presence,
           @projectId, @taskId, @bodyText, unhex(@prevHash), unhex(@hash))`,
      )
      .run({ ...row, hash }),
  );
  return { ...parsed, seq: row.seq, prevHash: row.prevHash, hash };
}

/** Removes the last record, which was found half-written. Never anything else. */
export function dropLast(db: WritableDb, seq: number): void {
  write(db, () => db.prepare('DELETE FROM journal WHERE seq = ? AND seq = (SELECT max(seq) FROM journal)').run(seq));
}
