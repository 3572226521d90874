/** Code points of `text`: what offsets count. An emoji is one, whatever its UTF-16 length. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The slice `[start, end)` in code points. */
export function sliceByCodePoints(text: string, start: number, end: number): string {
  return text.slice(utf16Offset(text, start), utf16Offset(text, end));
}

/** UTF-16 offset of the code point at `codePoints`; the text's length when it lies beyond. */
export function utf16Offset(text: string, codePoints: number): number {
  let utf16 = 0;
  for (let seen = 0; seen < codePoints && utf16 < text.length; seen += 1) {
    utf16 += (text.codePointAt(utf16) ?? 0) > 0xffff ? 2 : 1;
  }
  return utf16;
}

/** Code points before the UTF-16 offset `utf16`; an offset inside a surrogate pair counts the whole pair. */
export function codePointOffset(text: string, utf16: number): number {
  return codePointLength(text.slice(0, utf16));
}

/** True if the text has a lone surrogate: SQLite would store another text than was hashed. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
