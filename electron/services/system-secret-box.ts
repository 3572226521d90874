import { safeStorage } from 'electron';
import type { SecretBox } from './signing/secret-box.ts';

/**
 * The system's keyring as Electron reaches it, or null where it guards nothing: on Linux without a keyring the
 * backend is `basic_text`, a fixed key that anyone can look up. Then a passphrase guards the keys instead.
 *
 * `safeStorage` answers at once in this Electron; its synchronous calls are announced to leave, so that callers
 * already wait. Call once the app is ready.
 */
export function systemSecretBox(): SecretBox | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    // it takes strings only, and strings cannot be wiped: base64 keeps every byte
    seal: (secret) => Promise.resolve(safeStorage.encryptString(Buffer.from(secret).toString('base64'))),
    open: (sealed) =>
      Promise.resolve(new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'))),
  };
}
