import type { Annotation } from '../annotation/annotation.ts';
import type { CryptoPort } from '../core/ports.ts';
import { toUtf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/canonical-json.ts';
import { fromHex, toHex } from './encoding/hex.ts';
import { leafHash, merkleRoot } from './encoding/merkle.ts';

type Hasher = Pick<CryptoPort, 'sha256'>;

/** What one submission commits to: which annotations, on which bytes. */
export interface SubmissionCommitment {
  readonly submissionId: string;
  readonly itemSha256: string;
  /** From `annotationSetSha256`. */
  readonly annotationsSha256: string;
}

/**
 * SHA-256, in hex, of the RFC 8785 form of the annotations in drawing order, then by id: where they stand in a list
 * carries no meaning.
 */
export function annotationSetSha256(annotations: readonly Annotation[], crypto: Hasher): string {
  const sorted = annotations.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return sha256Hex(toUtf8(canonicalJson(sorted)), crypto);
}

/** The leaf of one submission in its worker's tree, in hex: RFC 6962 leaf hash of the commitment's canonical JSON. */
export function annotationLeaf(commitment: SubmissionCommitment, crypto: Hasher): string {
  const { submissionId, itemSha256, annotationsSha256 } = commitment;
  return toHex(leafHash(toUtf8(canonicalJson({ submissionId, itemSha256, annotationsSha256 })), crypto));
}

/** A list of hashes as a file: one in lower-case hex a line. */
export function hashListText(hashes: readonly string[]): string {
  return hashes.map((hash) => `${hash}\n`).join('');
}

/** The hashes of such a file, or null if anything else is in it. */
export function parseHashList(text: string): readonly string[] | null {
  if (text === '') return [];
  return /^(?:[0-9a-f]{64}\n)+$/.test(text) ? text.trimEnd().split('\n') : null;
}

/** Head of the RFC 6962 tree over leaf hashes in hex, in their order. */
export function rootOfHashes(hashes: readonly string[], crypto: Hasher): string {
  const leaves = hashes.map((hash) => fromHex(hash) as Uint8Array);
  return toHex(merkleRoot(leaves, crypto));
}

export function sha256Hex(bytes: Uint8Array, crypto: Hasher): string {
  return toHex(crypto.sha256(bytes));
}
