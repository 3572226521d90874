import type { ShownRange } from './document-map.ts';

/** More than this many are not counted one by one. */
export const MOST_FOUND = 10_000;

/** Where words stand in the shown text, whatever their case; in order and apart. Nothing is found of nothing. */
export function findWords(text: string, words: string): readonly ShownRange[] {
  if (words === '') return [];
  const pattern = new RegExp(words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  const found: ShownRange[] = [];
  for (const { index, 0: covered } of text.matchAll(pattern)) {
    found.push({ start: index, end: index + covered.length });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

/** The place in `found` to go to first: the one at or after a place of the text, else the first. */
export function nearestFound(found: readonly ShownRange[], place: number): number {
  const next = found.findIndex(({ start }) => start >= place);
  return next === -1 ? 0 : next;
}
