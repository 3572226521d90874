import type { Loss, LossCode } from './format.ts';

/** Losses of one sort in one of several formats. */
export interface FormatLosses extends LossGroup {
  /** Id of the format. */
  readonly format: string;
}

/** Losses of one sort: what is lost, how often, and where each time. */
export interface LossGroup {
  readonly code: LossCode;
  /** Says it of all of them. */
  readonly message: string;
  /** A line for each: its path, and what is said of it alone where that is more. None is left out. */
  readonly places: readonly string[];
}

/**
 * Losses as people read them: one line for each sort, with all its places. A mixed dataset loses thousands of things in
 * a few ways. In the order in which each sort first occurs.
 */
export function groupedLosses(losses: readonly Loss[]): readonly LossGroup[] {
  const groups = new Map<string, { code: LossCode; message: string; places: string[] }>();
  for (const { code, path, message, summary } of losses) {
    const key = `${code} ${summary ?? message}`;
    const group = groups.get(key) ?? { code, message: summary ?? message, places: [] };
    groups.set(key, group);
    group.places.push(summary === undefined || summary === message ? path : `${path} (${message})`);
  }
  return [...groups.values()];
}

/** So many places are named where there is no room for all. */
export const EXAMPLES = 3;

/** One line of a group: what, how often, and where the first few times. */
export function lossLine({
  format,
  code,
  message,
  places,
}: Omit<FormatLosses, 'code'> & { readonly code: string }): string {
  const more = places.length - EXAMPLES;
  const where = places.slice(0, EXAMPLES).join(', ');
  return `${format}: ${code}, ${places.length} times: ${message} (${where}${more > 0 ? `, and ${more} more` : ''})`;
}
