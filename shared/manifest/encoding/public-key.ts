import type { CryptoPort } from '../../core/ports.ts';
import { toBase32 } from './base32.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { concatBytes, sameBytes } from './bytes.ts';
import { fromHex, toHex } from './hex.ts';

/** DER of a SubjectPublicKeyInfo for Ed25519 up to the 32 key bytes (RFC 8410 section 4). */
const SPKI_PREFIX = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

const PEM = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=]{60})\n-----END PUBLIC KEY-----\n$/;

/** RFC 8410 DER of a raw 32-byte public key. */
export function toSpki(publicKey: Uint8Array): Uint8Array {
  return concatBytes(SPKI_PREFIX, publicKey);
}

/** The raw key in an Ed25519 SubjectPublicKeyInfo, or null for anything else. */
export function fromSpki(spki: Uint8Array): Uint8Array | null {
  const isEd25519 = spki.length === 44 && sameBytes(spki.subarray(0, 12), SPKI_PREFIX);
  return isEd25519 ? spki.slice(12) : null;
}

/** PEM as `openssl pkey -pubout` writes it. */
export function toPem(publicKey: Uint8Array): string {
  return `-----BEGIN PUBLIC KEY-----\n${toBase64(toSpki(publicKey))}\n-----END PUBLIC KEY-----\n`;
}

/** The raw key in a PEM of exactly that form, or null. */
export function fromPem(pem: string): Uint8Array | null {
  const spki = fromBase64(PEM.exec(pem)?.[1] ?? '');
  return spki ? fromSpki(spki) : null;
}

/** Names a key: `sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
export function keyIdOf(publicKey: Uint8Array, crypto: Pick<CryptoPort, 'sha256'>): string {
  return `sha256:${toHex(crypto.sha256(toSpki(publicKey)))}`;
}

/**
 * What people compare: the first 160 bits of the key id as 8 groups of 4 base32 characters, e.g.
 * `ABCD-2345-...`. Null if `keyId` is not a key id.
 */
export function fingerprintOf(keyId: string): string | null {
  const digest = keyId.startsWith('sha256:') ? fromHex(keyId.slice(7)) : null;
  if (digest?.length !== 32) return null;
  return (toBase32(digest.subarray(0, 20)).match(/.{4}/g) ?? []).join('-');
}
