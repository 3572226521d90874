import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traceOutline } from '../../../../renderer/canvas/draw-annotations.ts';
import type { View } from '../../../../renderer/canvas/view.ts';
import type { Point } from '../../../../shared/core/geometry.ts';

const point = fc.record({
  x: fc.double({ min: 0, max: 500, noNaN: true }),
  y: fc.double({ min: 0, max: 500, noNaN: true }),
});
const points = fc.array(point, { minLength: 2, maxLength: 80 });
const scale = fc.constantFrom(0.01, 0.2, 1, 3, 20);

/** The points that are drawn of a polyline, in view pixels. */
function drawn(line: readonly Point[], view: View): readonly Point[] {
  const seen: Point[] = [];
  const add = (x: number, y: number) => void seen.push({ x, y });
  const closePath = () => {
    throw new Error('a line is not closed');
  };
  traceOutline({ moveTo: add, lineTo: add, closePath }, { kind: 'polyline', points: [...line] }, view);
  return seen;
}

test('a line keeps both its ends, and no place of it is drawn a pixel off', () => {
  fc.assert(
    fc.property(points, scale, (line, zoom) => {
      const view = { scale: zoom, x: 3, y: 4 };
      const seen = drawn(line, view);
      const inView = line.map(({ x, y }) => ({ x: x * zoom + 3, y: y * zoom + 4 }));
      expect([seen.at(0), seen.at(-1)]).toEqual([inView.at(0), inView.at(-1)]);
      for (const at of inView) {
        expect(Math.min(...seen.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)))).toBeLessThan(1);
      }
    }),
  );
});

test('panning changes no line; from afar most points are left out, from near none', () => {
  fc.assert(
    fc.property(points, scale, fc.integer({ min: -900, max: 900 }), (line, zoom, by) => {
      const here = drawn(line, { scale: zoom, x: 0, y: 0 });
      const there = drawn(line, { scale: zoom, x: by, y: -by });
      expect(there.length).toBe(here.length);
    }),
  );
  const far = Array.from({ length: 80 }, (_, at) => ({ x: at, y: 0 }));
  expect(drawn(far, { scale: 1, x: 0, y: 0 })).toHaveLength(80);
  expect(drawn(far, { scale: 0.1, x: 0, y: 0 }).length).toBeLessThan(12);
});
