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
 *
 * @param stretches by start, the longer first.
 * @returns a lane for each, in the same order.
 */
export function assignLanes(stretches: readonly Stretch[]): readonly number[] {
  const endOfLane: number[] = [];
  return stretches.map(({ start, end }) => {
    const free = endOfLane.findIndex((laneEnd) => laneEnd <= start);
    const lane = Math.min(free === -1 ? endOfLane.length : free, LANES - 1);
    endOfLane[lane] = Math.max(endOfLane[lane] ?? 0, end);
    return lane;
  });
}

/** Stretches around a place, the shortest first: what a click or Enter there means. */
export function stretchesAt(stretches: readonly Stretch[], at: number): readonly Stretch[] {
  return stretches
    .filter(({ start, end }) => start <= at && at < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1));
}
