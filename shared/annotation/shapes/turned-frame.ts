import { z } from 'zod';
import { coordinateSchema, type Point, type Rect } from '../../core/geometry.ts';
import type { Handle } from '../kind.ts';
import { turnedPoint } from './lines.ts';

/** Where a turned shape stands: its middle, and how far it is turned about it, clockwise. */
export const placeOfFrameSchema = {
  cx: coordinateSchema,
  cy: coordinateSchema,
  degrees: z.number().min(0).lt(360),
};

/** A rectangle turned clockwise by `degrees` about its middle (`cx`, `cy`). */
export interface TurnedFrame {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly degrees: number;
}

/** `x` and `y` say where a grip stands, in halves of the sides: -1 left or upper, 1 right or lower, 0 the middle. */
const grips = [
  { id: 'nw', x: -1, y: -1 },
  { id: 'n', x: 0, y: -1 },
  { id: 'ne', x: 1, y: -1 },
  { id: 'e', x: 1, y: 0 },
  { id: 'se', x: 1, y: 1 },
  { id: 's', x: 0, y: 1 },
  { id: 'sw', x: -1, y: 1 },
  { id: 'w', x: -1, y: 0 },
] as const;

/** Smallest side that a resize leaves. */
const MIN_SIDE_PX = 1;

/** Place in the frame, in halves of the sides, as a point of the image. */
function placeIn(frame: TurnedFrame, x: number, y: number): { x: number; y: number } {
  const upright = { x: frame.cx + (x * frame.width) / 2, y: frame.cy + (y * frame.height) / 2 };
  return turnedPoint(upright, { x: frame.cx, y: frame.cy }, frame.degrees);
}

/** The corners, clockwise from the one that is upper left before the turn. */
export function cornersOfFrame(frame: TurnedFrame): readonly { x: number; y: number }[] {
  return [placeIn(frame, -1, -1), placeIn(frame, 1, -1), placeIn(frame, 1, 1), placeIn(frame, -1, 1)];
}

/** `only` leaves grips out: an ellipse has none at its corners. */
export function frameHandles(frame: TurnedFrame, only: 'all' | 'sides'): readonly Handle[] {
  const shown = grips.filter(({ x, y }) => only === 'all' || x === 0 || y === 0);
  const top = placeIn(frame, 0, -1);
  const away = turnedPoint({ x: 0, y: -1 }, { x: 0, y: 0 }, frame.degrees);
  return [
    { id: 'rotate', at: top, away, cursor: 'grab' },
    ...shown.map(({ id, x, y }) => ({ id, at: placeIn(frame, x, y), cursor: cursorOf(x, y, frame.degrees) })),
  ];
}

/** The frame after a grip went to `to`: the opposite side or corner stays where it is. */
export function movedFrameHandle(frame: TurnedFrame, handleId: string, to: Point): TurnedFrame {
  const centre = { x: frame.cx, y: frame.cy };
  if (handleId === 'rotate') {
    const same = samePlace(placeIn(frame, 0, -1), to) || samePlace(centre, to);
    return same ? frame : { ...frame, degrees: uprightDegrees(Math.atan2(to.x - centre.x, centre.y - to.y)) };
  }
  const grip = grips.find(({ id }) => id === handleId);
  if (!grip || samePlace(placeIn(frame, grip.x, grip.y), to)) return frame;
  // in the frame's own axes, from the opposite grip
  const fixed = placeIn(frame, -grip.x, -grip.y);
  const own = turnedPoint(to, fixed, -frame.degrees);
  const width = grip.x === 0 ? frame.width : Math.max(Math.abs(own.x - fixed.x), MIN_SIDE_PX);
  const height = grip.y === 0 ? frame.height : Math.max(Math.abs(own.y - fixed.y), MIN_SIDE_PX);
  const middle = {
    x: fixed.x + (grip.x === 0 ? 0 : (side(own.x - fixed.x, grip.x) * width) / 2),
    y: fixed.y + (grip.y === 0 ? 0 : (side(own.y - fixed.y, grip.y) * height) / 2),
  };
  const turned = turnedPoint(middle, fixed, frame.degrees);
  return { ...frame, width, height, cx: turned.x, cy: turned.y };
}

/** Which way it goes from the fixed side; where it stands still, the grip's own way. */
function side(away: number, own: number): number {
  return away === 0 ? own : Math.sign(away);
}

/** Degrees in [0, 360) for an angle in radians. */
function uprightDegrees(radians: number): number {
  return normalDegrees((radians * 180) / Math.PI);
}

export function normalDegrees(degrees: number): number {
  const within = degrees % 360;
  return within < 0 ? within + 360 : within;
}

export function frameOfRect({ x, y, width, height }: Rect): TurnedFrame | null {
  return width > 0 && height > 0 ? { cx: x + width / 2, cy: y + height / 2, width, height, degrees: 0 } : null;
}

function samePlace(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 1e-9;
}

/** The resize cursor that lies nearest to a grip's direction. */
function cursorOf(x: number, y: number, degrees: number): string {
  const cursors = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'];
  const angle = (Math.atan2(y, x) * 180) / Math.PI + degrees;
  return cursors[Math.round(normalDegrees(angle) / 45) % 4] ?? 'move';
}
