import { createHash, createPublicKey, verify } from 'node:crypto';
import type { CryptoPort } from '../../../shared/core/ports.ts';
import { toSpki } from '../../../shared/manifest/encoding/public-key.ts';

/** SHA-256 and Ed25519 of the host (OpenSSL in Node, BoringSSL in Electron) for the pure code of `shared/`. */
export const nodeCrypto: CryptoPort = {
  sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  verifyEd25519({ publicKey, message, signature }) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    try {
      const key = createPublicKey({ key: Buffer.from(toSpki(publicKey)), format: 'der', type: 'spki' });
      return verify(null, message, key, signature);
    } catch {
      // Bytes that are no point of the curve: some libraries say so already when they read the key.
      return false;
    }
  },
};
