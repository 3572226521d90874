import { difference, type Geom, intersection, union } from 'polyclip-ts';
import type { Polygon } from '../../../shared/annotation/kinds/polygon.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { ringArea } from '../../../shared/annotation/shapes/lines.ts';

/** The parts of a polygon: each an outer ring with the holes in it. */
export type Parts = Polygon['parts'];
type Ring = Parts[number]['outer'];

/** In square pixels: what is smaller is a rounding error of a crossing, no part of anything. */
const LEAST_AREA = 1e-6;

/** What lies in any of them. Parts that touch along a border become one. */
export function unionOf(all: readonly Parts[]): Parts {
  const [first, ...more] = all.map(toGeom);
  return first ? toParts(union(first, ...more)) : [];
}

/** What lies in `parts` and in none of the others. */
export function differenceOf(parts: Parts, others: readonly Parts[]): Parts {
  return toParts(difference(toGeom(parts), ...others.map(toGeom)));
}

/** What lies in both. */
export function intersectionOf(a: Parts, b: Parts): Parts {
  return toParts(intersection(toGeom(a), toGeom(b)));
}

function toGeom(parts: Parts): Geom {
  return parts.map(({ outer, holes }) =>
    [outer, ...holes].map((ring) => ring.map(({ x, y }): [number, number] => [x, y])),
  );
}

/** The library closes each ring with its first point; ours are closed without it. */
function toParts(polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]): Parts {
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings
      .map(toRing)
      .filter((ring) => ring.length >= 3 && Math.abs(ringArea(ring)) > LEAST_AREA);
    return outer ? [{ outer, holes }] : [];
  });
}

function toRing(points: readonly (readonly [number, number])[]): Ring {
  return points.slice(0, -1).map(([x, y]) => ({ x, y }));
}

/** The side that lies to the right of a line which goes on straight beyond both of its ends, as far as `bounds` reach. */
export function sideOf(line: readonly Point[], bounds: { readonly centre: Point; readonly radius: number }): Parts {
  const [first, second] = [line[0], line[1]];
  const [before, last] = [line.at(-2), line.at(-1)];
  if (!first || !second || !before || !last) return [];
  // a circle wide enough that even the chords between the points on it stay clear of what is cut
  const reach = 4 * Math.max(bounds.radius, ...line.map((point) => distanceTo(bounds.centre, point)), 1);
  const start = beyond(first, second, bounds.centre, reach);
  const end = beyond(last, before, bounds.centre, reach);
  const [from, to] = [angleAt(bounds.centre, end), angleAt(bounds.centre, start)];
  const turn = (to - from + 4 * Math.PI) % (2 * Math.PI);
  const steps = Math.max(2, Math.ceil(turn / (Math.PI / 8)));
  const arc = Array.from({ length: steps - 1 }, (_, index) => {
    const angle = from + (turn * (index + 1)) / steps;
    return { x: bounds.centre.x + reach * Math.cos(angle), y: bounds.centre.y + reach * Math.sin(angle) };
  });
  const outer = [start, ...line.map(({ x, y }) => ({ x, y })), end, ...arc];
  return [{ outer, holes: [] }];
}

/** Where the line from `inner` through `end` leaves the circle around `centre`. */
function beyond(end: Point, inner: Point, centre: Point, radius: number): { x: number; y: number } {
  const length = Math.hypot(end.x - inner.x, end.y - inner.y) || 1;
  const way = { x: (end.x - inner.x) / length, y: (end.y - inner.y) / length };
  const from = { x: end.x - centre.x, y: end.y - centre.y };
  const along = from.x * way.x + from.y * way.y;
  const further = -along + Math.sqrt(along * along - from.x * from.x - from.y * from.y + radius * radius);
  return { x: end.x + way.x * further, y: end.y + way.y * further };
}

function angleAt(centre: Point, { x, y }: Point): number {
  return Math.atan2(y - centre.y, x - centre.x);
}

function distanceTo(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
