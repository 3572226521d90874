import { z } from 'zod';
import { type Point, clampToSize, coordinateSchema, rectContains, rectFromCorners } from '../../core/geometry.ts';
import type { DrawGesture, Handle, ImageKind } from '../kind.ts';

const boxSchema = z.strictObject({
  kind: z.literal('box'),
  x: coordinateSchema,
  y: coordinateSchema,
  width: z.number().gt(0).max(2e7),
  height: z.number().gt(0).max(2e7),
});
type Box = z.infer<typeof boxSchema>;

type DrawState = { readonly phase: 'idle' } | { readonly phase: 'dragging'; readonly from: Point };

const idle: DrawState = { phase: 'idle' };

/** Press at one corner, drag, release at the other. A press without a drag draws nothing. */
const gesture: DrawGesture<DrawState, Box> = {
  start: idle,
  step(state, event, item) {
    const nothing = { state, draft: null, done: null };
    if (event.type === 'cancel') return { state: idle, draft: null, done: null };
    const at = clampToSize(event.at, item);
    if (state.phase === 'idle') {
      return event.type === 'down' ? { ...nothing, state: { phase: 'dragging', from: at } } : nothing;
    }
    const box = boxBetween(state.from, at);
    switch (event.type) {
      case 'down':
        return nothing;
      case 'move':
        return { state, draft: box, done: null };
      case 'up': {
        const tooSmall =
          Math.abs(at.x - state.from.x) < event.tolerancePx || Math.abs(at.y - state.from.y) < event.tolerancePx;
        return { state: idle, draft: null, done: tooSmall ? null : box };
      }
    }
  },
};

/** Null while both corners share a row or a column: a box always has an area. */
function boxBetween(a: Point, b: Point): Box | null {
  const rect = rectFromCorners(a, b);
  return rect.width > 0 && rect.height > 0 ? { kind: 'box', ...rect } : null;
}

/** `x` and `y` say which side each grip moves: 0 the left or upper, 1 the right or lower, null neither. */
const grips = [
  { id: 'nw', x: 0, y: 0, cursor: 'nwse-resize' },
  { id: 'n', x: null, y: 0, cursor: 'ns-resize' },
  { id: 'ne', x: 1, y: 0, cursor: 'nesw-resize' },
  { id: 'e', x: 1, y: null, cursor: 'ew-resize' },
  { id: 'se', x: 1, y: 1, cursor: 'nwse-resize' },
  { id: 's', x: null, y: 1, cursor: 'ns-resize' },
  { id: 'sw', x: 0, y: 1, cursor: 'nesw-resize' },
  { id: 'w', x: 0, y: null, cursor: 'ew-resize' },
] as const;

function handles(shape: Box): readonly Handle[] {
  return grips.map(({ id, x, y, cursor }) => ({
    id,
    cursor,
    at: { x: shape.x + shape.width * (x ?? 0.5), y: shape.y + shape.height * (y ?? 0.5) },
  }));
}

/** Smallest side a resize leaves: a box pulled through itself flips, but never vanishes. */
const MIN_SIDE_PX = 1;

function moveHandle(shape: Box, handleId: string, to: Point): Box {
  const grip = grips.find(({ id }) => id === handleId);
  if (!grip) return shape;
  const left = grip.x === 0 ? to.x : shape.x;
  const right = grip.x === 1 ? to.x : shape.x + shape.width;
  const top = grip.y === 0 ? to.y : shape.y;
  const bottom = grip.y === 1 ? to.y : shape.y + shape.height;
  const rect = rectFromCorners({ x: left, y: top }, { x: right, y: bottom });
  return { kind: 'box', ...rect, width: Math.max(rect.width, MIN_SIDE_PX), height: Math.max(rect.height, MIN_SIDE_PX) };
}

/** An axis-aligned rectangle. */
export const box: ImageKind<'box', typeof boxSchema> = {
  name: 'box',
  medium: 'image',
  schema: boxSchema,
  shortcut: 'KeyB',
  bounds: ({ x, y, width, height }) => ({ x, y, width, height }),
  outline: ({ x, y, width, height }) => [
    [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ],
  ],
  contains: rectContains,
  translate: (shape, by) => ({ ...shape, x: shape.x + by.x, y: shape.y + by.y }),
  handles,
  moveHandle,
  gesture,
};
