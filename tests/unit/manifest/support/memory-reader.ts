import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { toHex } from '../../../../shared/manifest/encoding/hex.ts';
import type { PackageReader } from '../../../../shared/manifest/verify/package-reader.ts';

/** A package in memory, for tests that change it a thousand times. */
export function memoryReader(files: ReadonlyMap<string, Uint8Array>): PackageReader {
  return {
    list: async () => ({
      files: [...files]
        .map(([path, bytes]) => ({ path, bytes: bytes.length }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      findings: [],
    }),
    read: async (path, limitBytes) => {
      const bytes = files.get(path);
      return bytes && bytes.length <= limitBytes ? bytes : null;
    },
    sha256: async (path) => {
      const bytes = files.get(path);
      return bytes ? toHex(nodeCrypto.sha256(bytes)) : null;
    },
    async *chunks(path) {
      const bytes = files.get(path);
      if (bytes) yield bytes;
    },
  };
}
