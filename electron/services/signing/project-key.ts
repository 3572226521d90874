import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { BugError } from '../../../shared/core/errors.ts';
import { fromSpki } from '../../../shared/manifest/encoding/public-key.ts';
import { weaknessOf } from '../../../shared/manifest/encoding/weak-key.ts';

/** RFC 8410 DER of an Ed25519 private key up to the 32 seed bytes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The seed of one project's key: HKDF-SHA256 of the root secret, so that what a worker signs in two projects cannot
 * be linked. The caller zeroes it after use.
 */
export function projectSeed(rootSecret: Uint8Array, projectId: string): Buffer {
  const info = Buffer.from(`fairmark/project/${projectId}`);
  return Buffer.from(hkdfSync('sha256', rootSecret, Buffer.alloc(0), info, 32));
}

/** The seed of the key for the worker's own record; no project id can lead to it. */
export function ownRecordSeed(rootSecret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', rootSecret, Buffer.alloc(0), Buffer.from('fairmark/own-record'), 32));
}

/** The raw public key of a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  const publicKey = fromSpki(new Uint8Array(spki));
  if (!publicKey || weaknessOf(publicKey) !== null) throw new BugError('a derived key is weak');
  return publicKey;
}

/** RFC 8032 Ed25519; the same message always gives the same signature. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKeyOf(seed)));
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}
