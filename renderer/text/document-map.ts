import { makeOffsets, type Offsets } from './offsets.ts';
import { type Paragraph, paragraphIndexAt, paragraphsOf, type Section, sectionsOf } from './paragraphs.ts';

/** A text and where its paragraphs stand in the page. The page holds the text untouched: one text node a paragraph. */
export class DocumentMap {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly offsets: Offsets;
  /** Paragraphs in groups, so that the browser can skip what is far from view in few large pieces. */
  readonly sections: readonly Section[];
  readonly #nodes: (Text | null)[] = [];
  readonly #sections: (HTMLElement | null)[] = [];

  constructor(text: string) {
    this.text = text;
    this.paragraphs = paragraphsOf(text);
    this.offsets = makeOffsets(text);
    this.sections = sectionsOf(this.paragraphs);
  }

  /** Remembers the element of a section. */
  placeSection(index: number, element: HTMLElement | null): void {
    this.#sections[index] = element;
  }

  /** Remembers the text node of a paragraph; null when it leaves the page. */
  place(index: number, element: HTMLElement | null): void {
    const node = element?.firstChild;
    this.#nodes[index] = node instanceof Text ? node : null;
  }

  /**
   * The page's range of a stretch of code points, for painting; null while the text is not in the page. A static one:
   * the browser need not follow thousands of them through every change.
   */
  staticRangeOf(start: number, end: number): StaticRange | null {
    const from = this.#pointAt(this.offsets.toUtf16(start), 'start');
    const to = this.#pointAt(this.offsets.toUtf16(end), 'end');
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** The same as a live range, for measuring and selecting. */
  rangeOf(start: number, end: number): Range | null {
    const fixed = this.staticRangeOf(start, end);
    if (!fixed) return null;
    const range = document.createRange();
    range.setStart(fixed.startContainer, fixed.startOffset);
    range.setEnd(fixed.endContainer, fixed.endOffset);
    return range;
  }

  /**
   * Code points of the sections that touch a stretch of the window, given by its top and bottom in client pixels. Only
   * sections are measured: measuring what is skipped inside them would lay it out.
   */
  visibleBetween(top: number, bottom: number): { readonly start: number; readonly end: number } {
    const rectAt = (index: number) => this.#sections[index]?.getBoundingClientRect();
    const first = firstIndex(this.sections.length, (index) => (rectAt(index)?.bottom ?? 0) >= top);
    const after = firstIndex(this.sections.length, (index) => (rectAt(index)?.top ?? 0) > bottom);
    const startOf = (index: number) => this.paragraphs[this.sections[index]?.first ?? -1]?.start ?? this.text.length;
    return { start: this.offsets.toCodePoint(startOf(first)), end: this.offsets.toCodePoint(startOf(after)) };
  }

  /** The code points that a range of the page covers; null when it lies elsewhere. */
  codePointsOf(range: Range): { readonly start: number; readonly end: number } | null {
    const start = this.#utf16At(range.startContainer, range.startOffset);
    const end = this.#utf16At(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    return { start: this.offsets.toCodePoint(start), end: this.offsets.toCodePoint(end) };
  }

  /** The code point offset of one end of the selection. */
  codePointAt(node: Node, offset: number): number | null {
    const utf16 = this.#utf16At(node, offset);
    return utf16 === null ? null : this.offsets.toCodePoint(utf16);
  }

  #pointAt(utf16: number, edge: 'start' | 'end'): { readonly node: Text; readonly offset: number } | null {
    // The end of a stretch that ends with a paragraph stays in that paragraph.
    const index = paragraphIndexAt(this.paragraphs, edge === 'end' && utf16 > 0 ? utf16 - 1 : utf16);
    const node = this.#nodes[index];
    const paragraph = this.paragraphs[index];
    if (!node || !paragraph) return null;
    return { node, offset: Math.min(utf16 - paragraph.start, node.length) };
  }

  #utf16At(node: Node, offset: number): number | null {
    if (node instanceof Text) {
      const index = this.#nodes.indexOf(node);
      const paragraph = this.paragraphs[index];
      return paragraph ? paragraph.start + offset : null;
    }
    // An element: the boundary lies before its child number `offset`, or at its end.
    if (!(node instanceof HTMLElement)) return null;
    const child = node.childNodes[offset];
    if (child instanceof Text) return this.#utf16At(child, 0);
    const following = child instanceof HTMLElement ? paragraphsIn(child).at(0) : undefined;
    if (following !== undefined) return this.paragraphs[following]?.start ?? null;
    const last = this.paragraphs[paragraphsIn(node).at(-1) ?? -1];
    return last ? last.start + last.text.length : null;
  }
}

/** Numbers of the paragraphs that an element is or holds. */
function paragraphsIn(element: HTMLElement): readonly number[] {
  const own = element.dataset['paragraph'];
  if (own !== undefined) return [Number(own)];
  return [...element.querySelectorAll<HTMLElement>('[data-paragraph]')].map((one) => Number(one.dataset['paragraph']));
}

/** The first of `count` indices that fits, where all that follow fit too; `count` when none does. */
function firstIndex(count: number, fits: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
