import type { Brush } from '../../shared/annotation/kind.ts';
import { createStore } from '../app/store.ts';

type BrushEvent =
  | { readonly type: 'mode'; readonly mode: Brush['mode'] }
  | { readonly type: 'radius'; readonly radiusPx: number }
  | { readonly type: 'next mode' | 'smaller' | 'larger' };

export const brushModes = ['paint', 'erase', 'fill'] as const satisfies readonly Brush['mode'][];
export const MOST_RADIUS_PX = 200;
/** A step of the keys, as a factor. */
const STEP = 1.3;

/** The brush as the hand left it; it stays the same from task to task. */
export const brushStore = createStore<Brush, BrushEvent>({ mode: 'paint', radiusPx: 12 }, reduceBrush);

export function reduceBrush(brush: Brush, event: BrushEvent): Brush {
  switch (event.type) {
    case 'mode':
      return { ...brush, mode: event.mode };
    case 'next mode':
      return { ...brush, mode: brushModes[(brushModes.indexOf(brush.mode) + 1) % brushModes.length] ?? 'paint' };
    case 'radius':
      return { ...brush, radiusPx: within(event.radiusPx) };
    case 'smaller':
      return { ...brush, radiusPx: within(Math.min(brush.radiusPx - 1, Math.round(brush.radiusPx / STEP))) };
    case 'larger':
      return { ...brush, radiusPx: within(Math.max(brush.radiusPx + 1, Math.round(brush.radiusPx * STEP))) };
  }
}

function within(radiusPx: number): number {
  return Math.min(Math.max(radiusPx, 1), MOST_RADIUS_PX);
}
