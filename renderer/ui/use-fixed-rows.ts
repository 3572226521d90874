import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';

/** Rows kept ready above and below those in view. */
const SPARE = 8;
/** Rows drawn before the list has been measured. */
const FIRST_ROWS = 24;

interface FixedRows {
  /** For the element that scrolls. */
  readonly scroller: RefCallback<HTMLElement>;
  /** Places of the rows that are to exist, in order. */
  readonly rows: readonly number[];
  readonly heightPx: number;
}

/**
 * Which rows of a list are to exist when each is `rowPx` high. No row is measured, so a change costs the same whether
 * the list has a hundred rows or 20,000. The row at `shown` (-1: none) is scrolled into view when it becomes another,
 * and stays there when the list loses height, e.g. to the details of what was selected.
 */
export function useFixedRows(count: number, rowPx: number, shown: number): FixedRows {
  const host = useRef<HTMLElement | null>(null);
  const seen = useRef({ topPx: 0, heightPx: 0 });
  const shownNow = useRef(shown);
  const [range, setRange] = useState({ first: 0, end: FIRST_ROWS });

  const settle = useCallback(() => {
    const { topPx, heightPx } = seen.current;
    const first = Math.max(0, Math.floor(topPx / rowPx) - SPARE);
    const end = Math.ceil((topPx + heightPx) / rowPx) + SPARE;
    setRange((before) => (before.first === first && before.end === end ? before : { first, end }));
  }, [rowPx]);

  const scroller = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      host.current = element;
      const onScroll = () => {
        seen.current = { ...seen.current, topPx: element.scrollTop };
        settle();
      };
      const observer = new ResizeObserver(([entry]) => {
        const before = seen.current;
        const heightPx = entry?.contentRect.height ?? 0;
        const wasInView = isInView(shownNow.current, rowPx, before);
        const topPx = wasInView ? topFor(shownNow.current, rowPx, { ...before, heightPx }) : before.topPx;
        if (topPx !== before.topPx) element.scrollTop = topPx;
        seen.current = { topPx, heightPx };
        settle();
      });
      element.addEventListener('scroll', onScroll, { passive: true });
      observer.observe(element);
      return () => {
        element.removeEventListener('scroll', onScroll);
        observer.disconnect();
        host.current = null;
      };
    },
    [settle, rowPx],
  );

  useEffect(() => {
    const element = host.current;
    shownNow.current = shown;
    if (shown < 0 || !element) return;
    const heightPx = seen.current.heightPx || element.clientHeight;
    const { topPx } = seen.current;
    const target = topFor(shown, rowPx, { topPx, heightPx });
    if (target === topPx) return;
    element.scrollTop = target;
    seen.current = { topPx: target, heightPx };
    settle();
  }, [shown, rowPx, settle]);

  const first = Math.min(range.first, Math.max(0, count - 1));
  const rows = Array.from({ length: Math.max(0, Math.min(range.end, count) - first) }, (_, at) => first + at);
  return { scroller, rows, heightPx: count * rowPx };
}

interface Seen {
  readonly topPx: number;
  readonly heightPx: number;
}

/** Where the list has to stand for a whole row to be in view, as near as can be to where it stands. */
function topFor(row: number, rowPx: number, { topPx, heightPx }: Seen): number {
  return Math.max(Math.min(topPx, row * rowPx), (row + 1) * rowPx - heightPx);
}

function isInView(row: number, rowPx: number, seen: Seen): boolean {
  return row >= 0 && topFor(row, rowPx, seen) === seen.topPx;
}
