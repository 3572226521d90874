import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeOffsets, sliceCodePoints } from '../../../shared/core/text-offsets.ts';
import { paragraphIndexAt, paragraphsOf } from '../../../renderer/text/paragraphs.ts';

describe('offsets', () => {
  test.each([
    ['plain', 'abc', 1, 1],
    ['after an emoji', '😀b', 2, 1],
    ['after two emoji', '😀😀c', 4, 2],
    ['inside an emoji counts as its start', 'a😀', 2, 1],
    ['a combining mark is a code point of its own', 'e\u0301x', 2, 2],
    ['CRLF are two', 'a\r\nb', 3, 3],
    ['a family of emoji is seven', '👨‍👩‍👧‍👦!', 11, 7],
  ])('%s', (_name, text, utf16, codePoint) => {
    expect(makeOffsets(text).toCodePoint(utf16)).toBe(codePoint);
  });

  test('slice by code points what the host slices by code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(30), (text, a, b) => {
        const points = [...text];
        const start = Math.min(a, b, points.length);
        const end = Math.min(Math.max(a, b), points.length);
        expect(sliceCodePoints(text, makeOffsets(text), start, end)).toBe(points.slice(start, end).join(''));
      }),
    );
  });

  test('convert back and forth', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const offsets = makeOffsets(text);
        const points = [...text];
        expect(offsets.codePoints).toBe(points.length);
        points.forEach((_point, index) => expect(offsets.toCodePoint(offsets.toUtf16(index))).toBe(index));
      }),
    );
  });
});

describe('paragraphs', () => {
  test('put together are the text, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '😀', 'ح')), (parts) => {
        const text = parts.join('');
        const paragraphs = paragraphsOf(text);
        expect(paragraphs.map((one) => one.text).join('')).toBe(text);
        paragraphs.forEach((one, index) => {
          expect(text.startsWith(one.text, one.start)).toBe(true);
          expect(paragraphIndexAt(paragraphs, one.start)).toBe(index);
        });
      }),
    );
  });

  test('the end of the text belongs to the last one', () => {
    const paragraphs = paragraphsOf('one\ntwo');
    expect([0, 3, 4, 7].map((at) => paragraphIndexAt(paragraphs, at))).toEqual([0, 0, 1, 1]);
  });
});
