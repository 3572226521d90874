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

/** Paragraphs that the page shows or skips together. */
export interface Section {
  /** Number of its first paragraph. */
  readonly first: number;
  readonly paragraphs: readonly Paragraph[];
  /** UTF-16 units, for guessing its height before it is laid out. */
  readonly length: number;
}

const SECTION_LENGTH = 6000;

/** Groups paragraphs into sections of a few screens each; `begins` are numbers of paragraphs that begin one of their own. */
export function sectionsOf(
  paragraphs: readonly Paragraph[],
  begins: ReadonlySet<number> = new Set(),
): readonly Section[] {
  const sections: Section[] = [];
  let first = 0;
  let length = 0;
  paragraphs.forEach((paragraph, index) => {
    length += paragraph.text.length;
    const isLast = index === paragraphs.length - 1 || begins.has(index + 1);
    if (length < SECTION_LENGTH && !isLast) return;
    sections.push({ first, paragraphs: paragraphs.slice(first, index + 1), length });
    first = index + 1;
    length = 0;
  });
  return sections;
}
