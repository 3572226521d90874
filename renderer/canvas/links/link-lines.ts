import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import { type Point, type Rect, rectContains, rectFromCorners } from '../../../shared/core/geometry.ts';
import type { LinkEnds } from '../../../shared/annotation/kind.ts';
import { relationOf } from '../../../shared/annotation/relations.ts';

/** A relation as a curve over the picture, in image pixels: a quadratic Bézier from the border of one end to the other's. */
export interface LinkLine {
  readonly id: string;
  readonly classId: string;
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  /** Around the curve. */
  readonly bounds: Rect;
  /** Suggested by a model, not yet accepted. */
  readonly suggested: boolean;
}

/** How far the middle of the curve leaves the straight line, as a share of its length; so much more for each at its side. */
const BEND = 0.12;
const BEND_MORE = 0.16;

/**
 * The curves of the relations among these whose both ends are drawn on the picture. Several between the same two fan
 * out, so that each can be told apart and hit. `suggested` are what a model's relations would become; `only` those
 * relations count, and annotations in `moved` are where a hand has them.
 */
export function linkLinesOf(
  annotations: readonly Annotation[],
  suggested: readonly Annotation[] = [],
  { only = () => true, moved = none }: { readonly only?: (ends: LinkEnds) => boolean; readonly moved?: Moved } = {},
): readonly LinkLine[] {
  const links = [...annotations, ...suggested].flatMap((one) => relationOf(one) ?? []).filter(only);
  if (links.length === 0) return noLines;
  const wanted = new Set(links.flatMap(({ from, to }) => [from, to]));
  const boundsOf = new Map<string, Rect>();
  for (const { id, shape: resting } of [...suggested, ...annotations]) {
    if (!wanted.has(id)) continue;
    const shape = moved.get(id)?.shape ?? resting;
    const bounds = imageKindOf(shape)?.bounds(shape);
    if (bounds) boundsOf.set(id, bounds);
  }
  const own = new Set(annotations.map(({ id }) => id));
  const sides = new Map<string, number>();
  return links.flatMap(({ id, classId, from, to }) => {
    const [start, end] = [boundsOf.get(from), boundsOf.get(to)];
    if (!start || !end) return [];
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    const side = sides.get(pair) ?? 0;
    sides.set(pair, side + 1);
    // always upwards, whatever the direction: two ways between the same two do not fall on one another
    const rightwards = middleOf(start).x <= middleOf(end).x;
    const curve = rightwards ? curveBetween(start, end, side) : turned(curveBetween(end, start, side));
    return [{ id, classId, ...curve, bounds: hullOf(curve), suggested: !own.has(id) }];
  });
}

/**
 * All that the curves of these relations depend on: each relation with its two ends. Annotations never change in
 * place: equal lists mean equal curves.
 */
export function linkInputs(
  annotations: readonly Annotation[],
  suggested: readonly Annotation[],
  only: (ends: LinkEnds) => boolean,
): readonly (Annotation | undefined)[] {
  const links = [...annotations, ...suggested].flatMap((one) => {
    const ends = relationOf(one);
    return ends && only(ends) ? [{ one, ends }] : [];
  });
  const wanted = new Set(links.flatMap(({ ends: { from, to } }) => [from, to]));
  const byId = new Map([...suggested, ...annotations].flatMap((one) => (wanted.has(one.id) ? [[one.id, one]] : [])));
  return links.flatMap(({ one, ends }) => [one, byId.get(ends.from), byId.get(ends.to)]);
}

/** Annotations on their way, by their ids. */
type Moved = ReadonlyMap<string, Annotation>;

const none: Moved = new Map();
const noLines: readonly LinkLine[] = [];

/** The point of the curve at `share` of its way, 0-1. */
export function pointOfLink({ from, control, to }: Curve, share: number): Point {
  const rest = 1 - share;
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** The topmost relation that runs within reach of a point; null when none does. */
export function linkAt(lines: readonly LinkLine[], at: Point, reachPx: number): string | null {
  const hit = lines.findLast(
    (line) => !line.suggested && isNear(line.bounds, at, reachPx) && distanceTo(line, at) <= reachPx,
  );
  return hit?.id ?? null;
}

type Curve = Pick<LinkLine, 'from' | 'control' | 'to'>;

/** Straight pieces that stand for the curve when its distance is measured. */
const PIECES = 24;

function distanceTo(line: Curve, at: Point): number {
  let nearest = Infinity;
  let last = line.from;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const next = pointOfLink(line, piece / PIECES);
    nearest = Math.min(nearest, distanceToPiece(at, last, next));
    last = next;
  }
  return nearest;
}

function distanceToPiece(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const share = lengthSquared === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / lengthSquared;
  const clamped = Math.min(Math.max(share, 0), 1);
  return Math.hypot(at.x - from.x - clamped * dx, at.y - from.y - clamped * dy);
}

function curveBetween(start: Rect, end: Rect, side: number): Curve {
  const from = borderTowards(start, middleOf(end));
  const to = borderTowards(end, middleOf(start));
  const bend = BEND + side * BEND_MORE;
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend * 2,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend * 2,
  };
  return { from, control, to };
}

/** Where the line from the middle of a rectangle to a point leaves it; its upper middle when the point lies inside. */
function borderTowards(rect: Rect, towards: Point): Point {
  const middle = middleOf(rect);
  if (rectContains(rect, towards)) return { x: middle.x, y: rect.y };
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const share = Math.min(
    dx === 0 ? Infinity : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rect.height / 2 / Math.abs(dy),
    1,
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function turned({ from, control, to }: Curve): Curve {
  return { from: to, control, to: from };
}

/** The curve never leaves the triangle of its three points. */
function hullOf({ from, control, to }: Curve): Rect {
  return rectFromCorners(
    { x: Math.min(from.x, control.x, to.x), y: Math.min(from.y, control.y, to.y) },
    { x: Math.max(from.x, control.x, to.x), y: Math.max(from.y, control.y, to.y) },
  );
}

function isNear({ x, y, width, height }: Rect, at: Point, by: number): boolean {
  return at.x >= x - by && at.y >= y - by && at.x <= x + width + by && at.y <= y + height + by;
}
