import { makeOffsets, type Offsets } from './offsets.ts';
import { type Paragraph, paragraphIndexAt, paragraphsOf } from './paragraphs.ts';

/** A text and where its paragraphs stand in the page. The page holds the text untouched: one text node a paragraph. */
export class DocumentMap {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly offsets: Offsets;
  readonly #nodes: (Text | null)[] = [];

  constructor(text: string) {
    this.text = text;
    this.paragraphs = paragraphsOf(text);
    this.offsets = makeOffsets(text);
  }

  /** Remembers the text node of a paragraph; null when it leaves the page. */
  place(index: number, element: HTMLElement | null): void {
    const node = element?.firstChild;
    this.#nodes[index] = node instanceof Text ? node : null;
  }

  /** The page's range of a stretch of code points; null while the text is not in the page. */
  rangeOf(start: number, end: number): Range | null {
    const from = this.#pointAt(this.offsets.toUtf16(start), 'start');
    const to = this.#pointAt(this.offsets.toUtf16(end), 'end');
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
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

  /** Paragraph that holds a code point, for scrolling to it. */
  paragraphOf(codePoint: number): number {
    return paragraphIndexAt(this.paragraphs, this.offsets.toUtf16(codePoint));
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
    // An element: the boundary lies before its child number `offset`.
    if (!(node instanceof HTMLElement)) return null;
    const own = node.dataset['paragraph'];
    if (own !== undefined) {
      const paragraph = this.paragraphs[Number(own)];
      return paragraph ? paragraph.start + (offset > 0 ? paragraph.text.length : 0) : null;
    }
    const child = node.children[offset];
    if (child instanceof HTMLElement && child.dataset['paragraph'] !== undefined) {
      return this.paragraphs[Number(child.dataset['paragraph'])]?.start ?? null;
    }
    return offset >= node.children.length && node.children.length > 0 ? this.text.length : null;
  }
}
