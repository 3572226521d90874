import type { Shape } from './annotation.ts';
import { farthestFromLine, ringsCross, simplifiedLine, simplifiedRing } from './shapes/simplify.ts';

/** A shape with fewer points, and what that costs. */
export interface Simplified {
  readonly shape: Shape;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
  /** No point that was left out lies farther from the new outline, in image pixels. */
  readonly errorPx: number;
}

/** How often a tolerance is halved before the outline stays as it was. */
const MOST_HALVINGS = 6;

/**
 * Leaves out points of a polygon's or line's outline that lie within `tolerancePx` of what is left. Borders that did not
 * cross do not cross afterwards: where they would, a smaller tolerance is taken. Null for shapes without such points.
 */
export function simplified(shape: Shape, tolerancePx: number): Simplified | null {
  if (shape.kind === 'polyline') {
    const points = simplifiedLine(shape.points, tolerancePx);
    return {
      shape: { kind: 'polyline', points },
      pointsBefore: shape.points.length,
      pointsAfter: points.length,
      errorPx: farthestFromLine(shape.points, points, false),
    };
  }
  if (shape.kind !== 'polygon') return null;
  const before = shape.parts.flatMap(({ outer, holes }) => [outer, ...holes]);
  const after = simplifiedRings(before, tolerancePx);
  let place = 0;
  const next = () => after[place++] ?? [];
  const parts = shape.parts.map(({ holes }) => ({ outer: next(), holes: holes.map(next) }));
  return {
    shape: { kind: 'polygon', parts },
    pointsBefore: before.reduce((sum, ring) => sum + ring.length, 0),
    pointsAfter: after.reduce((sum, ring) => sum + ring.length, 0),
    errorPx: Math.max(0, ...before.map((ring, index) => farthestFromLine(ring, after[index] ?? [], true))),
  };
}

type Rings = Parameters<typeof ringsCross>[0];

function simplifiedRings(rings: Rings, tolerancePx: number) {
  const crossed = ringsCross(rings);
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings += 1) {
    const after = rings.map((ring) => simplifiedRing(ring, tolerancePx / 2 ** halvings));
    if (crossed || !ringsCross(after)) return after;
  }
  return rings.map((ring) => ring.map(({ x, y }) => ({ x, y })));
}
