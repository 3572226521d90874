import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase32 } from '../../../../shared/manifest/encoding/base32.ts';
import { fromBase64, toBase64 } from '../../../../shared/manifest/encoding/base64.ts';
import { fromUtf8 } from '../../../../shared/manifest/encoding/bytes.ts';
import { fromHex, toHex } from '../../../../shared/manifest/encoding/hex.ts';

const anyBytes = fc.uint8Array({ maxLength: 100 });

describe('base64', () => {
  // RFC 4648 section 10
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j <-> %s', (text, base64) => {
    expect(toBase64(Buffer.from(text))).toBe(base64);
    expect(fromBase64(base64)).toEqual(new Uint8Array(Buffer.from(text)));
  });

  test('printing and reading give the bytes back, in both alphabets', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
        expect(fromBase64(text.replaceAll('+', '-').replaceAll('/', '_'))).toEqual(bytes);
      }),
    );
  });

  test('a text has one reading: whatever is read prints as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'AQgw/+-_= \n'), { maxLength: 12 }), (characters) => {
        const text = characters.join('');
        const bytes = fromBase64(text);
        if (bytes) expect(toBase64(bytes)).toBe(text.replaceAll('-', '+').replaceAll('_', '/'));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Z===', '====', 'Zg==\n', ' Zg=', 'Z=g=', '-A+A', 'Zgé=', 'Zg==Zg=='])(
    '%j is refused',
    (text) => expect(fromBase64(text)).toBeNull(),
  );
});

test('hex goes there and back', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }),
  );
  expect([fromHex('0'), fromHex('0G'), fromHex('AB'), fromHex(' 0')]).toEqual([null, null, null, null]);
});

test('base32 is that of RFC 4648 section 10', () => {
  expect([toBase32(Buffer.from('fooba')), toBase32(Uint8Array.of(0xff, 0, 0xff, 0, 0xff))]).toEqual([
    'MZXW6YTB',
    '74AP6AH7',
  ]);
});

test('bytes that are not UTF-8 have no text; a byte order mark stays', () => {
  expect(fromUtf8(Uint8Array.of(0xff))).toBeNull();
  expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull();
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
});
