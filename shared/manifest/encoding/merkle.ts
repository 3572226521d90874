import type { CryptoPort } from '../../core/ports.ts';
import { concatBytes } from './bytes.ts';

type Hasher = Pick<CryptoPort, 'sha256'>;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 section 2.1: the hash of one entry, kept apart from inner nodes by its first byte. */
export function leafHash(entry: Uint8Array, crypto: Hasher): Uint8Array {
  return crypto.sha256(concatBytes(LEAF, entry));
}

/** RFC 6962 section 2.1: the tree head over leaf hashes, in their order; of none, the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[], crypto: Hasher): Uint8Array {
  if (leaves.length === 0) return crypto.sha256(new Uint8Array());
  let level = [...leaves];
  // Pairing from the left and carrying a last odd node up gives the RFC's tree (left part the largest power of two).
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] as Uint8Array;
      const right = level[index + 1];
      next.push(right ? crypto.sha256(concatBytes(NODE, left, right)) : left);
    }
    level = next;
  }
  return level[0] as Uint8Array;
}
