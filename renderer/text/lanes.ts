/** A stretch to place; ends are exclusive. */
export interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Underlines that may stack; further ones share the last lane, and the list beside the text still has them all. */
export const LANES = 4;

/**
 * Gives each stretch a lane so that those which overlap lie under each other: nested, crossing and equal ones alike.
 * The longer of two that start together lies nearer to the words.
 */
export function assignLanes(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const sorted = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const endOfLane: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of sorted) {
    const free = endOfLane.findIndex((laneEnd) => laneEnd <= start);
    const lane = Math.min(free === -1 ? endOfLane.length : free, LANES - 1);
    endOfLane[lane] = Math.max(endOfLane[lane] ?? 0, end);
    lanes.set(id, lane);
  }
  return lanes;
}

/** Stretches around a place, the shortest first: what a click or Enter there means. */
export function stretchesAt(stretches: readonly Stretch[], at: number): readonly Stretch[] {
  return stretches
    .filter(({ start, end }) => start <= at && at < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1));
}
