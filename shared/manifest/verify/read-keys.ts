import type { CryptoPort } from '../../core/ports.ts';
import { fromUtf8 } from '../encoding/bytes.ts';
import { fromPem, keyIdOf } from '../encoding/public-key.ts';
import { type KeyWeakness, weaknessOf } from '../encoding/weak-key.ts';
import { limits } from './limits.ts';
import type { Notes } from './noted.ts';
import type { FoundFile, PackageReader } from './package-reader.ts';

/** The public keys of a package by key id; and those that must not be used, by id, with the reason. */
export interface FoundKeys {
  readonly keys: Map<string, Uint8Array>;
  readonly weak: Map<string, KeyWeakness>;
}

/** Reads `labour/keys/*.pem`. A file must hold the key that it is named by, and no weak one. */
export async function readKeys(args: {
  readonly reader: PackageReader;
  readonly files: readonly FoundFile[];
  readonly crypto: Pick<CryptoPort, 'sha256'>;
  readonly notes: Notes;
  readonly into: FoundKeys;
}): Promise<void> {
  const { reader, files, crypto, notes, into } = args;
  const own = files.filter(({ path }) => path.startsWith('labour/keys/'));
  if (own.length > limits.keys) notes.add('signatures', 'E_LIMIT', 'labour/keys', 'tooManyKeys');
  for (const { path } of own.slice(0, limits.keys)) {
    const bytes = await reader.read(path, limits.keyBytes);
    const key = fromPem((bytes && fromUtf8(bytes)) ?? '');
    if (!key) {
      notes.add('signatures', 'E_FORMAT', path, 'notPublicKey');
      continue;
    }
    const keyId = keyIdOf(key, crypto);
    const weakness = weaknessOf(key);
    if (weakness) {
      notes.add('signatures', 'E_KEY_WEAK', path, 'weakKey', { weakness });
      into.weak.set(keyId, weakness);
    } else into.keys.set(keyId, key);
    if (path !== `labour/keys/${keyId.slice('sha256:'.length)}.pem`) {
      notes.add('signatures', 'E_KEY_UNENROLLED', path, 'misnamedKey');
    }
  }
}
