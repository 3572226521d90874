import { HIDDEN_BAR } from '../../shared/content/hidden-words.ts';
import { makeOffsets } from '../../shared/core/text-offsets.ts';
import type { TextView } from '../../shared/ipc/views.ts';
import type { Edge } from '../../shared/annotation/span-pieces.ts';

/** A run of the shown text: words, or one bar. */
export interface TextRun {
  /** Where it starts in the shown text, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
  /** Where it starts in the item's own text, in code points. */
  readonly start: number;
  /** Number of the bar that it is, or was before its words were unveiled; null for words that never were hidden. */
  readonly bar: number | null;
  readonly isVeiled: boolean;
}

/** Words behind one bar, while they are looked at. */
export interface UnveiledWords {
  readonly bar: number;
  readonly words: string;
}

/**
 * A text as it stands in the page. Places in the page count UTF-16 units of what is shown; places of labels count code
 * points of the item's own text, whatever is hidden of it.
 */
export interface ShownText {
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** Length of the item's own text. */
  readonly codePoints: number;
  /** The place in the item's own text; one inside a bar is the bar's start or end, as the edge of a stretch wants it. */
  toOwn(utf16: number, edge: Edge): number;
  /** The place in the page; one behind a bar is the bar's start or end. */
  toShown(codePoint: number, edge: Edge): number;
}

/** Puts a text together as a window shows it. */
export function shownText(view: Pick<TextView, 'text' | 'bars'>, unveiled: UnveiledWords | null = null): ShownText {
  const runs = runsOf(view, unveiled);
  const text = runs.map((run) => run.text).join('');
  const offsets = makeOffsets(text);
  /** Code points of the shown text before each run. */
  const before = runs.map(({ at }) => offsets.toCodePoint(at));
  const last = runs.at(-1);
  const lastBar = last?.isVeiled ? view.bars[last.bar ?? -1] : undefined;
  const codePoints = lastBar?.end ?? (last?.start ?? 0) + offsets.codePoints - (before.at(-1) ?? 0);
  const runAt = (place: number, places: (index: number) => number): number =>
    lastIndex(runs.length, (index) => places(index) <= place);
  const endOf = (index: number): number => runs[index + 1]?.start ?? codePoints;
  return {
    text,
    runs,
    codePoints,
    toOwn(utf16, edge) {
      const index = runAt(utf16, (at) => runs[at]?.at ?? 0);
      const run = runs[index];
      if (!run) return 0;
      if (!run.isVeiled) return run.start + offsets.toCodePoint(utf16) - (before[index] ?? 0);
      if (utf16 === run.at) return run.start;
      return edge === 'end' || utf16 >= run.at + run.text.length ? endOf(index) : run.start;
    },
    toShown(codePoint, edge) {
      const index = runAt(codePoint, (at) => runs[at]?.start ?? 0);
      const run = runs[index];
      if (!run) return 0;
      if (!run.isVeiled) return Math.min(offsets.toUtf16((before[index] ?? 0) + codePoint - run.start), text.length);
      if (codePoint === run.start) return run.at;
      return edge === 'end' || codePoint >= endOf(index) ? run.at + run.text.length : run.at;
    },
  };
}

function runsOf({ text, bars }: Pick<TextView, 'text' | 'bars'>, unveiled: UnveiledWords | null): readonly TextRun[] {
  if (bars.length === 0) return [{ at: 0, text, start: 0, bar: null, isVeiled: false }];
  const offsets = makeOffsets(text);
  const runs: TextRun[] = [];
  let at = 0;
  /** How far the page's copy and the item's own text have been read, in code points. */
  let [read, own] = [0, 0];
  const add = (run: Omit<TextRun, 'at'>): void => {
    if (run.text === '') return;
    runs.push({ at, ...run });
    at += run.text.length;
  };
  for (const [bar, { start, end }] of bars.entries()) {
    const upTo = read + start - own;
    add({ text: text.slice(offsets.toUtf16(read), offsets.toUtf16(upTo)), start: own, bar: null, isVeiled: false });
    const words = unveiled?.bar === bar ? unveiled.words : null;
    add({ text: words ?? HIDDEN_BAR, start, bar, isVeiled: words === null });
    [read, own] = [upTo + HIDDEN_BAR.length, end];
  }
  add({ text: text.slice(offsets.toUtf16(read)), start: own, bar: null, isVeiled: false });
  return runs;
}

/** The runs, or parts of words, that lie in a stretch of the shown text. */
export function runsWithin({ runs }: ShownText, start: number, end: number): readonly TextRun[] {
  const first = Math.max(
    0,
    lastIndex(runs.length, (index) => (runs[index]?.at ?? 0) <= start),
  );
  const within: TextRun[] = [];
  for (let index = first; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run || run.at >= end) break;
    const from = Math.max(start, run.at);
    const text = run.text.slice(from - run.at, end - run.at);
    if (text !== '') within.push({ ...run, at: from, text });
  }
  return within;
}

/** The last of `count` indices that fits, where all before it fit too; -1 when none does. */
export function lastIndex(count: number, fits: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
