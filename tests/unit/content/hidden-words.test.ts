import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import { HIDDEN_BAR, hiddenRangesOf, shownWords } from '../../../shared/content/hidden-words.ts';

function flag(start: number, end: number, category: FlagCategory = 'violence'): Flag {
  return { category, severity: 2, origin: 'detector', confidence: 0.5, extent: { of: 'range', start, end } };
}
const whole: Flag = { ...flag(0, 1, 'gore'), extent: { of: 'item' } };

const region: Flag = { ...whole, extent: { of: 'region', x: 0, y: 0, width: 1, height: 1 } };

describe('what of a text is hidden', () => {
  test('is each flagged stretch, in order', () => {
    expect(hiddenRangesOf([flag(20, 25, 'hate'), flag(3, 8)], 100)).toEqual([
      { start: 3, end: 8, categories: ['violence'] },
      { start: 20, end: 25, categories: ['hate'] },
    ]);
  });

  test('is one stretch where flags overlap or touch, for all their reasons', () => {
    expect(hiddenRangesOf([flag(3, 8), flag(8, 12, 'abuse'), flag(5, 6, 'hate')], 100)).toEqual([
      { start: 3, end: 12, categories: ['abuse', 'hate', 'violence'] },
    ]);
  });

  test.each([
    ['a flag of the whole item', [flag(3, 8), whole]],
    ['a flag whose stretch is empty', [flag(8, 8)]],
    ['a flag that reaches over the end', [flag(90, 101)]],
    ['a region of a picture', [region]],
    ['flags that are not known', null],
  ])('is all of it with %s', (_name, flags) => {
    expect(hiddenRangesOf(flags, 100)).toMatchObject([{ start: 0, end: 100 }]);
  });

  test('is nothing without flags, or of an empty text', () => {
    expect(hiddenRangesOf([], 100)).toEqual([]);
    expect(hiddenRangesOf([whole], 0)).toEqual([]);
  });
});

describe('the words of a stretch as they may be shown', () => {
  const hidden = hiddenRangesOf([flag(2, 4), flag(6, 8)], 20);

  test.each([
    [{ start: 8, end: 10, text: 'ij' }, 'ij'],
    [{ start: 0, end: 10, text: 'abcdefghij' }, `ab${HIDDEN_BAR}ef${HIDDEN_BAR}ij`],
    [{ start: 3, end: 5, text: 'de' }, `${HIDDEN_BAR}e`],
    [{ start: 1, end: 3, text: 'b😀' }, `b${HIDDEN_BAR}`],
    [{ start: 2, end: 3, text: 'c' }, HIDDEN_BAR],
  ])('%j are %j', (piece, shown) => {
    expect(shownWords(piece, hidden)).toBe(shown);
  });

  test('never hold a hidden letter, and all the others', () => {
    const text = Array.from({ length: 20 }, (_, at) => String.fromCodePoint(0x1f600 + at));
    const at = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, at)), fc.tuple(at, at), (places, [from, to]) => {
        const flags = places.filter(([start, end]) => start < end).map(([start, end]) => flag(start, end));
        const [start, end] = [Math.min(from, to), Math.max(from, to)];
        const shown = shownWords({ start, end, text: text.slice(start, end).join('') }, hiddenRangesOf(flags, 20));
        text.forEach((letter, place) => {
          const isHidden = places.some(([first, last]) => first <= place && place < last);
          expect(shown.includes(letter)).toBe(place >= start && place < end && !isHidden);
        });
      }),
    );
  });
});
