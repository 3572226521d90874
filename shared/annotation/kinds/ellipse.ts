import { z } from 'zod';
import { rectFromCorners } from '../../core/geometry.ts';
import type { ImageKind } from '../kind.ts';
import { dragGesture } from '../shapes/drag-gesture.ts';
import { turnedPoint } from '../shapes/lines.ts';
import {
  frameHandles,
  frameOfRect,
  movedFrameHandle,
  normalDegrees,
  placeOfFrameSchema,
  type TurnedFrame,
} from '../shapes/turned-frame.ts';

const radius = z.number().gt(0).max(1e7);

const ellipseSchema = z.strictObject({
  kind: z.literal('ellipse'),
  ...placeOfFrameSchema,
  rx: radius,
  ry: radius,
});
type Ellipse = z.infer<typeof ellipseSchema>;

/** Enough that a chord lies within a tenth of a pixel of an arc of 500 px radius. */
const OUTLINE_POINTS = 72;

const frameOf = ({ cx, cy, rx, ry, degrees }: Ellipse): TurnedFrame => ({
  cx,
  cy,
  width: 2 * rx,
  height: 2 * ry,
  degrees,
});

const ofFrame = ({ cx, cy, width, height, degrees }: TurnedFrame): Ellipse => ({
  kind: 'ellipse',
  cx,
  cy,
  rx: width / 2,
  ry: height / 2,
  degrees,
});

function outline({ cx, cy, rx, ry, degrees }: Ellipse) {
  return Array.from({ length: OUTLINE_POINTS }, (_, index) => {
    const angle = (index / OUTLINE_POINTS) * 2 * Math.PI;
    return turnedPoint({ x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) }, { x: cx, y: cy }, degrees);
  });
}

/** What is round: a wheel, a cell, a face. */
export const ellipse: ImageKind<'ellipse', typeof ellipseSchema> = {
  name: 'ellipse',
  medium: 'image',
  schema: ellipseSchema,
  shortcut: 'KeyE',
  closed: true,
  bounds({ cx, cy, rx, ry, degrees }) {
    const angle = (degrees * Math.PI) / 180;
    const halfWidth = Math.hypot(rx * Math.cos(angle), ry * Math.sin(angle));
    const halfHeight = Math.hypot(rx * Math.sin(angle), ry * Math.cos(angle));
    return { x: cx - halfWidth, y: cy - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight };
  },
  outline: (shape) => [outline(shape)],
  contains({ cx, cy, rx, ry, degrees }, point) {
    const own = turnedPoint(point, { x: cx, y: cy }, -degrees);
    return ((own.x - cx) / rx) ** 2 + ((own.y - cy) / ry) ** 2 <= 1;
  },
  translate: (shape, by) => ({ ...shape, cx: shape.cx + by.x, cy: shape.cy + by.y }),
  handles: (shape) => frameHandles(frameOf(shape), 'sides'),
  moveHandle: (shape, handleId, to) => ofFrame(movedFrameHandle(frameOf(shape), handleId, to)),
  rotate: (shape, byDegrees) => ({ ...shape, degrees: normalDegrees(shape.degrees + byDegrees) }),
  inRect(rect) {
    const frame = frameOfRect(rect);
    return frame && ofFrame(frame);
  },
  gesture: dragGesture((from, to) => {
    const frame = frameOfRect(rectFromCorners(from, to));
    return frame && ofFrame(frame);
  }),
};
