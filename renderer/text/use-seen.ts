import { type RefObject, useEffect, useState } from 'react';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import { createStore, type Store } from '../app/store.ts';
import type { DocumentMap } from './document-map.ts';
import { type LookPlan, lookPlan } from './look-plan.ts';
import { paintedWindow } from './painted-window.ts';

/** What of a text is in view or near it. */
export interface Seen extends TextRange {
  /** Counts how often words may have moved in the page: what was measured before holds no longer. */
  readonly layout: number;
  /** Counts the fonts that came late: these move words inside a section even where its size stays. */
  readonly fonts: number;
  /** What spans are painted in; the same object until what is seen leaves it. */
  readonly painted: TextRange;
}

/** Told to what is placed over the words; the text itself need not render for it. */
export type SeenStore = Store<Seen, Seen>;

/**
 * Room beyond the frame that is kept ready: quick scrolling meets no bare words, and what stands over the words is there
 * before the browser paints them (about a screen and a half ahead), so that it need not paint them twice.
 */
const MARGIN_PX = 3000;

/** After so long a page that never rests is looked after in the middle of its work. */
const SOON_MS = 100;

const nothing: Seen = { start: 0, end: 0, layout: 0, fonts: 0, painted: { start: 0, end: 0 } };

/**
 * Follows what is seen. It changes by whole sections, and while the page scrolls it is looked after between frames, so
 * scrolling itself costs next to nothing.
 */
export function useSeen(
  map: DocumentMap,
  page: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): SeenStore {
  const [store] = useState((): SeenStore => createStore<Seen, Seen>(nothing, (_, next) => next));
  useEffect(() => {
    const frame = scroller.current;
    if (!frame || !page.current) return undefined;
    let lookedAt = 0;
    let [frameAsked, idleAsked, fonts] = [0, 0, 0];
    const look = (moved: number) => {
      cancelIdleCallback(idleAsked);
      idleAsked = 0;
      lookedAt = frame.scrollTop;
      const { top, bottom } = frame.getBoundingClientRect();
      const { start, end } = map.visibleBetween(top - MARGIN_PX, bottom + MARGIN_PX);
      const now = store.read();
      if (moved === 0 && now.start === start && now.end === end) return;
      const painted = paintedWindow({ start, end }, now.painted);
      store.send({ start, end, painted, layout: now.layout + moved, fonts: now.fonts + fonts });
      fonts = 0;
    };
    const doIt: Readonly<Record<LookPlan, () => void>> = {
      now: () => look(0),
      soon: () => {
        idleAsked ||= requestIdleCallback(() => look(0), { timeout: SOON_MS });
      },
      no: () => undefined,
    };
    const onScroll = () => doIt[lookPlan(frame.scrollTop - lookedAt, MARGIN_PX)]();
    const onMove = () => {
      cancelAnimationFrame(frameAsked);
      frameAsked = requestAnimationFrame(() => look(1));
    };
    const onFonts = () => {
      fonts += 1;
      onMove();
    };
    look(1);
    frame.addEventListener('scroll', onScroll, { passive: true });
    const words = page.current;
    const sizeNow = () => [frame.clientWidth, frame.clientHeight, words.clientWidth, words.clientHeight].join(' ');
    let size = sizeNow();
    const observer = new ResizeObserver(() => {
      // it also tells the sizes that it finds at first: these were looked at already
      if (size === (size = sizeNow())) return;
      onMove();
    });
    observer.observe(frame);
    observer.observe(words);
    // A font that comes late moves every word.
    document.fonts.addEventListener('loadingdone', onFonts);
    return () => {
      cancelAnimationFrame(frameAsked);
      cancelIdleCallback(idleAsked);
      document.fonts.removeEventListener('loadingdone', onFonts);
      frame.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [map, page, scroller, store]);
  return store;
}
