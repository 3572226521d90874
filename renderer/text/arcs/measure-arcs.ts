import { depthOf, roomFor, type Stretched } from './arc-room.ts';
import type { SpanLink, Stretch } from './arcs-of.ts';
import type { Arc, ArcEnd, ArcPage } from './layout-arcs.ts';

/** What arcs need to know of the page: where a stretch of the text stands. Offsets are code points. */
export interface ArcMap {
  rangeOf(start: number, end: number): Range | null;
  staticRangeOf(start: number, end: number): StaticRange | null;
  visibleBetween(top: number, bottom: number): Stretch;
}

/** The page's elements: the words, and what scrolls them. */
interface Place {
  readonly map: ArcMap;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Room beyond the frame in which arcs are kept ready. */
const MARGIN_PX = 200;

/** The relations in view with their ends measured, from the corner of the page's parent. */
export function measuredArcs(
  links: readonly SpanLink[],
  lookOf: (link: SpanLink) => { readonly name: string; readonly directed: boolean },
  { map, page, scroller }: Place,
): { readonly arcs: readonly Arc[]; readonly page: ArcPage } {
  const frame = scroller.getBoundingClientRect();
  const words = page.getBoundingClientRect();
  const origin = page.parentElement?.getBoundingClientRect() ?? words;
  const seen = links.length > 0 ? map.visibleBetween(frame.top - MARGIN_PX, frame.bottom + MARGIN_PX) : noStretch;
  const ends = new Map<string, ArcEnd | 'before' | 'after'>();
  const endOf = (spanId: string, at: Stretch): ArcEnd | 'before' | 'after' => {
    const known = ends.get(spanId);
    if (known !== undefined) return known;
    const end = measure(spanId, at);
    ends.set(spanId, end);
    return end;
  };
  const measure = (spanId: string, at: Stretch): ArcEnd | 'before' | 'after' => {
    if (at.start < seen.start) return 'before';
    if (at.start >= seen.end) return 'after';
    const rect = firstLineOf(map.rangeOf(at.start, at.end));
    if (!rect || rect.top > frame.bottom + MARGIN_PX) return 'after';
    if (rect.bottom < frame.top - MARGIN_PX) return 'before';
    return { spanId, x: rect.left + rect.width / 2 - origin.left, top: rect.top - origin.top };
  };
  const arcs = links.flatMap((link) => {
    const [start, end] = [endOf(link.from, link.fromAt), endOf(link.to, link.toAt)];
    if (typeof start === 'string' && typeof end === 'string') return [];
    const { name, directed } = lookOf(link);
    return [{ id: link.id, from: start, to: end, directed, labelWidth: widthOf(name) }];
  });
  const column = {
    left: words.left - origin.left,
    right: words.right - origin.left,
    rtl: getComputedStyle(page).direction === 'rtl',
  };
  return { arcs, page: column };
}

const noStretch: Stretch = { start: 0, end: 0 };

/** A span that breaks over lines has its arcs on the first. */
function firstLineOf(range: Range | null): DOMRect | null {
  const rects = range ? [...range.getClientRects()].filter(({ width }) => width > 0) : [];
  const [first] = rects;
  if (!first) return null;
  const line = rects.filter(({ top }) => Math.abs(top - first.top) < first.height / 2);
  const left = Math.min(...line.map((rect) => rect.left));
  const right = Math.max(...line.map((rect) => rect.right));
  return new DOMRect(left, first.top, right - left, first.height);
}

/**
 * Spreads the lines of paragraphs that hold ends of relations, as far as their arcs need; returns what takes it back.
 * Nothing is measured: how many arcs may lie over one another follows from the offsets.
 */
export function makeRoom(links: readonly SpanLink[], map: ArcMap, page: HTMLElement): () => void {
  const stretches = new Map<HTMLElement, Stretched[]>();
  const paragraphAt = ({ start, end }: Stretch): HTMLElement | null => {
    const node = map.staticRangeOf(start, end)?.startContainer;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest<HTMLElement>('[data-paragraph]') ?? null;
  };
  const add = (element: HTMLElement, stretch: Stretched): void => {
    stretches.set(element, [...(stretches.get(element) ?? []), stretch]);
  };
  for (const { fromAt, toAt } of links) {
    const [first, last] = fromAt.start <= toAt.start ? [fromAt, toAt] : [toAt, fromAt];
    const [upper, lower] = [paragraphAt(first), paragraphAt(last)];
    if (upper && upper === lower) add(upper, { start: first.start, end: last.end });
    else {
      if (upper) add(upper, { start: first.start, end: Infinity });
      if (lower) add(lower, { start: -Infinity, end: last.end });
    }
  }
  for (const [element, own] of stretches) {
    const room = roomFor(depthOf(own));
    element.style.lineHeight = `calc(2.3em + ${room}px)`;
    // the first line has its room above it; only half of what a line is higher by lies there
    element.style.paddingTop = `${room / 2}px`;
  }
  return () => {
    for (const element of stretches.keys()) {
      if (!page.contains(element)) continue;
      element.style.removeProperty('line-height');
      element.style.removeProperty('padding-top');
    }
  };
}

const widths = new Map<string, number>();
let pen: OffscreenCanvasRenderingContext2D | null = null;

/** How wide a name is shown, with some air. */
function widthOf(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return name.length * 7;
  pen.font = '700 11px "Atkinson Hyperlegible Next Variable", sans-serif';
  const width = Math.ceil(pen.measureText(name).width) + 8;
  widths.set(name, width);
  return width;
}
