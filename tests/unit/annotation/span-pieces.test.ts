import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeSchema } from '../../../shared/annotation/annotation.ts';
import { standsIn } from '../../../shared/annotation/label-rules.ts';
import {
  piecesOf,
  spanOver,
  type SpanShape,
  withEdgeAt,
  withoutStretch,
  withStretch,
} from '../../../shared/annotation/span-pieces.ts';
import { wordsOf } from '../../../shared/core/text-offsets.ts';

const TEXT = 'She 👩‍👧 took her shoes off again';
const words = wordsOf(TEXT);
const LENGTH = [...TEXT].length;

function over(...ranges: (readonly [number, number])[]): SpanShape {
  const span = spanOver(
    ranges.map(([start, end]) => ({ start, end })),
    words,
  );
  if (!span) throw new Error('the stretches are not empty');
  return span;
}
const placesOf = (span: SpanShape | null) => span && piecesOf(span).map(({ start, end }) => [start, end]);
const stretch = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) }));

describe('a span of several pieces', () => {
  test('has them in order, those that touch as one', () => {
    expect(placesOf(over([23, 26], [8, 12], [12, 13]))).toEqual([
      [8, 13],
      [23, 26],
    ]);
    expect(over([8, 12], [23, 26])).toEqual({
      kind: 'span',
      start: 8,
      end: 12,
      text: 'took',
      more: [{ start: 23, end: 26, text: 'off' }],
    });
  });

  test('of one piece is stored as ever', () => {
    expect(over([8, 12])).toEqual({ kind: 'span', start: 8, end: 12, text: 'took' });
  });

  test('loses a piece, a part of one, or splits', () => {
    const span = over([8, 12], [23, 26]);
    expect(placesOf(withoutStretch(span, { start: 22, end: 30 }, words))).toEqual([[8, 12]]);
    expect(placesOf(withoutStretch(span, { start: 9, end: 10 }, words))).toEqual([
      [8, 9],
      [10, 12],
      [23, 26],
    ]);
    expect(withoutStretch(span, { start: 0, end: LENGTH }, words)).toBeNull();
  });

  test('moves its outer ends; pieces left outside are gone, and something always stays', () => {
    const span = over([8, 12], [23, 26]);
    expect(placesOf(withEdgeAt(span, 'end', 31, words))).toEqual([
      [8, 12],
      [23, 31],
    ]);
    expect(placesOf(withEdgeAt(span, 'end', 11, words))).toEqual([[8, 11]]);
    expect(placesOf(withEdgeAt(span, 'start', 24, words))).toEqual([[24, 26]]);
    expect(placesOf(withEdgeAt(span, 'start', 0, words))).toEqual([
      [0, 12],
      [23, 26],
    ]);
    expect(withEdgeAt(span, 'end', 8, words)).toBe(span);
  });

  test('is whole and stands in its text after any changes', () => {
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1 }),
        stretch,
        stretch,
        fc.constantFrom('start', 'end'),
        (all, add, take, edge) => {
          const first = spanOver(all, words);
          const more = first && withStretch(first, add, words);
          const moved = more && withEdgeAt(more, edge, take.start, words);
          const less = moved && withoutStretch(moved, take, words);
          for (const span of [first, more, moved, less]) {
            if (!span) continue;
            expect(shapeSchema.parse(span)).toEqual(span);
            expect(standsIn(words, span)).toBe(true);
          }
          expect(piecesOf(more as SpanShape).some(({ start, end }) => start <= add.start && add.end <= end)).toBe(true);
          for (const { start, end } of less ? piecesOf(less) : [])
            expect(end <= take.start || start >= take.end).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['touch', [{ start: 12, end: 15, text: ' he' }]],
    ['are not in order', [{ start: 2, end: 3, text: 'e' }]],
    ['are empty', [{ start: 20, end: 20, text: '' }]],
    ['are none', []],
  ])('is refused when further pieces %s', (_why, more) => {
    expect(shapeSchema.safeParse({ kind: 'span', start: 8, end: 12, text: 'took', more }).success).toBe(false);
  });
});
