import type { Edge, TextRange } from '../../shared/annotation/span-pieces.ts';
import { type HiddenRange, touchesHidden } from '../../shared/content/hidden-words.ts';
import type { Point } from '../../shared/core/geometry.ts';
import type { TextView } from '../../shared/ipc/views.ts';
import { type Paragraph, paragraphIndexAt, paragraphsOf, type Section, sectionsOf } from './paragraphs.ts';
import { type Block, blocksOf, inPageOrder, partsByParagraph } from './parts.ts';
import { lastIndex, runsWithin, shownText, type ShownText, type TextRun, type UnveiledWords } from './shown-text.ts';

/** A stretch of the shown text in UTF-16 units, `[start, end)`. */
export interface ShownRange {
  readonly start: number;
  readonly end: number;
}

interface PlacedRun {
  readonly at: number;
  readonly node: Text;
}

interface MapOptions {
  readonly unveiled?: UnveiledWords | null;
  readonly shownAnswers?: readonly string[];
}

/** A section as it stands in the page. */
export interface PlacedSection {
  readonly index: number;
  readonly element: HTMLElement;
  /** Code points of the item's own text. */
  readonly own: TextRange;
}

/**
 * A text and where its paragraphs stand in the page. The page holds the words untouched: one text node for each run of
 * a paragraph, and that is the whole paragraph unless some of it is hidden.
 */
export class DocumentMap {
  readonly shown: ShownText;
  readonly bars: readonly HiddenRange[];
  readonly paragraphs: readonly Paragraph[];
  /** Paragraphs in groups, so that the browser can skip what is far from view in few large pieces. */
  readonly sections: readonly Section[];
  /** The same with every bar in place: what may be kept of its words. */
  readonly #veiled: ShownText;
  readonly #placed: (readonly PlacedRun[] | undefined)[] = [];
  readonly #startOf = new WeakMap<Node, number>();
  readonly #sections: (HTMLElement | null)[] = [];

  /** Sections of one part together, in the order of the page; a single block where the text is one piece. */
  readonly blocks: readonly Block[];
  /** Answers stand in another order on the page than in the text. */
  readonly #isShuffled: boolean;

  /** `shownAnswers`: ids of answers to compare, in the order in which they are shown. */
  constructor(
    view: Pick<TextView, 'text' | 'bars'> & Partial<TextView>,
    { unveiled = null, shownAnswers = [] }: MapOptions = {},
  ) {
    this.#veiled = shownText(view);
    this.shown = unveiled ? shownText(view, unveiled) : this.#veiled;
    this.bars = view.bars;
    this.paragraphs = paragraphsOf(this.shown.text);
    const { parts = [] } = view;
    const partOf = partsByParagraph(this.paragraphs, parts, (start) => this.shown.toShown(start, 'start'));
    const begins = new Set(partOf.flatMap((part, index) => (part === partOf[index - 1] ? [] : [index])));
    this.sections = sectionsOf(this.paragraphs, begins);
    const blocks = blocksOf(this.sections, partOf);
    this.blocks = inPageOrder(blocks, shownAnswers);
    this.#isShuffled = this.blocks.some((block, index) => block !== blocks[index]);
  }

  /** Length of the item's own text in code points. */
  get codePoints(): number {
    return this.shown.codePoints;
  }

  /** The words of a stretch of the item's own text, in code points; hidden ones as a bar, even while they are looked at. */
  readonly wordsBetween = (start: number, end: number): string =>
    this.#veiled.text.slice(this.#veiled.toShown(start, 'start'), this.#veiled.toShown(end, 'end'));

  /** True when a stretch of the item's own text holds hidden words. */
  hides(range: TextRange): boolean {
    return touchesHidden(range, this.bars);
  }

  /** What a paragraph is made of. */
  runsOf({ start, text }: Paragraph): readonly TextRun[] {
    return runsWithin(this.shown, start, start + text.length);
  }

  /** Remembers the element of a section. */
  placeSection(index: number, element: HTMLElement | null): void {
    this.#sections[index] = element;
  }

  /** Remembers the text nodes of a paragraph; null when it leaves the page. */
  place(index: number, element: HTMLElement | null): void {
    const paragraph = this.paragraphs[index];
    if (!element || !paragraph) {
      this.#placed[index] = undefined;
      return;
    }
    let at = paragraph.start;
    const placed: PlacedRun[] = [];
    for (const child of element.childNodes) {
      const node = child instanceof Text ? child : child.firstChild;
      if (!(node instanceof Text)) continue;
      placed.push({ at, node });
      this.#startOf.set(node, at);
      at += node.length;
    }
    this.#placed[index] = placed;
  }

  /**
   * The page's range of a stretch of the item's own text, for painting; null while it is not in the page. A static one:
   * the browser need not follow thousands of them through every change.
   */
  staticRangeOf(start: number, end: number): StaticRange | null {
    return this.staticRangeOfShown({
      start: this.shown.toShown(start, 'start'),
      end: this.shown.toShown(end, 'end'),
    });
  }

  /** The same of a stretch of the shown text. */
  staticRangeOfShown({ start, end }: ShownRange): StaticRange | null {
    const from = this.#pointAt(start, 'start');
    const to = this.#pointAt(end, 'end');
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
    return live(this.staticRangeOf(start, end));
  }

  rangeOfShown(range: ShownRange): Range | null {
    return live(this.staticRangeOfShown(range));
  }

  /**
   * Code points of the sections that touch a stretch of the window, given by its top and bottom in client pixels. Only
   * sections are measured: measuring what is skipped inside them would lay it out.
   */
  visibleBetween(top: number, bottom: number): TextRange {
    const rectAt = (index: number) => this.#sections[index]?.getBoundingClientRect();
    // parts stand side by side, in another order than in the text: what is seen may be anywhere between two of them
    if (this.blocks.length > 1) {
      const seen = [...this.sections.keys()].filter((index) => {
        const rect = rectAt(index);
        return rect !== undefined && rect.bottom >= top && rect.top <= bottom;
      });
      return this.#ownOfSections(seen[0] ?? 0, (seen.at(-1) ?? -1) + 1);
    }
    const first = lastIndex(this.sections.length, (index) => (rectAt(index)?.bottom ?? 0) < top) + 1;
    const after = lastIndex(this.sections.length, (index) => (rectAt(index)?.top ?? 0) <= bottom) + 1;
    return this.#ownOfSections(first, after);
  }

  /** Sections that touch a stretch of the item's own text and stand in the page, in order. */
  sectionsIn({ start, end }: TextRange): readonly PlacedSection[] {
    const ownOf = (index: number) => this.#ownOfSections(index, index + 1);
    const found: PlacedSection[] = [];
    let index = lastIndex(this.sections.length, (at) => ownOf(at).end <= start) + 1;
    for (; index < this.sections.length; index += 1) {
      const [element, own] = [this.#sections[index], ownOf(index)];
      if (own.start >= end) break;
      if (element) found.push({ index, element, own });
    }
    return found;
  }

  #ownOfSections(first: number, after: number): TextRange {
    const startOf = (index: number) =>
      this.paragraphs[this.sections[index]?.first ?? -1]?.start ?? this.shown.text.length;
    return this.own({ start: startOf(first), end: startOf(after) });
  }

  /** A stretch of the page in places of the item's own text. */
  own({ start, end }: ShownRange): TextRange {
    return { start: this.shown.toOwn(start, 'start'), end: this.shown.toOwn(end, 'end') };
  }

  /**
   * The stretch of the shown text that a range of the page covers; null when it lies elsewhere. Where answers stand in
   * another order than in the text, what goes on into another part ends with the part that it began in: no stretch of
   * the text is what was marked.
   */
  shownRangeOf(range: AbstractRange): ShownRange | null {
    const start = this.#utf16At(range.startContainer, range.startOffset);
    const end = this.#utf16At(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const part = this.#isShuffled ? this.#blockAt(start) : null;
    return part && (end < start || end > part.end) ? { start, end: part.end } : { start, end };
  }

  /** Where the block that holds a place of the shown text starts and ends. */
  #blockAt(utf16: number): ShownRange | null {
    for (const { sections } of this.blocks) {
      const start = sections[0]?.section.paragraphs[0]?.start ?? 0;
      const last = sections.at(-1)?.section.paragraphs.at(-1);
      const end = last ? last.start + last.text.length : start;
      if (utf16 >= start && utf16 < end) return { start, end };
    }
    return null;
  }

  /** The first or the last place of the page, for the caret. */
  edgeOfPage(edge: Edge): StaticRange | null {
    const sections = (edge === 'start' ? this.blocks[0] : this.blocks.at(-1))?.sections ?? [];
    const first = sections[0]?.section.paragraphs[0];
    const last = sections.at(-1)?.section.paragraphs.at(-1);
    const at = edge === 'start' ? first?.start : last && last.start + last.text.length;
    return at === undefined ? null : this.staticRangeOfShown({ start: at, end: at });
  }

  /** The place in the shown text of one end of the selection. */
  shownAt(node: Node, offset: number): number | null {
    return this.#utf16At(node, offset);
  }

  /** The place in the shown text that is nearest to a point of the window; null when no words are there. */
  shownAtPoint({ x, y }: Point): number | null {
    const caret = document.caretRangeFromPoint(x, y);
    return caret && this.#utf16At(caret.startContainer, caret.startOffset);
  }

  #pointAt(utf16: number, edge: Edge): { readonly node: Text; readonly offset: number } | null {
    // The end of a stretch that ends with a paragraph stays in that paragraph, and with a run in that run.
    const inside = edge === 'end' && utf16 > 0 ? utf16 - 1 : utf16;
    const placed = this.#placed[paragraphIndexAt(this.paragraphs, inside)];
    const run =
      placed?.[
        Math.max(
          0,
          lastIndex(placed.length, (index) => (placed[index]?.at ?? 0) <= inside),
        )
      ];
    return run ? { node: run.node, offset: Math.min(utf16 - run.at, run.node.length) } : null;
  }

  #utf16At(node: Node, offset: number): number | null {
    const start = this.#startOf.get(node);
    if (start !== undefined) return start + offset;
    // An element: the boundary lies before its child number `offset`, or at its end.
    const child = node.childNodes[offset];
    const following = child && this.#textIn(child, 'first');
    if (following) return this.#startOf.get(following) ?? null;
    const last = this.#textIn(node, 'last');
    const lastStart = last && this.#startOf.get(last);
    return last && lastStart !== undefined && lastStart !== null ? lastStart + last.length : null;
  }

  #textIn(node: Node, which: 'first' | 'last'): Text | null {
    if (node instanceof Text) return node;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = which === 'first' ? walker.firstChild() : lastText(walker);
    return found instanceof Text ? found : null;
  }
}

function live(fixed: StaticRange | null): Range | null {
  if (!fixed) return null;
  const range = document.createRange();
  range.setStart(fixed.startContainer, fixed.startOffset);
  range.setEnd(fixed.endContainer, fixed.endOffset);
  return range;
}

function lastText(walker: TreeWalker): Node | null {
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node;
  return last;
}
