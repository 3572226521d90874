import { type RefObject, useEffect, useState } from 'react';
import { textKindOf } from '../../../shared/annotation/annotation.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { chooseLinkEnd, joinTwo } from '../../workbench/link-actions.ts';
import { isEditable, type ReadableBench, useWorkbench } from '../../workbench/use-workbench.ts';
import type { ArcMap } from './measure-arcs.ts';

interface LinkHand {
  readonly bench: ReadableBench;
  readonly map: ArcMap;
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** From the span that a relation starts at to the pointer, from the corner of the page's parent. */
interface Aim {
  readonly from: Point;
  readonly to: Point;
}

/**
 * With the tool for relations in hand a press on a span, a drag to another one, or a click on each joins them; Enter
 * takes the span at the caret. The words are not marked meanwhile.
 */
export function useLinkHand({ bench, map, page, scroller }: LinkHand): Aim | null {
  const on = useWorkbench(bench, (state) => state.tool === 'link');
  const [aim, setAim] = useState<Aim | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!on || !element || !isEditable(bench)) return undefined;
    let pressed: string | null = null;
    const { signal, abort } = controller();
    const take = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const inPage = ({ clientX, clientY }: PointerEvent): Point => {
      const origin = page.current?.parentElement?.getBoundingClientRect();
      return { x: clientX - (origin?.left ?? 0), y: clientY - (origin?.top ?? 0) };
    };
    const spanUnder = (event: PointerEvent) => spanAt(bench, map, { x: event.clientX, y: event.clientY });
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0) return;
        pressed = spanUnder(event);
        take(event);
      },
      { signal, capture: true },
    );
    // what the browser would mark, and what the text would select
    element.addEventListener('mousedown', take, { signal, capture: true });
    element.addEventListener('click', take, { signal, capture: true });
    element.addEventListener(
      'pointermove',
      (event) => {
        const start = pressed ?? bench.store.read().linkFrom;
        const from = start === null ? null : middleOf(bench, map, start);
        const origin = page.current?.parentElement?.getBoundingClientRect();
        setAim(
          from && origin ? { from: { x: from.x - origin.left, y: from.y - origin.top }, to: inPage(event) } : null,
        );
      },
      { signal },
    );
    element.addEventListener(
      'pointerup',
      (event) => {
        take(event);
        const released = spanUnder(event);
        const from = pressed;
        pressed = null;
        setAim(null);
        if (from === null || released === null) return;
        if (from === released) chooseLinkEnd(bench, released);
        else joinTwo(bench, { from, to: released });
      },
      { signal, capture: true },
    );
    element.addEventListener(
      'keydown',
      (event) => {
        if (event.code !== 'Enter' || event.ctrlKey || event.metaKey) return;
        const { selectedId, linkFrom } = bench.store.read();
        const chosen = selectedId === linkFrom ? spanAtCaret(bench, map) : selectedId;
        take(event);
        if (chosen !== null) chooseLinkEnd(bench, chosen);
      },
      { signal, capture: true },
    );
    return () => {
      abort();
      setAim(null);
    };
  }, [on, bench, map, page, scroller]);
  return on ? aim : null;
}

function controller() {
  const over = new AbortController();
  return { signal: over.signal, abort: () => over.abort() };
}

/** The shortest span that is shown at a point of the window. */
function spanAt({ store }: ReadableBench, map: ArcMap, { x, y }: Point): string | null {
  const seen = map.visibleBetween(y, y);
  let shortest: { readonly id: string; readonly length: number } | null = null;
  for (const { id, shape } of store.read().annotations) {
    for (const { start, end } of textKindOf(shape)?.ranges(shape) ?? []) {
      if (end <= seen.start || start >= seen.end) continue;
      if (shortest && end - start >= shortest.length) continue;
      const rects = [...(map.rangeOf(start, end)?.getClientRects() ?? [])];
      // a little above and below: the name and the underline belong to the span
      if (rects.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top - 6 && y <= rect.bottom + 6)) {
        shortest = { id, length: end - start };
      }
    }
  }
  return shortest?.id ?? null;
}

function spanAtCaret(bench: ReadableBench, map: ArcMap): string | null {
  const selection = document.getSelection();
  if (!selection?.focusNode) return null;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  const [rect] = range.getClientRects();
  if (!rect) return null;
  const y = rect.top + rect.height / 2;
  return spanAt(bench, map, { x: rect.left + 1, y }) ?? spanAt(bench, map, { x: rect.left - 1, y });
}

/** Where a span stands in the window. */
function middleOf({ store }: ReadableBench, map: ArcMap, id: string): Point | null {
  const shape = store.read().annotations.find((one) => one.id === id)?.shape;
  const first = shape && textKindOf(shape)?.ranges(shape)[0];
  const rect = first && map.rangeOf(first.start, first.end)?.getClientRects()[0];
  return rect ? { x: rect.left + rect.width / 2, y: rect.top } : null;
}
