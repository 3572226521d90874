import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { concatBytes } from '../../../../shared/manifest/encoding/bytes.ts';
import { toHex } from '../../../../shared/manifest/encoding/hex.ts';
import { leafHash, merkleRoot } from '../../../../shared/manifest/encoding/merkle.ts';

// https://github.com/google/certificate-transparency, merkletree tests (the RFC authors' own)
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = entries.map((entry) => leafHash(Buffer.from(entry, 'hex'), nodeCrypto));

test.each(roots.map((root, size) => [size, root] as const))(
  'the tree of %i entries has the published head',
  (size, root) => {
    expect(toHex(merkleRoot(leaves.slice(0, size), nodeCrypto))).toBe(root);
  },
);

/** The definition of RFC 6962 section 2.1, word for word. */
function byDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (!first) return nodeCrypto.sha256(new Uint8Array());
  if (hashes.length === 1) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const parts = [byDefinition(hashes.slice(0, split)), byDefinition(hashes.slice(split))];
  return nodeCrypto.sha256(concatBytes(Uint8Array.of(1), ...parts));
}

test('any tree has the head of the definition, and another one once an entry changes or moves', () => {
  const lists = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 4 }), {
    minLength: 2,
    maxLength: 40,
    selector: toHex,
  });
  fc.assert(
    fc.property(lists, fc.nat(), (list, at) => {
      const hashes = list.map((entry) => leafHash(entry, nodeCrypto));
      const root = toHex(merkleRoot(hashes, nodeCrypto));
      expect(root).toBe(toHex(byDefinition(hashes)));
      const index = at % hashes.length;
      const changed = hashes.with(index, leafHash(Uint8Array.of(1, 2, 3, 4, 5), nodeCrypto));
      expect(toHex(merkleRoot(changed, nodeCrypto))).not.toBe(root);
      expect(toHex(merkleRoot(hashes.toSpliced(index, 1), nodeCrypto))).not.toBe(root);
      expect(toHex(merkleRoot(hashes.toReversed(), nodeCrypto))).not.toBe(root);
    }),
  );
});
