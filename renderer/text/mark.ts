import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap, ShownRange } from './document-map.ts';
import type { Tokens } from './tokens.ts';

/**
 * What a hand means by a marked stretch of the page, in the item's own text: without the white space at its ends, which
 * a drag takes along easily and nobody wants to label; grown to whole words where `tokens` are given. Nothing but white
 * space means nothing.
 */
export function markOf(map: DocumentMap, range: ShownRange, tokens: Tokens | null): TextRange | null {
  const words = withoutEdges(map.shown.text, range);
  if (!words) return null;
  // a token of some languages ends with white space
  const whole = tokens ? withoutEdges(map.shown.text, tokens.snapped(words)) : words;
  return whole && map.own(whole);
}

/** The stretch without white space at its ends; null when nothing else is there. */
function withoutEdges(text: string, { start, end }: ShownRange): ShownRange | null {
  const covered = text.slice(start, end);
  if (covered.trim() === '') return null;
  return {
    start: start + covered.length - covered.trimStart().length,
    end: end - covered.length + covered.trimEnd().length,
  };
}
