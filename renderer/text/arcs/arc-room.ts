import { LANE_PX } from './layout-arcs.ts';

/** A relation over the code points of a text, `[start, end)` from the one end to the other. */
export interface Stretched {
  readonly start: number;
  readonly end: number;
}

/** More relations than this over one place share the room that there is. */
export const MOST_LANES = 8;

/** How many of these lie over one place at most: so many lanes a line can need. Ends that only touch do not overlap. */
export function depthOf(stretches: readonly Stretched[]): number {
  const steps = stretches
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let [depth, deepest] = [0, 0];
  for (const { by } of steps) {
    depth += by;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Room between the lines of a paragraph for so many lanes, in pixels. */
export function roomFor(depth: number): number {
  return depth === 0 ? 0 : Math.min(depth, MOST_LANES) * LANE_PX + 8;
}
