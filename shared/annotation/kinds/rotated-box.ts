import { z } from 'zod';
import { clampToSize, type Point } from '../../core/geometry.ts';
import type { DrawGesture, GestureStep, ImageKind } from '../kind.ts';
import { boundsOfLines, distance, ringContains } from '../shapes/lines.ts';
import {
  cornersOfFrame,
  frameHandles,
  frameOfRect,
  movedFrameHandle,
  normalDegrees,
  placeOfFrameSchema,
  type TurnedFrame,
} from '../shapes/turned-frame.ts';

const side = z.number().gt(0).max(2e7);

const rotatedBoxSchema = z.strictObject({
  kind: z.literal('rotated-box'),
  ...placeOfFrameSchema,
  width: side,
  height: side,
});
type RotatedBox = z.infer<typeof rotatedBoxSchema>;

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'first side'; readonly from: Point }
  | { readonly phase: 'width'; readonly from: Point; readonly to: Point };

const idle: State = { phase: 'idle' };
const nothing = (state: State): GestureStep<State, RotatedBox> => ({ state, draft: null, done: null });

/** Drag along one side, then go to the opposite one and click: length, direction and width in two strokes. */
const gesture: DrawGesture<State, RotatedBox> = {
  start: idle,
  holds: ({ phase }) => phase !== 'width',
  step(state, event, setting) {
    switch (event.type) {
      case 'cancel':
        return nothing(idle);
      case 'finish':
      case 'part':
      case 'cycle':
        return nothing(state);
      case 'back':
        return nothing(idle);
      default:
    }
    const at = clampToSize(event.at, setting);
    switch (state.phase) {
      case 'idle':
        return event.type === 'down' ? nothing({ phase: 'first side', from: at }) : nothing(idle);
      case 'first side': {
        const shown = { ...nothing(state), trace: { lines: [[state.from, at]], dots: [state.from] } };
        if (event.type !== 'up') return shown;
        if (distance(state.from, at) < event.tolerancePx) return nothing(idle);
        return { ...shown, state: { phase: 'width', from: state.from, to: at } };
      }
      case 'width': {
        const shape = boxOnSide(state.from, state.to, at);
        const trace = { lines: [[state.from, state.to]], dots: [state.from, state.to] };
        if (event.type === 'up' && shape && widthOf(state, at) >= event.tolerancePx) {
          return { ...nothing(idle), done: shape };
        }
        return { state, draft: shape, done: null, trace };
      }
    }
  },
};

function widthOf({ from, to }: { readonly from: Point; readonly to: Point }, at: Point): number {
  const length = distance(from, to);
  return Math.abs((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)) / length;
}

/** The box with one side from `from` to `to`, and `at` on the opposite one. */
function boxOnSide(from: Point, to: Point, at: Point): RotatedBox | null {
  const width = distance(from, to);
  const cross = ((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)) / width;
  if (!(width > 0) || cross === 0) return null;
  // unit vector from the drawn side to the opposite one
  const normal = { x: (-(to.y - from.y) / width) * Math.sign(cross), y: ((to.x - from.x) / width) * Math.sign(cross) };
  const height = Math.abs(cross);
  return {
    kind: 'rotated-box',
    cx: (from.x + to.x) / 2 + (normal.x * height) / 2,
    cy: (from.y + to.y) / 2 + (normal.y * height) / 2,
    width,
    height,
    degrees: normalDegrees((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI),
  };
}

const made = ({ cx, cy, width, height, degrees }: TurnedFrame): RotatedBox => ({
  kind: 'rotated-box',
  cx,
  cy,
  width,
  height,
  degrees,
});

/** A rectangle that is turned: a ship, a parcel, a line of text. */
export const rotatedBox: ImageKind<'rotated-box', typeof rotatedBoxSchema> = {
  name: 'rotated-box',
  medium: 'image',
  schema: rotatedBoxSchema,
  shortcut: 'KeyR',
  closed: true,
  bounds: (shape) => boundsOfLines([cornersOfFrame(shape)]),
  outline: (shape) => [cornersOfFrame(shape)],
  contains: (shape, point) => ringContains(cornersOfFrame(shape), point),
  translate: (shape, by) => ({ ...shape, cx: shape.cx + by.x, cy: shape.cy + by.y }),
  handles: (shape) => frameHandles(shape, 'all'),
  moveHandle: (shape, handleId, to) => made(movedFrameHandle(shape, handleId, to)),
  rotate: (shape, byDegrees) => ({ ...shape, degrees: normalDegrees(shape.degrees + byDegrees) }),
  inRect(rect) {
    const frame = frameOfRect(rect);
    return frame && made(frame);
  },
  gesture,
};
