import type { ShownRange } from './document-map.ts';

/** A character that cannot be seen, or not told from another: what it is called and where it stands. */
export interface Invisible {
  /** In the shown text, UTF-16 units. */
  readonly at: number;
  readonly end: number;
  /** A sign or the name that Unicode's charts abbreviate it by. */
  readonly sign: string;
}

/** Controls that change the order in which words are seen (UAX 9): a label over them may not cover what it seems to. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const signs: Readonly<Record<string, string>> = {
  '\t': '→',
  '\n': '¶',
  '\r': 'CR',
  '\u00a0': '⍽',
  '\u00ad': 'SHY',
  '\u034f': 'CGJ',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

/** How many characters of a text change the order in which it is seen. */
export function countBidiControls(text: string): number {
  return text.match(bidiControls)?.length ?? 0;
}

// Single spaces between words are seen well enough; two in a row, or one at the edge of a line, are not.
const unusualSpace = /[\t\n\r]|(?<=[ \n\r\t]|^) | (?=[ \n\r\t]|$)|(?! )\p{Zs}/u;
// Controls, formats (joiners, direction), private use, and what Unicode says is to be drawn as nothing.
const drawnAsNothing = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const invisible = new RegExp(`${unusualSpace.source}|${drawnAsNothing.source}`, 'gu');

/** Every invisible character of a stretch of the shown text, in order. */
export function invisiblesIn(text: string, { start, end }: ShownRange): readonly Invisible[] {
  return [...text.slice(start, end).matchAll(invisible)].map(({ 0: found, index }) => ({
    at: start + index,
    end: start + index + found.length,
    sign: signs[found] ?? (found === ' ' ? '·' : `U+${codeOf(found)}`),
  }));
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
