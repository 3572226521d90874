import { z } from 'zod';
import { clampToSize, coordinateSchema, type Point } from '../../core/geometry.ts';
import type { DrawGesture, ImageKind } from '../kind.ts';

const dotSchema = z.strictObject({ kind: z.literal('point'), x: coordinateSchema, y: coordinateSchema });
type Place = z.infer<typeof dotSchema>;
type State = { readonly at: Point | null };

const start: State = { at: null };

/** Press where the point is; it may still be dragged before the hand lets go. */
const gesture: DrawGesture<State, Place> = {
  start,
  step(state, event, setting) {
    if (event.type === 'cancel') return { state: start, draft: null, done: null };
    if (!('at' in event)) return { state, draft: null, done: null };
    const { x, y } = clampToSize(event.at, setting);
    const shape: Place = { kind: 'point', x, y };
    if (event.type === 'down') return { state: { at: { x, y } }, draft: shape, done: null };
    if (state.at === null) return { state, draft: null, done: null };
    return event.type === 'move'
      ? { state: { at: { x, y } }, draft: shape, done: null }
      : { state: start, draft: null, done: shape };
  },
};

/** One place. */
export const point: ImageKind<'point', typeof dotSchema> = {
  name: 'point',
  medium: 'image',
  schema: dotSchema,
  shortcut: 'KeyD',
  closed: false,
  bounds: ({ x, y }) => ({ x, y, width: 0, height: 0 }),
  outline: ({ x, y }) => [[{ x, y }]],
  dots: ({ x, y }) => [{ at: { x, y }, hollow: false }],
  contains: () => false,
  translate: ({ kind, x, y }, by) => ({ kind, x: x + by.x, y: y + by.y }),
  handles: ({ x, y }) => [{ id: 'at', at: { x, y }, cursor: 'move', isVertex: true }],
  moveHandle: ({ kind }, _handleId, { x, y }) => ({ kind, x, y }),
  inRect: ({ x, y, width, height }) => ({ kind: 'point', x: x + width / 2, y: y + height / 2 }),
  gesture,
};
