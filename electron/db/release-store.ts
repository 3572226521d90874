import type { ReadableDb, WritableDb } from './open-database.ts';
import { write } from './open-database.ts';

/** One published release: the digests the next one must name. Amounts in minor units of the terms' currency. */
export interface Release {
  readonly seq: number;
  readonly releasedAt: number;
  readonly manifestSha256: string;
  readonly statementSha256: string;
  readonly sentMinor: number;
  readonly receipt: string;
}

/** The newest release, or null before the first. */
export function readLastRelease(db: ReadableDb): Release | null {
  return (
    db
      .prepare<[], Release>(
        `SELECT seq, released_at_ms AS releasedAt, manifest_sha256 AS manifestSha256,
                statement_sha256 AS statementSha256, sent_minor AS sentMinor, receipt
         FROM release ORDER BY seq DESC LIMIT 1`,
      )
      .get() ?? null
  );
}

export function insertRelease(db: WritableDb, release: Release): void {
  write(db, () =>
    db
      .prepare(
        `INSERT INTO release (seq, released_at_ms, manifest_sha256, statement_sha256, sent_minor, receipt)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(
        release.seq,
        release.releasedAt,
        release.manifestSha256,
        release.statementSha256,
        release.sentMinor,
        release.receipt,
      ),
  );
}
