import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentMap } from '../../../../renderer/text/document-map.ts';
import { shownText } from '../../../../renderer/text/shown-text.ts';
import type { Flag } from '../../../../shared/content/flag.ts';
import { HIDDEN_BAR, hiddenRangesOf, shownWords } from '../../../../shared/content/hidden-words.ts';
import { wordsOf } from '../../../../shared/core/text-offsets.ts';

const OWN = 'He 😀 struck\nthe zebra 👩‍👧 twice.';
const LENGTH = Array.from(OWN).length;

function viewOf(places: readonly (readonly [number, number])[]) {
  const flags = places.map(([start, end]): Flag => {
    return { category: 'violence', severity: 1, origin: 'worker', confidence: 1, extent: { of: 'range', start, end } };
  });
  const bars = hiddenRangesOf(flags, LENGTH).map(({ categories, ...range }) => ({
    ...range,
    categories: [...categories],
  }));
  return { text: shownWords({ start: 0, end: LENGTH, text: OWN }, bars), bars };
}
const place = fc.integer({ min: 0, max: LENGTH });
const places = fc.array(
  fc.tuple(place, place).filter(([start, end]) => start < end),
  { maxLength: 4 },
);

describe('a text as it is shown', () => {
  test('has runs of words and bars, in both ways to count', () => {
    const shown = shownText(viewOf([[5, 11]]));
    expect(shown.text).toBe(`He 😀 ${HIDDEN_BAR}\nthe zebra 👩‍👧 twice.`);
    expect(shown.runs.map(({ at, start, bar }) => [at, start, bar])).toEqual([
      [0, 0, null],
      [6, 5, 0],
      [18, 11, null],
    ]);
    expect([shown.codePoints, shown.toShown(12, 'start'), shown.toOwn(19, 'start')]).toEqual([LENGTH, 19, 12]);
    // a place behind the bar is one of its ends
    expect([shown.toShown(8, 'start'), shown.toShown(8, 'end')]).toEqual([6, 18]);
    expect([shown.toOwn(10, 'start'), shown.toOwn(10, 'end')]).toEqual([5, 11]);
  });

  test('brings every readable place back, wherever bars stand and whichever is looked at', () => {
    fc.assert(
      fc.property(places, fc.nat(3), (hidden, looked) => {
        const view = viewOf(hidden);
        const bar = view.bars[looked];
        const unveiled = bar ? { bar: looked, words: wordsOf(OWN)(bar.start, bar.end) } : null;
        const shown = shownText(view, unveiled);
        expect(shown.codePoints).toBe(LENGTH);
        for (let at = 0; at <= LENGTH; at += 1) {
          const inside = view.bars.findIndex(({ start, end }) => start < at && at < end);
          const isHidden = inside !== -1 && inside !== unveiled?.bar;
          for (const edge of ['start', 'end'] as const) {
            const back = shown.toOwn(shown.toShown(at, edge), edge);
            expect(back).toBe(isHidden ? view.bars[inside]?.[edge] : at);
          }
        }
      }),
    );
  });

  test('keeps the words of a bar out of what is kept, even while they are looked at', () => {
    fc.assert(
      fc.property(places, place, place, (hidden, a, b) => {
        const view = viewOf(hidden);
        const [first] = view.bars;
        const unveiled = first ? { bar: 0, words: wordsOf(OWN)(first.start, first.end) } : null;
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const kept = new DocumentMap(view, { unveiled }).wordsBetween(start, end);
        expect(kept).toBe(shownWords({ start, end, text: wordsOf(OWN)(start, end) }, view.bars));
      }),
    );
  });

  test('is made of paragraphs whose runs are the text again', () => {
    fc.assert(
      fc.property(places, (hidden) => {
        const map = new DocumentMap(viewOf(hidden));
        const runs = map.paragraphs.flatMap((paragraph) => map.runsOf(paragraph));
        expect(runs.map(({ text }) => text).join('')).toBe(map.shown.text);
      }),
    );
  });
});
