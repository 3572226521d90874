import type { Edge } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap } from './document-map.ts';
import type { Tokens } from './tokens.ts';

/**
 * Where an end of a span comes to stand that a hand leaves at a place of the shown text, in code points of the item's
 * own text: never inside of what a reader takes for one character, nor beside white space; at the border of a word
 * where whole words are marked. A bar is one word.
 */
export function edgeAt(
  { shown }: Pick<DocumentMap, 'shown'>,
  tokens: Tokens,
  { place, edge, wholeWords }: { readonly place: number; readonly edge: Edge; readonly wholeWords: boolean },
): number {
  const { text } = shown;
  const isSpace = (at: number): boolean => (text[at] ?? '').trim() === '';
  let at = Math.min(Math.max(place, 0), text.length);
  if (edge === 'start') {
    while (at < text.length - 1 && isSpace(at)) at += 1;
    return shown.toOwn(tokens.at(at, wholeWords ? 'word' : 'grapheme').start, 'start');
  }
  while (at > 1 && isSpace(at - 1)) at -= 1;
  return shown.toOwn(tokens.at(at - 1, wholeWords ? 'word' : 'grapheme').end, 'end');
}
