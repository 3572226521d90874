import type { Edge } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap, ShownRange } from './document-map.ts';
import { paragraphIndexAt } from './paragraphs.ts';
import { runsWithin } from './shown-text.ts';

/** How far a key or a snapped end goes: what a reader takes for one character, a word or sign, a sentence. */
export type Step = 'grapheme' | 'word' | 'sentence';

/**
 * Finds where characters, words and sentences begin and end, as the text's language has them (`Intl.Segmenter`, UAX 29;
 * Chinese, Japanese, Thai and others by dictionary). A bar is one word. Places are UTF-16 units of the shown text.
 */
export interface Tokens {
  /** The token around a place. */
  at(utf16: number, step: Step): ShownRange;
  /** The stretch grown to whole words at both ends. */
  snapped(range: ShownRange): ShownRange;
  /** Where an end of a stretch comes to when it moves by one character or one word. White space between words is no stop. */
  moved(place: number, edge: Edge, way: 'later' | 'earlier', step: 'grapheme' | 'word'): number;
}

export function tokensOf(map: DocumentMap, language: string | null): Tokens {
  const segmenters = new Map<Step, Intl.Segmenter>();
  /** Of each step the paragraph that was looked at last: places come in clusters. */
  const cut = new Map<Step, { readonly index: number; readonly segments: Intl.Segments }>();
  const { text } = map.shown;

  function segmentsOf(index: number, step: Step): Intl.Segments {
    const known = cut.get(step);
    if (known?.index === index) return known.segments;
    const segmenter = segmenters.get(step) ?? segmenterFor(language, step);
    segmenters.set(step, segmenter);
    const segments = segmenter.segment(map.paragraphs[index]?.text ?? '');
    cut.set(step, { index, segments });
    return segments;
  }

  function at(utf16: number, step: Step): ShownRange {
    const place = Math.min(Math.max(utf16, 0), Math.max(text.length - 1, 0));
    const run = runsWithin(map.shown, place, place + 1)[0];
    const bar = run?.isVeiled && step !== 'sentence' ? map.bars[run.bar ?? -1] : undefined;
    if (bar) return { start: map.shown.toShown(bar.start, 'start'), end: map.shown.toShown(bar.end, 'end') };
    const index = paragraphIndexAt(map.paragraphs, place);
    const start = map.paragraphs[index]?.start ?? 0;
    const found = segmentsOf(index, step).containing(place - start);
    if (!found) return { start: place, end: Math.min(place + 1, text.length) };
    return { start: start + found.index, end: start + found.index + found.segment.length };
  }

  const isSpace = ({ start, end }: ShownRange): boolean => text.slice(start, end).trim() === '';

  return {
    at,
    snapped: ({ start, end }) =>
      start >= end ? { start, end } : { start: at(start, 'word').start, end: at(end - 1, 'word').end },
    moved(place, edge, way, step) {
      if (way === 'later') {
        let next = at(place, step);
        while (step === 'word' && isSpace(next) && next.end < text.length) next = at(next.end, step);
        if (step === 'grapheme' || edge === 'end') return next.end;
        let { end } = next;
        for (let after = at(end, step); isSpace(after) && end < text.length; after = at(end, step)) end = after.end;
        return end;
      }
      if (place === 0) return 0;
      let previous = at(place - 1, step);
      while (step === 'word' && isSpace(previous) && previous.start > 0) previous = at(previous.start - 1, step);
      if (step === 'grapheme' || edge === 'start') return previous.start;
      let { start } = previous;
      while (start > 0 && isSpace(at(start - 1, step))) start = at(start - 1, step).start;
      return start;
    },
  };
}

function segmenterFor(language: string | null, granularity: Step): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    // a tag that is none: the rules that hold for most languages
    return new Intl.Segmenter('und', { granularity });
  }
}
