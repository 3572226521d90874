import { fromHex, toHex } from './hex.ts';

/** Why a public key must not be used. */
export type KeyWeakness = 'length' | 'non-canonical' | 'small-order';

/**
 * The y coordinates of the 8 points whose order divides 8, little-endian: 0 (order 4), 1 (order 1), -1 (order 2) and
 * the two of order 8. The sign bit is masked before comparing, so every encoding of each point is met.
 * Source: https://github.com/jedisct1/libsodium, `ge25519_has_small_order`; recomputed in the tests.
 */
const SMALL_ORDER_Y: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** p = 2^255 - 19, little-endian. */
const PRIME = fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f') as Uint8Array;

/**
 * Why an Ed25519 public key is refused, or null if it is fit for use.
 *
 * Under a small-order key Node, OpenSSL and Java accept a signature for any message; a y of p or more is a second
 * name for another key (RFC 8032 section 5.1.3). The attacker chooses the bytes.
 */
export function weaknessOf(publicKey: Uint8Array): KeyWeakness | null {
  if (publicKey.length !== 32) return 'length';
  const y = publicKey.slice();
  y[31] = (y[31] as number) & 0x7f;
  if (SMALL_ORDER_Y.has(toHex(y))) return 'small-order';
  return isBelowPrime(y) ? null : 'non-canonical';
}

/** Compares from the most significant byte, which comes last. */
function isBelowPrime(y: Uint8Array): boolean {
  for (let index = 31; index >= 0; index -= 1) {
    const difference = (y[index] as number) - (PRIME[index] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
