import type { Point } from '../../core/geometry.ts';
import { distance, nearestOnSegment, ringArea } from './lines.ts';
import type { Line } from './path-gesture.ts';

/** What is left of a line, and how far what was left out lies from the piece that replaces it at most. */
export interface Shortened {
  readonly points: Line;
  readonly errorPx: number;
}

/**
 * Fewer points on the same line: each point left out lies within `tolerancePx` of the piece that replaces it, and the
 * ends stay. Douglas and Peucker, The Canadian Cartographer 10 (1973) 112-122.
 */
export function simplifiedLine(points: readonly Point[], tolerancePx: number): Shortened {
  const kept = new Uint8Array(points.length);
  if (points.length > 0) kept[0] = kept[points.length - 1] = 1;
  let errorPx = 0;
  // no recursion: a freehand line may have 100,000 points in a row
  const waiting: [from: number, to: number][] = [[0, points.length - 1]];
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    const [from, to] = piece;
    const far = farthest(points, from, to);
    if (far && far.awayPx > tolerancePx) {
      kept[far.index] = 1;
      waiting.push([from, far.index], [far.index, to]);
    } else errorPx = Math.max(errorPx, far?.awayPx ?? 0);
  }
  return { points: points.filter((_, index) => kept[index] === 1).map(({ x, y }) => ({ x, y })), errorPx };
}

/**
 * The same for a ring, which has no ends: its two points that are farthest apart stay. A ring of which nothing would be
 * left stays as it is.
 */
export function simplifiedRing(ring: readonly Point[], tolerancePx: number): Shortened {
  const start = farthestFrom(ring, 0);
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const opposite = farthestFrom(turned, 0);
  const there = simplifiedLine(turned.slice(0, opposite + 1), tolerancePx);
  const back = simplifiedLine([...turned.slice(opposite), ...turned.slice(0, 1)], tolerancePx);
  const points = [...there.points.slice(0, -1), ...back.points.slice(0, -1)];
  if (points.length >= 3 && ringArea(points) !== 0) return { points, errorPx: Math.max(there.errorPx, back.errorPx) };
  return { points: ring.map(({ x, y }) => ({ x, y })), errorPx: 0 };
}

/**
 * A ring along pixels without its stairs: where it goes a pixel aside and on in the same direction, the middle of that
 * pixel stands for both corners. Real corners stay. No corner lies more than half a pixel from what is left.
 */
export function withoutStairs(ring: readonly Point[]): Line {
  const at = (index: number): Point => ring[(index + ring.length) % ring.length] as Point;
  const turn = (index: number): number => {
    const [before, here, next] = [at(index - 1), at(index), at(index + 1)];
    return Math.sign((here.x - before.x) * (next.y - here.y) - (here.y - before.y) * (next.x - here.x));
  };
  const isStep = (index: number): boolean =>
    distance(at(index), at(index + 1)) === 1 && turn(index) === -turn(index + 1);
  return ring.flatMap((point, index) => {
    if (isStep(index)) {
      const next = at(index + 1);
      return [{ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }];
    }
    return isStep(index - 1) ? [] : [{ x: point.x, y: point.y }];
  });
}

/** How far `points` lie from a line at most: the error of a simplification, in pixels. */
export function farthestFromLine(points: readonly Point[], line: readonly Point[], closed: boolean): number {
  let most = 0;
  for (const point of points) {
    let nearest = Infinity;
    for (let index = 0; index < line.length && nearest > most; index += 1) {
      const from = line[index] as Point;
      const to = line[index + 1] ?? (closed ? line[0] : undefined);
      if (to) nearest = Math.min(nearest, distance(point, nearestOnSegment(point, from, to)));
    }
    if (nearest > most && nearest < Infinity) most = nearest;
  }
  return most;
}

/** Whether any two borders of these rings cross each other. Neighbours that share a point do not. */
export function ringsCross(rings: readonly (readonly Point[])[]): boolean {
  const edges = rings
    .flatMap((ring) =>
      ring.map((from, index) => {
        const to = ring[(index + 1) % ring.length] ?? from;
        return { from, to, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) };
      }),
    )
    .toSorted((a, b) => a.left - b.left);
  return edges.some((edge, index) => {
    for (let next = index + 1; next < edges.length; next += 1) {
      const other = edges[next];
      // sorted from the left: nothing further right can reach it
      if (!other || other.left > edge.right) return false;
      if (segmentsCross(edge.from, edge.to, other.from, other.to)) return true;
    }
    return false;
  });
}

function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (from: Point, to: Point, at: Point): number =>
    Math.sign((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function farthest(
  points: readonly Point[],
  from: number,
  to: number,
): { readonly index: number; readonly awayPx: number } | null {
  const [start, end] = [points[from], points[to]];
  if (!start || !end || to - from < 2) return null;
  let best = { index: from + 1, awayPx: -1 };
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index] as Point;
    const awayPx = distance(point, nearestOnSegment(point, start, end));
    if (awayPx > best.awayPx) best = { index, awayPx };
  }
  return best;
}

function farthestFrom(points: readonly Point[], place: number): number {
  const from = points[place];
  let best = place;
  let most = -1;
  points.forEach((point, index) => {
    const away = from ? distance(from, point) : 0;
    if (away > most) [best, most] = [index, away];
  });
  return best;
}
