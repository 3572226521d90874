/** A run of the text up to and with its line feed. Offsets are UTF-16 units. */
export interface Paragraph {
  readonly start: number;
  readonly text: string;
}

/** Cuts a text into paragraphs; put together they are the text again, byte for byte. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    paragraphs.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return paragraphs;
}

/** The paragraph that holds a UTF-16 offset; the end of the text belongs to the last one. */
export function paragraphIndexAt(paragraphs: readonly Paragraph[], utf16: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= utf16) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
