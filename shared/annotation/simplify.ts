import type { Shape } from './annotation.ts';
import { toPolygon } from './convert.ts';
import { ringArea } from './shapes/lines.ts';
import {
  farthestFromLine,
  ringsCross,
  type Shortened,
  simplifiedLine,
  simplifiedRing,
  withoutStairs,
} from './shapes/simplify.ts';

/** A shape with fewer points, and what that costs. */
export interface Simplified {
  readonly shape: Shape;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
  /** No point that was left out lies farther from what replaces it, in image pixels. */
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
    const { points, errorPx } = simplifiedLine(shape.points, tolerancePx);
    const [pointsBefore, pointsAfter] = [shape.points.length, points.length];
    return { shape: { kind: 'polyline', points }, pointsBefore, pointsAfter, errorPx };
  }
  if (shape.kind !== 'polygon') return null;
  const before = ringsOf(shape.parts);
  const after = simplifiedRings(before, tolerancePx);
  let place = 0;
  const next = () => after[place++]?.points ?? [];
  const parts = shape.parts.map(({ holes }) => ({ outer: next(), holes: holes.map(next) }));
  return {
    shape: { kind: 'polygon', parts },
    pointsBefore: countOf(before),
    pointsAfter: countOf(after.map(({ points }) => points)),
    errorPx: after.reduce((most, { errorPx }) => Math.max(most, errorPx), 0),
  };
}

/** What of a tolerance is spent on the stairs of a pixel border. */
const STAIRS_PX = 0.5;

/**
 * The outline of a mask as a polygon, with the same parts and holes. Within a tolerance of half a pixel it follows the
 * pixels; from there on their stairs become the lines that were painted. `errorPx` is measured from the corners of the
 * pixels, never more than the tolerance.
 */
export function outlineOfMask(mask: Shape, tolerancePx: number): Simplified | null {
  const exact = toPolygon(mask);
  if (exact?.kind !== 'polygon') return null;
  return (tolerancePx > STAIRS_PX ? withLines(exact.parts, tolerancePx) : null) ?? simplified(exact, tolerancePx);
}

/** The outline with its stairs made lines; null where that would spoil it or go beyond the tolerance. */
function withLines(exact: Parts, tolerancePx: number): Simplified | null {
  const parts = exact.map(({ outer, holes }) => ({ outer: withoutStairs(outer), holes: holes.map(withoutStairs) }));
  const smooth = ringsOf(parts);
  if (smooth.some((ring) => ring.length < 3 || ringArea(ring) === 0) || ringsCross(smooth)) return null;
  const result = simplified({ kind: 'polygon', parts }, tolerancePx - STAIRS_PX);
  if (result?.shape.kind !== 'polygon') return null;
  const before = ringsOf(exact);
  const errorPx = errorOf(before, ringsOf(result.shape.parts));
  return errorPx <= tolerancePx ? { ...result, pointsBefore: countOf(before), errorPx } : null;
}

type Parts = Extract<Shape, { kind: 'polygon' }>['parts'];
type Rings = Parameters<typeof ringsCross>[0];

function ringsOf(parts: Parts) {
  return parts.flatMap(({ outer, holes }) => [outer, ...holes]);
}

function countOf(rings: Rings): number {
  return rings.reduce((sum, ring) => sum + ring.length, 0);
}

/** The farthest that a point of `before` lies from its ring in `after`. */
function errorOf(before: Rings, after: Rings): number {
  return before.reduce((most, ring, index) => Math.max(most, farthestFromLine(ring, after[index] ?? [], true)), 0);
}

function simplifiedRings(rings: Rings, tolerancePx: number): readonly Shortened[] {
  const crossed = ringsCross(rings);
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings += 1) {
    const after = rings.map((ring) => simplifiedRing(ring, tolerancePx / 2 ** halvings));
    if (crossed || !ringsCross(after.map(({ points }) => points))) return after;
  }
  return rings.map((ring) => ({ points: ring.map(({ x, y }) => ({ x, y })), errorPx: 0 }));
}
