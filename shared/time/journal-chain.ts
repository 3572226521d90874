import type { CryptoPort } from '../core/ports.ts';

/** A record as it is stored: its columns, with the body as the exact text that was written. */
export interface JournalRow {
  readonly seq: number;
  readonly kind: string;
  readonly session: number;
  readonly monoMs: number;
  readonly bootId: string;
  readonly bootMs: number;
  readonly wallMs: number;
  readonly zone: string;
  readonly activity: string;
  readonly presence: string;
  readonly projectId: string | null;
  readonly taskId: string | null;
  readonly bodyText: string;
  /** Lower-case hex, as is `hash`. */
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first record names as the one before it. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The text whose SHA-256 (of its UTF-8 bytes) is a record's hash: all own columns and the hash of the record before, as
 * one JSON array in this order. Whole numbers and strings only, so `JSON.stringify` writes every value in one way.
 */
export function chainText(row: Omit<JournalRow, 'hash'>): string {
  const { seq, kind, session, monoMs, bootId, bootMs, wallMs, zone, activity, presence, projectId, taskId } = row;
  const clocks = [monoMs, bootId, bootMs, wallMs, zone];
  const work = [activity, presence, projectId, taskId];
  return JSON.stringify(['fairmark/journal/1', seq, kind, session, ...clocks, ...work, row.bodyText, row.prevHash]);
}

/** The hash of a record, in lower-case hex. */
export function chainHash(row: Omit<JournalRow, 'hash'>, crypto: Pick<CryptoPort, 'sha256'>): string {
  const digest = crypto.sha256(new TextEncoder().encode(chainText(row)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What does not hold: a record's own hash, its link to the one before, the order, or a checkpoint. */
export type ChainFault = 'hash' | 'link' | 'order' | 'checkpoint';

export interface ChainFinding {
  readonly seq: number;
  readonly fault: ChainFault;
}

/**
 * Checks rows in order of seq against each other and against their own hashes; `before` is the hash and seq of the
 * record before the first row.
 *
 * @returns every row that does not hold, with what is wrong: its own hash, its link to the one before, a gap in seq.
 */
export function* chainFaults(
  rows: Iterable<JournalRow>,
  before: { readonly seq: number; readonly hash: string },
  crypto: Pick<CryptoPort, 'sha256'>,
): Generator<ChainFinding> {
  let { seq, hash } = before;
  for (const row of rows) {
    if (row.seq !== seq + 1) yield { seq: row.seq, fault: 'order' };
    if (row.prevHash !== hash) yield { seq: row.seq, fault: 'link' };
    if (chainHash(row, crypto) !== row.hash) yield { seq: row.seq, fault: 'hash' };
    ({ seq, hash } = row);
  }
}
