import { type RefObject, useEffect, useState } from 'react';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap } from './document-map.ts';

/** What of a text is in view or near it. */
export interface Seen extends TextRange {
  /** Counts how often words may have moved in the page: what was measured before holds no longer. */
  readonly layout: number;
}

/** Room beyond the frame that is kept ready, so that quick scrolling meets no bare words. */
const MARGIN_PX = 800;
const nothing: Seen = { start: 0, end: 0, layout: 0 };

/** Follows what is seen. It changes by whole sections, so scrolling itself costs next to nothing. */
export function useSeen(
  map: DocumentMap,
  page: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): Seen {
  const [seen, setSeen] = useState(nothing);
  useEffect(() => {
    const frame = scroller.current;
    if (!frame || !page.current) return undefined;
    // kept here too: asking React on every pixel of scrolling would render for nothing
    let now = nothing;
    const look = (moved: number) => {
      const { top, bottom } = frame.getBoundingClientRect();
      const { start, end } = map.visibleBetween(top - MARGIN_PX, bottom + MARGIN_PX);
      if (moved === 0 && now.start === start && now.end === end) return;
      now = { start, end, layout: now.layout + moved };
      setSeen(now);
    };
    let asked = 0;
    const lookLater = (moved: number) => () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => look(moved));
    };
    const onScroll = () => look(0);
    const onMove = lookLater(1);
    look(1);
    frame.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(onMove);
    observer.observe(frame);
    observer.observe(page.current);
    // A font that comes late moves every word.
    document.fonts.addEventListener('loadingdone', onMove);
    return () => {
      cancelAnimationFrame(asked);
      document.fonts.removeEventListener('loadingdone', onMove);
      frame.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [map, page, scroller]);
  return seen;
}
