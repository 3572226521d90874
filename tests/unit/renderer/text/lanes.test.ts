import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, LANES, type Stretch, stretchesAt } from '../../../../renderer/text/lanes.ts';

/** Sorted as spans are: by start, the longer first. */
function lanesById(stretches: readonly Stretch[]): Record<string, number> {
  const sorted = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const lanes = assignLanes(sorted);
  return Object.fromEntries(sorted.map(({ id }, index) => [id, lanes[index] ?? 0]));
}

const stretch = (id: string, start: number, end: number) => ({ id, start, end });

describe('lanes', () => {
  test.each([
    ['apart: one lane', [stretch('a', 0, 5), stretch('b', 5, 9)], { a: 0, b: 0 }],
    ['nested: the longer nearer to the words', [stretch('a', 2, 4), stretch('b', 0, 9)], { b: 0, a: 1 }],
    ['crossing', [stretch('a', 0, 5), stretch('b', 3, 9)], { a: 0, b: 1 }],
    ['equal', [stretch('a', 0, 5), stretch('b', 0, 5)], { a: 0, b: 1 }],
    ['a free lane is used again', [stretch('a', 0, 3), stretch('b', 1, 9), stretch('c', 3, 6)], { a: 0, b: 1, c: 0 }],
  ])('%s', (_name, stretches, lanes) => {
    expect(lanesById(stretches)).toEqual(lanes);
  });

  test('two that overlap never share a lane while there are lanes', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.uuid(), start: fc.nat(30), length: fc.integer({ min: 1, max: 10 }) }),
      { maxLength: 12, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, (list) => {
        const stretches = list.map(({ id, start, length }) => stretch(id, start, start + length));
        const lanes = lanesById(stretches);
        for (const one of stretches) {
          for (const other of stretches) {
            const overlap = one.id !== other.id && one.start < other.end && other.start < one.end;
            const lane = lanes[one.id] ?? 0;
            if (overlap && lane < LANES - 1) expect(lane).not.toBe(lanes[other.id]);
          }
        }
      }),
    );
  });
});

test('at a place the shortest stretch comes first, and ends are exclusive', () => {
  const stretches = [stretch('long', 0, 9), stretch('short', 2, 5)];
  expect(stretchesAt(stretches, 3).map(({ id }) => id)).toEqual(['short', 'long']);
  expect(stretchesAt(stretches, 5).map(({ id }) => id)).toEqual(['long']);
  expect(stretchesAt(stretches, 9)).toEqual([]);
});
