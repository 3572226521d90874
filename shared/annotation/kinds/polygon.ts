import { z } from 'zod';
import type { Handle, ImageKind } from '../kind.ts';
import {
  balanceOf,
  boundsOfLines,
  cornersOf,
  nearestEdge,
  pointsSchema,
  ringContains,
  translatedPoints,
  turnedPoint,
} from '../shapes/lines.ts';
import { type Line, pathGesture } from '../shapes/path-gesture.ts';

const ringSchema = pointsSchema(3);

/** Parts of one object, each with what is cut out of it: the car behind the post, the ring. */
const polygonSchema = z.strictObject({
  kind: z.literal('polygon'),
  parts: z
    .array(z.strictObject({ outer: ringSchema, holes: z.array(ringSchema).max(10_000) }))
    .min(1)
    .max(10_000),
});
export type Polygon = z.infer<typeof polygonSchema>;

/** All rings: of each part the outer one, then its holes. Their order numbers the handles. */
function ringsOf({ parts }: Polygon): readonly Line[] {
  return parts.length === 1 && parts[0]?.holes.length === 0
    ? [parts[0].outer]
    : parts.flatMap(({ outer, holes }) => [outer, ...holes]);
}

/** A ring whose first point lies in an earlier ring is a hole in it; any other is a part of its own. */
export function polygonOfRings(rings: readonly Line[]): Polygon | null {
  const parts: { outer: Line; holes: Line[] }[] = [];
  for (const ring of rings) {
    const first = ring[0];
    if (!first || ring.length < 3) return null;
    const around = parts.find(
      ({ outer, holes }) => ringContains(outer, first) && !holes.some((hole) => ringContains(hole, first)),
    );
    if (around) around.holes.push(ring);
    else parts.push({ outer: ring, holes: [] });
  }
  return parts.length > 0 ? { kind: 'polygon', parts } : null;
}

function withRings(shape: Polygon, change: (ring: Line, index: number) => Line | null): Polygon | null {
  let index = -1;
  const changed = (ring: Line): Line | null => {
    index += 1;
    return change(ring, index);
  };
  const parts = shape.parts.flatMap((part) => {
    const outer = changed(part.outer);
    const holes = part.holes.map(changed).filter((hole) => hole !== null);
    return outer ? [{ outer, holes }] : [];
  });
  return parts.length > 0 ? { kind: 'polygon', parts } : null;
}

function placeOf(handleId: string): readonly [number, number] {
  const [ring, point] = handleId.split('.').map(Number);
  return [ring ?? -1, point ?? -1];
}

function handles(shape: Polygon): readonly Handle[] {
  return ringsOf(shape).flatMap((ring, line) =>
    ring.map((at, index) => ({ id: `${line}.${index}`, at, cursor: 'move', isVertex: true })),
  );
}

/** Rings of points, with parts and holes as one object. */
export const polygon: ImageKind<'polygon', typeof polygonSchema> = {
  name: 'polygon',
  medium: 'image',
  schema: polygonSchema,
  shortcut: 'KeyP',
  closed: true,
  bounds: (shape) => boundsOfLines(ringsOf(shape)),
  outline: ringsOf,
  contains: ({ parts }, point) =>
    parts.some(({ outer, holes }) => ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point))),
  translate: (shape, by) => withRings(shape, (ring) => translatedPoints(ring, by)) ?? shape,
  handles,
  moveHandle(shape, handleId, { x, y }) {
    const [line, place] = placeOf(handleId);
    return withRings(shape, (ring, index) => (index === line ? ring.with(place, { x, y }) : ring)) ?? shape;
  },
  inRect: (rect) => ({ kind: 'polygon', parts: [{ outer: cornersOf(rect), holes: [] }] }),
  insertVertex(shape, at, reachPx) {
    const edge = nearestEdge(ringsOf(shape), true, at, reachPx);
    if (!edge) return null;
    const longer = withRings(shape, (ring, index) =>
      index === edge.line ? ring.toSpliced(edge.before, 0, edge.at) : ring,
    );
    return longer && { shape: longer, handleId: `${edge.line}.${edge.before}` };
  },
  /** A ring of three points goes whole; with an outer ring its holes go too. */
  removeVertex(shape, handleId) {
    const [line, place] = placeOf(handleId);
    return withRings(shape, (ring, index) => {
      if (index !== line) return ring;
      return ring.length > 3 ? ring.toSpliced(place, 1) : null;
    });
  },
  rotate(shape, byDegrees) {
    const centre = balanceOf(shape.parts);
    return withRings(shape, (ring) => ring.map((point) => turnedPoint(point, centre, byDegrees))) ?? shape;
  },
  gesture: pathGesture({ min: 3, closed: true, parts: true, build: polygonOfRings, resume: ringsOf }),
};
