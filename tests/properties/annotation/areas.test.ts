import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Shape, shapeSchema } from '../../../shared/annotation/annotation.ts';
import { farthestFromLine, ringsCross } from '../../../shared/annotation/shapes/simplify.ts';
import { simplified } from '../../../shared/annotation/simplify.ts';
import { ringArea } from '../../../shared/annotation/shapes/lines.ts';
import {
  differenceOf,
  intersectionOf,
  type Parts,
  sideOf,
  unionOf,
} from '../../../renderer/canvas/areas/polygon-algebra.ts';

const coordinate = fc.integer({ min: -200, max: 600 });
const place = fc.record({ x: coordinate, y: coordinate });

/** A ring around a middle: any distances in order of their angle, so that it never crosses itself. */
const star = fc
  .record({
    middle: place,
    distances: fc.array(fc.integer({ min: 5, max: 150 }), { minLength: 3, maxLength: 24 }),
  })
  .map(({ middle, distances }) =>
    distances.map((away, index) => {
      const angle = (index / distances.length) * 2 * Math.PI;
      return { x: middle.x + away * Math.cos(angle), y: middle.y + away * Math.sin(angle) };
    }),
  );
const parts = star.map((outer): Parts => [{ outer, holes: [] }]);

function areaOf(all: Parts): number {
  return all.reduce(
    (sum, { outer, holes }) =>
      sum + Math.abs(ringArea(outer)) - holes.reduce((inner, hole) => inner + Math.abs(ringArea(hole)), 0),
    0,
  );
}

/** Relative to the largest area that occurs. */
function expectSameArea(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThan(1e-3);
}

test('what is merged covers what both covered, and what they share once', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expectSameArea(areaOf(unionOf([a, b])) + areaOf(intersectionOf(a, b)), areaOf(a) + areaOf(b));
    }),
    { numRuns: 60 },
  );
});

test('what is taken out is gone, and nothing else', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const left = differenceOf(a, [b]);
      expectSameArea(areaOf(left) + areaOf(intersectionOf(a, b)), areaOf(a));
      expectSameArea(areaOf(intersectionOf(left, b)), 0);
    }),
    { numRuns: 60 },
  );
});

test('a cut loses nothing, whichever way its line goes', () => {
  fc.assert(
    fc.property(parts, fc.array(place, { minLength: 2, maxLength: 5 }), (a, line) => {
      const side = sideOf(line, { centre: { x: 200, y: 200 }, radius: 1000 });
      expectSameArea(areaOf(intersectionOf(a, side)) + areaOf(differenceOf(a, [side])), areaOf(a));
    }),
    { numRuns: 60 },
  );
});

const shape = fc.oneof(
  star.map((outer): Shape => ({ kind: 'polygon', parts: [{ outer, holes: [] }] })),
  fc.array(place, { minLength: 2, maxLength: 40 }).map((points): Shape => ({ kind: 'polyline', points })),
);
const tolerance = fc.double({ min: 0, max: 40, noNaN: true });

const pointsOf = (one: Shape) =>
  one.kind === 'polygon' ? one.parts.flatMap(({ outer }) => outer) : one.kind === 'polyline' ? one.points : [];

test('what is simplified keeps only points that were there, is whole, and lies within the tolerance', () => {
  fc.assert(
    fc.property(shape, tolerance, (before, tolerancePx) => {
      const result = simplified(before, tolerancePx);
      if (!result) throw new Error('not simplified');
      expect(shapeSchema.parse(result.shape)).toEqual(result.shape);
      const [were, are] = [pointsOf(before), pointsOf(result.shape)];
      expect([result.pointsBefore, result.pointsAfter]).toEqual([were.length, are.length]);
      const keys = new Set(were.map(({ x, y }) => `${x} ${y}`));
      expect(are.every(({ x, y }) => keys.has(`${x} ${y}`))).toBe(true);
      expect(farthestFromLine(were, are, before.kind === 'polygon')).toBeLessThanOrEqual(result.errorPx + 1e-9);
      expect(result.errorPx).toBeLessThanOrEqual(tolerancePx + 1e-9);
    }),
  );
});

test('simplifying twice with one tolerance changes nothing more for a line', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 40 }), tolerance, (points, tolerancePx) => {
      const once = simplified({ kind: 'polyline', points }, tolerancePx);
      expect(once && simplified(once.shape, tolerancePx)?.shape).toEqual(once?.shape);
    }),
  );
});

test('borders that did not cross do not cross afterwards', () => {
  fc.assert(
    fc.property(star, tolerance, (outer, tolerancePx) => {
      const result = simplified({ kind: 'polygon', parts: [{ outer, holes: [] }] }, tolerancePx);
      if (!ringsCross([outer])) expect(result && ringsCross([pointsOf(result.shape)])).toBe(false);
    }),
  );
});
