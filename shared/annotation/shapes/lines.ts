import { z } from 'zod';
import { COORDINATE_LIMIT, type Point, type Rect } from '../../core/geometry.ts';

const MOST_POINTS = 100_000;

/**
 * Points in order, at least `min` of them. Checked by hand: an image of 5,000 polygons has 100,000 points, each crosses
 * the bridge, and a schema a point takes ten times as long where no code may be made at run time.
 */
export const pointsSchema = (min: number) =>
  z.custom<{ x: number; y: number }[]>((value) => isListOfPoints(value, min), {
    error: `at least ${min} points, each with a finite x and y and nothing else`,
  });

function isListOfPoints(value: unknown, min: number): boolean {
  if (!Array.isArray(value) || value.length < min || value.length > MOST_POINTS) return false;
  // not `every`: it leaves out the holes of a list
  for (const point of value as unknown[]) if (!isPoint(point)) return false;
  return true;
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if (key !== 'x' && key !== 'y') return false;
  const { x, y } = value as { readonly x?: unknown; readonly y?: unknown };
  return isCoordinate(x) && isCoordinate(y);
}

/** NaN and infinity are within no limits. */
function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && value >= -COORDINATE_LIMIT && value <= COORDINATE_LIMIT;
}

/** Smallest rectangle around lines of points; empty at the origin when there are none. */
export function boundsOfLines(lines: readonly (readonly Point[])[]): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const line of lines) {
    for (const { x, y } of line) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

export function translatedPoint(point: Point, by: Point): { x: number; y: number } {
  return { x: point.x + by.x, y: point.y + by.y };
}

export function translatedPoints(points: readonly Point[], by: Point): { x: number; y: number }[] {
  return points.map((point) => translatedPoint(point, by));
}

/** Turned clockwise about `centre` (y points downwards). */
export function turnedPoint(point: Point, centre: Point, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos };
}

/** Even-odd; a point on the border may count either way. */
export function ringContains(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
    const a = ring[index] as Point;
    const b = ring[last] as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The place of the segment that is nearest to `at`. */
export function nearestOnSegment(at: Point, from: Point, to: Point): { x: number; y: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  const share = lengthSquared === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / lengthSquared;
  const clamped = Math.min(Math.max(share, 0), 1);
  return { x: from.x + clamped * dx, y: from.y + clamped * dy };
}

/** Where a new vertex belongs: `before` the point with this index of line `line`. Null when no line is within reach. */
export function nearestEdge(
  lines: readonly (readonly Point[])[],
  closed: boolean,
  at: Point,
  reachPx: number,
): { readonly line: number; readonly before: number; readonly at: { x: number; y: number } } | null {
  let best: { line: number; before: number; at: { x: number; y: number } } | null = null;
  let nearest = reachPx;
  lines.forEach((points, line) => {
    points.forEach((from, index) => {
      const isLast = index === points.length - 1;
      const to = isLast ? (closed ? points[0] : undefined) : points[index + 1];
      if (!to) return;
      const place = nearestOnSegment(at, from, to);
      const away = distance(at, place);
      if (away > nearest) return;
      nearest = away;
      best = { line, before: index + 1, at: place };
    });
  });
  return best;
}

/** The area that a ring encloses; positive when it goes clockwise on the screen. */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
    const a = ring[last] as Point;
    const b = ring[index] as Point;
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

/** Mean of the points: a middle that turns with them. */
export function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(points.length, 1), y: sum.y / Math.max(points.length, 1) };
}

/**
 * Where rings would balance, each weighed by what it encloses, holes (`rings` after the first) taken off; the mean of
 * the points where they enclose nothing.
 */
export function balanceOf(
  parts: readonly { readonly outer: readonly Point[]; readonly holes: readonly (readonly Point[])[] }[],
): Point {
  const origin = parts[0]?.outer[0] ?? { x: 0, y: 0 };
  let [weight, x, y] = [0, 0, 0];
  const add = (ring: readonly Point[], sign: 1 | -1): void => {
    const turn = ringArea(ring) < 0 ? -sign : sign;
    ring.forEach((to, index) => {
      const from = ring[(index || ring.length) - 1] as Point;
      // from the first point of all, so that far coordinates lose no digits
      const [a, b] = [minus(from, origin), minus(to, origin)];
      const twice = (a.x * b.y - b.x * a.y) * turn;
      weight += twice;
      x += (a.x + b.x) * twice;
      y += (a.y + b.y) * twice;
    });
  };
  for (const { outer, holes } of parts) {
    add(outer, 1);
    for (const hole of holes) add(hole, -1);
  }
  if (Math.abs(weight) < 1e-9) return meanOf(parts.flatMap(({ outer }) => outer));
  return { x: origin.x + x / (3 * weight), y: origin.y + y / (3 * weight) };
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

/** The four corners, clockwise from the upper left. */
export function cornersOf({ x, y, width, height }: Rect): { x: number; y: number }[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
