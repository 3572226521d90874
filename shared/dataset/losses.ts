import type { Because } from '../i18n/reason.ts';
import type { Loss, LossCode } from './format.ts';

/** Losses of one sort in one of several formats. */
export type FormatLosses = LossGroup & {
  /** Id of the format. */
  readonly format: string;
};

/** Losses of one sort: what is lost, how often, and where each time. Its reason says it of all of them. */
export type LossGroup = Because<'loss'> & {
  readonly code: LossCode;
  /** A line for each: its path, and what is said of it alone where that is more. None is left out. */
  readonly places: readonly string[];
};

/**
 * Losses as people read them: one line for each sort, with all its places. A mixed dataset loses thousands of things in
 * a few ways. In the order in which each sort first occurs.
 */
export function groupedLosses(losses: readonly Loss[]): readonly LossGroup[] {
  const groups = new Map<string, LossGroup & { readonly places: string[] }>();
  for (const { code, path, aside, ...why } of losses) {
    const key = JSON.stringify([code, why.reason, why.details]);
    const group = groups.get(key) ?? { code, ...why, places: [] };
    groups.set(key, group);
    group.places.push(aside === undefined ? path : `${path} (${aside})`);
  }
  return [...groups.values()];
}

/** So many places are named where there is no room for all. */
export const EXAMPLES = 3;
