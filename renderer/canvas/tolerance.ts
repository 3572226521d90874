import { createStore } from '../app/store.ts';

export const MOST_TOLERANCE_PX = 20;

/**
 * How far an outline may move when points are left out of it, in image pixels: by hand, and when a mask becomes a
 * polygon. One pixel makes lines of the steps along pixels. It stays the same from task to task.
 */
export const toleranceStore = createStore<number, number>(1, (_before, px) =>
  Math.min(Math.max(px, 0), MOST_TOLERANCE_PX),
);
