import { z } from 'zod';
import { type Point, coordinateSchema, rectContains, rectFromCorners } from '../../core/geometry.ts';
import type { Handle, ImageKind } from '../kind.ts';
import { dragGesture } from '../shapes/drag-gesture.ts';
import { cornersOf } from '../shapes/lines.ts';

const boxSchema = z.strictObject({
  kind: z.literal('box'),
  x: coordinateSchema,
  y: coordinateSchema,
  width: z.number().gt(0).max(2e7),
  height: z.number().gt(0).max(2e7),
});
type Box = z.infer<typeof boxSchema>;

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
  closed: true,
  outline: (shape) => [cornersOf(shape)],
  contains: rectContains,
  translate: (shape, by) => ({ ...shape, x: shape.x + by.x, y: shape.y + by.y }),
  handles,
  moveHandle,
  inRect: (rect) => boxBetween(rect, { x: rect.x + rect.width, y: rect.y + rect.height }),
  gesture: dragGesture(boxBetween),
};
