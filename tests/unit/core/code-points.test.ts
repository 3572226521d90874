import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointLength,
  codePointOffset,
  hasLoneSurrogate,
  sliceByCodePoints,
  utf16Offset,
} from '../../../shared/core/code-points.ts';

describe('code points', () => {
  it('count an emoji with a skin tone as two, whatever UTF-16 says', () => {
    expect(codePointLength('👍🏽!')).toBe(3);
    expect(sliceByCodePoints('a👍🏽!', 1, 3)).toBe('👍🏽');
  });

  it('slice like an array of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(30), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(sliceByCodePoints(text, start, end)).toBe([...text].slice(start, end).join(''));
      }),
    );
  });

  it('turn into UTF-16 offsets and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, offset) => {
        const inside = Math.min(offset, codePointLength(text));
        expect(codePointOffset(text, utf16Offset(text, inside))).toBe(inside);
      }),
    );
  });

  it.each([
    ['plain', false],
    ['👍', false],
    ['\ud83d', true],
    ['a\udc4db', true],
    ['\udc4d\ud83d', true],
  ])('know a lone surrogate in %j', (text, expected) => {
    expect(hasLoneSurrogate(text)).toBe(expected);
  });
});
