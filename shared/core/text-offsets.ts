/**
 * Converts between the two ways to count in a text: UTF-16 units, which the page uses, and Unicode code points, which
 * annotations use (design: workspace, case 4). Made once a text; a text without surrogates costs nothing.
 */
export interface Offsets {
  /** Code points before a UTF-16 offset; an offset inside a surrogate pair counts as the pair's start. */
  toCodePoint(utf16: number): number;
  /** UTF-16 offset of a code point offset. */
  toUtf16(codePoint: number): number;
  readonly codePoints: number;
}

export function makeOffsets(text: string): Offsets {
  // UTF-16 offsets of the second half of every surrogate pair, ascending.
  const seconds: number[] = [];
  for (let index = 1; index < text.length; index += 1) {
    if (isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1))) {
      seconds.push(index);
    }
  }
  return {
    codePoints: text.length - seconds.length,
    // Every second half at or before the offset has cost one unit too many.
    toCodePoint: (utf16) => utf16 - countBelow(seconds, utf16 + 1, (second) => second),
    // The n-th pair (from 0) starts at code point `second - 1 - n`.
    toUtf16: (codePoint) => codePoint + countBelow(seconds, codePoint, (second, index) => second - 1 - index),
  };
}

/** Reads stretches of a text by code points; the text is walked once, however many stretches are read. */
export function wordsOf(text: string): (start: number, end: number) => string {
  const offsets = makeOffsets(text);
  return (start, end) => sliceCodePoints(text, offsets, start, end);
}

/** The text between two code point offsets. */
export function sliceCodePoints(text: string, offsets: Offsets, start: number, end: number): string {
  return text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
}

/** How many entries, mapped by an ascending `key`, are below `limit`. */
function countBelow(sorted: readonly number[], limit: number, key: (value: number, index: number) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle] ?? 0, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
