import type { Flag, FlagCategory } from './flag.ts';

/** What stands for hidden words, wherever they would stand: always as long, whatever it hides. */
export const HIDDEN_BAR = '█'.repeat(12);

/** A stretch of a text that is hidden until the worker chooses; in code points, `[start, end)`. */
export interface HiddenRange {
  readonly start: number;
  readonly end: number;
  /** Why, sorted; empty while the flags are not known. */
  readonly categories: readonly FlagCategory[];
}

/**
 * What of a text is hidden, in order and apart: flagged stretches that touch or overlap are one, so that nothing can be
 * told from where they meet. Fails closed: flags that are not known, that cover the whole item, or whose place is not in
 * the text hide all of it.
 *
 * @param codePoints length of the text.
 */
export function hiddenRangesOf(flags: readonly Flag[] | null, codePoints: number): readonly HiddenRange[] {
  if (codePoints === 0 || flags?.length === 0) return [];
  if (flags === null) return [{ start: 0, end: codePoints, categories: [] }];
  const merged: HiddenRange[] = [];
  const ranges = flags.map(({ category, extent }) => ({ ...placeOf(extent, codePoints), categories: [category] }));
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (!last || range.start > last.end) {
      merged.push(range);
      continue;
    }
    const categories = [...new Set([...last.categories, ...range.categories])].toSorted();
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end), categories };
  }
  return merged;
}

function placeOf(extent: Flag['extent'], codePoints: number): { readonly start: number; readonly end: number } {
  const inside = extent.of === 'range' && extent.start < extent.end && extent.end <= codePoints;
  return inside ? { start: extent.start, end: extent.end } : { start: 0, end: codePoints };
}

/** True when a stretch holds anything hidden. */
export function touchesHidden(
  range: { readonly start: number; readonly end: number },
  hidden: readonly HiddenRange[],
): boolean {
  return hidden.some(({ start, end }) => start < range.end && end > range.start);
}

/** The words of a stretch as they may be shown: a bar for each hidden part, however much of it the stretch covers. */
export function shownWords(
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
  hidden: readonly HiddenRange[],
): string {
  if (!touchesHidden({ start, end }, hidden)) return text;
  const characters = Array.from(text);
  let shown = '';
  let at = start;
  for (const range of hidden) {
    if (range.end <= start || range.start >= end) continue;
    shown += characters.slice(at - start, Math.max(range.start, start) - start).join('') + HIDDEN_BAR;
    at = Math.min(range.end, end);
  }
  return shown + characters.slice(at - start).join('');
}
