import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Point, hashes, sign, verify } from '@noble/ed25519';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { fromHex, toHex } from '../../../../shared/manifest/encoding/hex.ts';
import {
  fingerprintOf,
  fromPem,
  fromSpki,
  keyIdOf,
  toPem,
  toSpki,
} from '../../../../shared/manifest/encoding/public-key.ts';
import { weaknessOf } from '../../../../shared/manifest/encoding/weak-key.ts';

hashes.sha512 = (message) => new Uint8Array(createHash('sha512').update(message).digest());

const bytes = (hex: string): Uint8Array => fromHex(hex) as Uint8Array;

describe('RFC 8032 section 7.1', () => {
  const vectors = [
    {
      name: 'TEST 1',
      seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      name: 'TEST 2',
      seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      name: 'TEST 3',
      seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ];

  test.each(vectors)(
    '$name is accepted here and by another implementation',
    ({ seed, publicKey, message, signature }) => {
      const signed = { publicKey: bytes(publicKey), message: bytes(message), signature: bytes(signature) };
      expect(nodeCrypto.verifyEd25519(signed)).toBe(true);
      expect(toHex(sign(bytes(message), bytes(seed)))).toBe(signature);
      expect(verify(bytes(signature), bytes(message), bytes(publicKey))).toBe(true);
    },
  );

  test.each(vectors)('$name with one bit changed is refused', ({ publicKey, message, signature }) => {
    const bad = bytes(signature);
    bad[3] = (bad[3] as number) ^ 1;
    expect(nodeCrypto.verifyEd25519({ publicKey: bytes(publicKey), message: bytes(message), signature: bad })).toBe(
      false,
    );
    const other = bytes(`${message}00`);
    const args = { publicKey: bytes(publicKey), message: other, signature: bytes(signature) };
    expect(nodeCrypto.verifyEd25519(args)).toBe(false);
  });
});

describe('weak keys', () => {
  /** The 8 multiples of a point of order 8, found by arithmetic rather than copied. */
  function smallOrderPoints(): Point[] {
    const { n } = Point.CURVE();
    for (let y = 2n; ; y += 1n) {
      const encoded = new Uint8Array(32);
      encoded[0] = Number(y);
      let point: Point;
      try {
        point = Point.fromBytes(encoded);
      } catch {
        continue;
      }
      // n * point keeps only the part whose order divides 8.
      const torsion = point.multiply(n - 1n, false).add(point);
      const multiples: Point[] = [torsion];
      while (multiples.length < 8) multiples.push((multiples.at(-1) as Point).add(torsion));
      if (new Set(multiples.map((multiple) => multiple.toHex())).size === 8) return multiples;
    }
  }

  test('every point whose order divides 8 is refused, with either sign bit', () => {
    const points = smallOrderPoints().map((point) => point.toBytes());
    expect(points).toHaveLength(8);
    for (const point of points) {
      expect(weaknessOf(point)).toBe('small-order');
      point[31] = (point[31] as number) ^ 0x80;
      expect(weaknessOf(point)).toBe('small-order');
    }
  });

  test('a y of p or more is refused: it is a second name for another key', () => {
    const prime = bytes('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');
    for (let more = 0; more < 19; more += 1) {
      const y = prime.slice();
      y[0] = 0xed + more;
      for (const signBit of [0, 0x80]) {
        y[31] = 0x7f | signBit;
        expect(weaknessOf(y)).toBe('non-canonical');
      }
    }
  });

  test('any other length is refused', () => {
    expect([0, 31, 33, 64].map((length) => weaknessOf(new Uint8Array(length).fill(7)))).toEqual(
      Array(4).fill('length'),
    );
  });

  test('under one of them any message passes elsewhere (Node 20 with OpenSSL 3.0 too): the check is needed', () => {
    const neutral = bytes(`01${'00'.repeat(31)}`);
    const forged = new Uint8Array(64);
    forged.set(neutral);
    const accepted = verify(forged, Buffer.from('anything'), neutral, { zip215: true });
    expect({ accepted, weakness: weaknessOf(neutral) }).toEqual({ accepted: true, weakness: 'small-order' });
  });

  test('a real key is fit', () => {
    for (let round = 0; round < 20; round += 1) {
      const spki = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
      expect(weaknessOf(fromSpki(new Uint8Array(spki)) as Uint8Array)).toBeNull();
    }
  });
});

describe('a public key', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = fromSpki(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))) as Uint8Array;

  test('is written as OpenSSL writes it, and read back', () => {
    expect(toPem(raw)).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
    expect(fromPem(toPem(raw))).toEqual(raw);
    expect(createPublicKey(toPem(raw)).asymmetricKeyType).toBe('ed25519');
  });

  test('of another algorithm or form is not read', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const x25519 = generateKeyPairSync('x25519').publicKey;
    const others = [rsa, x25519].map((key) => fromPem(key.export({ type: 'spki', format: 'pem' }) as string));
    expect(others).toEqual([null, null]);
    expect([fromPem(''), fromPem(`${toPem(raw)}x`), fromPem(toPem(raw).replaceAll('\n', '\r\n'))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(fromSpki(toSpki(raw).subarray(1))).toBeNull();
  });

  test('is named by the SHA-256 of its DER, and by 32 letters for people', () => {
    const keyId = keyIdOf(raw, nodeCrypto);
    const der = publicKey.export({ type: 'spki', format: 'der' });
    expect(keyId).toBe(`sha256:${createHash('sha256').update(der).digest('hex')}`);
    expect(fingerprintOf(keyId)).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
    expect(fingerprintOf('sha256:00')).toBeNull();
  });
});
