import { clampToSize, type Point } from '../../core/geometry.ts';
import type { DrawGesture, DrawSetting } from '../kind.ts';

export type DragState = { readonly phase: 'idle' } | { readonly phase: 'dragging'; readonly from: Point };

const idle: DragState = { phase: 'idle' };

/**
 * Press at one corner, drag, release at the other. A press without a drag draws nothing. `between` is null while the
 * two corners make no shape, e.g. in one row.
 */
export function dragGesture<Shape>(
  between: (from: Point, to: Point, setting: DrawSetting) => Shape | null,
): DrawGesture<DragState, Shape> {
  return {
    start: idle,
    holds: () => true,
    step(state, event, setting) {
      const nothing = { state, draft: null, done: null };
      if (event.type === 'cancel') return { state: idle, draft: null, done: null };
      if (!('at' in event)) return nothing;
      const at = clampToSize(event.at, setting);
      if (state.phase === 'idle') {
        return event.type === 'down' ? { ...nothing, state: { phase: 'dragging', from: at } } : nothing;
      }
      const shape = between(state.from, at, setting);
      switch (event.type) {
        case 'down':
          return nothing;
        case 'move':
          return { state, draft: shape, done: null };
        case 'up': {
          const { from } = state;
          const tooSmall = Math.abs(at.x - from.x) < event.tolerancePx || Math.abs(at.y - from.y) < event.tolerancePx;
          return { state: idle, draft: null, done: tooSmall ? null : shape };
        }
      }
    },
  };
}
