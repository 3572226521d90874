import { z } from 'zod';
import type { CryptoPort } from '../core/ports.ts';
import { sha256Schema } from '../core/ids.ts';
import { hashListText, rootOfHashes, sha256Hex } from './annotation-leaves.ts';
import { canonicalJson } from './encoding/canonical-json.ts';
import { toUtf8 } from './encoding/bytes.ts';
import { toHex } from './encoding/hex.ts';
import { leafHash } from './encoding/merkle.ts';
import type { RowList } from './labour.ts';
import { keyIdSchema } from './statements/fields.ts';

type Hasher = Pick<CryptoPort, 'sha256'>;

/**
 * What one included worker's published hash commits to: their statements, by digest, in this release. The salt keeps
 * anyone from guessing it; the worker keeps the row, and with it can prove what the totals must contain.
 */
export const workerRowSchema = z.strictObject({
  releaseId: z.string().min(1).max(100),
  workerKeyId: keyIdSchema,
  enrolmentSha256: sha256Schema,
  workStatementSha256: sha256Schema,
  settlementSha256: sha256Schema,
  /** 32 random bytes. */
  saltHex: sha256Schema,
});
export type WorkerRow = z.infer<typeof workerRowSchema>;

/** The row as a file: its RFC 8785 form, no line end. */
export function workerRowText(row: WorkerRow): string {
  return canonicalJson(row);
}

/** The row's published hash in hex: SHA-256 of a zero byte and the row. */
export function workerRowLeaf(row: WorkerRow, crypto: Hasher): string {
  return toHex(leafHash(toUtf8(workerRowText(row)), crypto));
}

/** The published list over these hashes, in their order. */
export function rowListOf(leafHashes: readonly string[], crypto: Hasher): RowList {
  return {
    leafHashes,
    rootSha256: rootOfHashes(leafHashes, crypto),
    leafHashesSha256: sha256Hex(toUtf8(hashListText(leafHashes)), crypto),
  };
}
