import { z } from 'zod';
import type { ImageKind } from '../kind.ts';
import { boundsOfLines, meanOf, nearestEdge, pointsSchema, translatedPoints, turnedPoint } from '../shapes/lines.ts';
import { pathGesture } from '../shapes/path-gesture.ts';

const polylineSchema = z.strictObject({ kind: z.literal('polyline'), points: pointsSchema(2) });

/** An open line of points: a lane, a wire, a crack. Its direction is kept. */
export const polyline: ImageKind<'polyline', typeof polylineSchema> = {
  name: 'polyline',
  medium: 'image',
  schema: polylineSchema,
  shortcut: 'KeyY',
  closed: false,
  bounds: ({ points }) => boundsOfLines([points]),
  outline: ({ points }) => [points],
  contains: () => false,
  translate: ({ kind, points }, by) => ({ kind, points: translatedPoints(points, by) }),
  handles: ({ points }) => points.map((at, index) => ({ id: String(index), at, cursor: 'move', isVertex: true })),
  moveHandle: ({ kind, points }, handleId, { x, y }) => ({
    kind,
    points: points.map((point, index) => (String(index) === handleId ? { x, y } : point)),
  }),
  inRect: ({ x, y, width, height }) => ({
    kind: 'polyline',
    points: [
      { x, y: y + height },
      { x: x + width, y },
    ],
  }),
  insertVertex({ kind, points }, at, reachPx) {
    const edge = nearestEdge([points], false, at, reachPx);
    return (
      edge && { shape: { kind, points: points.toSpliced(edge.before, 0, edge.at) }, handleId: String(edge.before) }
    );
  },
  removeVertex: ({ kind, points }, handleId) =>
    points.length > 2 ? { kind, points: points.filter((_, index) => String(index) !== handleId) } : null,
  rotate({ kind, points }, byDegrees) {
    const centre = meanOf(points);
    return { kind, points: points.map((point) => turnedPoint(point, centre, byDegrees)) };
  },
  gesture: pathGesture({
    min: 2,
    closed: false,
    parts: false,
    build: ([points]) => (points ? { kind: 'polyline' as const, points } : null),
  }),
};
