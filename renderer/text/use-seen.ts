import { type RefObject, useEffect, useState } from 'react';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import type { DocumentMap } from './document-map.ts';

/** What of a text is in view or near it. */
export interface Seen extends TextRange {
  /** Counts how often words may have moved in the page: what was measured before holds no longer. */
  readonly layout: number;
  /** Counts the fonts that came late: these move words inside a section even where its size stays. */
  readonly fonts: number;
}

/**
 * Room beyond the frame that is kept ready: quick scrolling meets no bare words, and what stands over the words is there
 * before the browser paints them (about a screen and a half ahead), so that it need not paint them twice.
 */
const MARGIN_PX = 2000;

/** Shorter ways are not looked after while scrolling: so much of the margin may be used up. */
const LOOK_PX = 400;
const nothing: Seen = { start: 0, end: 0, layout: 0, fonts: 0 };

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
    let lookedAt = 0;
    const look = (moved: number, fonts = 0) => {
      lookedAt = frame.scrollTop;
      const { top, bottom } = frame.getBoundingClientRect();
      const { start, end } = map.visibleBetween(top - MARGIN_PX, bottom + MARGIN_PX);
      if (moved === 0 && now.start === start && now.end === end) return;
      now = { start, end, layout: now.layout + moved, fonts: now.fonts + fonts };
      setSeen(now);
    };
    let [asked, fonts] = [0, 0];
    const onScroll = () => {
      if (Math.abs(frame.scrollTop - lookedAt) >= LOOK_PX) look(0);
    };
    const onMove = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        look(1, fonts);
        fonts = 0;
      });
    };
    const onFonts = () => {
      fonts += 1;
      onMove();
    };
    look(1);
    frame.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(onMove);
    observer.observe(frame);
    observer.observe(page.current);
    // A font that comes late moves every word.
    document.fonts.addEventListener('loadingdone', onFonts);
    return () => {
      cancelAnimationFrame(asked);
      document.fonts.removeEventListener('loadingdone', onFonts);
      frame.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [map, page, scroller]);
  return seen;
}
