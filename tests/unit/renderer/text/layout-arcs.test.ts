import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { depthOf, roomFor } from '../../../../renderer/text/arcs/arc-room.ts';
import {
  type Arc,
  type ArcPage,
  type ArcPiece,
  layoutArcs,
  pathOf,
} from '../../../../renderer/text/arcs/layout-arcs.ts';

const page: ArcPage = { left: 0, right: 600, rtl: false };

/** A relation between spans that are named by their place. */
function arc(id: string, from: readonly [number, number], to: readonly [number, number], labelWidth = 30): Arc {
  const end = ([x, top]: readonly [number, number]) => ({ spanId: `${x} ${top}`, x, top });
  return { id, from: end(from), to: end(to), directed: true, labelWidth };
}

const laid = (arcs: readonly Arc[], on = page) => layoutArcs(arcs, on);
const laneOf = (pieces: readonly ArcPiece[], id: string) => pieces.find((one) => one.id === id)?.lane;

describe('arcs over a line', () => {
  test('lie in the lowest lane when they do not meet', () => {
    const pieces = laid([arc('a', [10, 100], [90, 100]), arc('b', [200, 100], [300, 100])]);
    expect(pieces.map(({ lane }) => lane)).toEqual([0, 0]);
  });

  test('nested ones lie under the one around them, whatever their order', () => {
    const [inner, outer] = [arc('inner', [100, 100], [200, 100]), arc('outer', [50, 100], [300, 100])];
    for (const arcs of [
      [inner, outer],
      [outer, inner],
    ]) {
      const pieces = laid(arcs);
      expect([laneOf(pieces, 'inner'), laneOf(pieces, 'outer')]).toEqual([0, 1]);
    }
  });

  test('crossing ones get a lane each', () => {
    const pieces = laid([arc('a', [50, 100], [200, 100]), arc('b', [120, 100], [300, 100])]);
    expect(new Set(pieces.map(({ lane }) => lane)).size).toBe(2);
  });

  test('have their arrow at the end they lead to, on whichever side that is', () => {
    const [right, left] = laid([arc('r', [10, 100], [90, 100]), arc('l', [290, 100], [200, 100])]);
    expect([right?.leftFoot, right?.rightFoot]).toEqual(['plain', 'tip']);
    expect([left?.leftFoot, left?.rightFoot]).toEqual(['tip', 'plain']);
  });

  test('at one span stand side by side, the longest in the middle', () => {
    const pieces = laid([
      arc('short', [300, 100], [350, 100]),
      arc('long', [300, 100], [500, 100]),
      arc('left', [300, 100], [100, 100]),
    ]);
    const feet = (id: string) => pieces.find((one) => one.id === id);
    const places = [feet('left')?.right, feet('long')?.left, feet('short')?.left].map(Number);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(3);
  });

  test('a name stands where no leg of another arc runs through it', () => {
    const pieces = laid([arc('wide', [100, 100], [300, 100], 60), arc('leg', [200, 100], [560, 100], 60)]);
    const wide = pieces.find(({ id }) => id === 'wide');
    const leg = pieces.find(({ id }) => id === 'leg');
    expect(wide?.lane).toBe(0);
    expect(Math.abs((wide?.label?.x ?? 0) - (leg?.left ?? 0))).toBeGreaterThan(30);
  });
});

describe('a relation between two lines', () => {
  const wrapped = arc('w', [400, 100], [120, 180]);

  test('is shown in both, to the right edge and from the left one', () => {
    const [upper, lower] = laid([wrapped]);
    expect(upper).toMatchObject({ left: 400, right: 600, leftFoot: 'plain', rightFoot: 'open' });
    expect(lower).toMatchObject({ left: 0, right: 120, leftFoot: 'open', rightFoot: 'tip' });
  });

  test('runs to the other edges where reading goes from right to left', () => {
    const [upper, lower] = laid([wrapped], { ...page, rtl: true });
    expect(upper).toMatchObject({ left: 0, right: 400, leftFoot: 'open', rightFoot: 'plain' });
    expect(lower).toMatchObject({ left: 120, right: 600, leftFoot: 'tip', rightFoot: 'open' });
  });

  test('is named where there is room, and at least once', () => {
    const named = (arcs: readonly Arc[]) => laid(arcs).map(({ label }) => label !== null);
    expect(named([wrapped])).toEqual([true, true]);
    expect(named([arc('w', [400, 100], [5, 180])])).toEqual([true, false]);
    expect(named([arc('w', [598, 100], [2, 180], 90)])).toContain(true);
  });

  test('with one end out of view is shown at the other', () => {
    const { from } = wrapped;
    expect(laid([{ ...wrapped, from, to: 'after' }])).toMatchObject([{ rightFoot: 'open', right: 600 }]);
    expect(laid([{ ...wrapped, from: 'before', to: from }])).toMatchObject([{ leftFoot: 'open', left: 0 }]);
    expect(laid([{ ...wrapped, from: 'before', to: 'after' }])).toEqual([]);
  });
});

const anyArc = fc
  .record({
    id: fc.nat(999).map(String),
    from: fc.tuple(fc.integer({ min: 0, max: 600 }), fc.constantFrom(100, 180, 260)),
    to: fc.tuple(fc.integer({ min: 0, max: 600 }), fc.constantFrom(100, 180, 260)),
    labelWidth: fc.integer({ min: 10, max: 80 }),
  })
  .filter(({ from, to }) => from[0] !== to[0])
  .map(({ id, from, to, labelWidth }) => arc(id, from, to, labelWidth));

test('no two arcs of a lane overlap, and no two names fall on one another', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyArc, { selector: ({ id }) => id, maxLength: 12 }), fc.boolean(), (arcs, rtl) => {
      const pieces = laid(arcs, { ...page, rtl });
      for (const [index, a] of pieces.entries()) {
        expect(pathOf(a)).not.toMatch(/NaN|Infinity/);
        expect(a.left).toBeLessThanOrEqual(a.right);
        for (const b of pieces.slice(index + 1).filter((one) => one.y === a.y && one.feet === a.feet)) {
          expect(a.right <= b.left || b.right <= a.left).toBe(true);
          if (!a.label || !b.label) continue;
          expect(Math.abs(a.label.x - b.label.x)).toBeGreaterThanOrEqual((a.label.width + b.label.width) / 2);
        }
      }
    }),
  );
});

test.each([
  [[], 0],
  [[{ start: 0, end: 5 }], 1],
  [
    [
      { start: 0, end: 5 },
      { start: 5, end: 9 },
    ],
    1,
  ],
  [
    [
      { start: 0, end: 9 },
      { start: 2, end: 5 },
      { start: 4, end: 12 },
    ],
    3,
  ],
])('relations over %j need that many lanes', (stretches, depth) => {
  expect(depthOf(stretches)).toBe(depth);
  expect(roomFor(depth) > 0).toBe(depth > 0);
});
