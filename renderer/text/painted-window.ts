import type { TextRange } from '../../shared/annotation/span-pieces.ts';

/**
 * Code points beyond what is seen that are painted with it, on either side: many screens, so that scrolling seldom
 * paints anew, and few enough spans that adding one to them stays quick.
 */
const AHEAD = 30_000;

/**
 * What is painted while `seen` is in view: what was painted `before`, as long as that holds it. The browser paints
 * every word under a highlight again when ranges come or go, so it is done as seldom as can be.
 */
export function paintedWindow(seen: TextRange, before: TextRange): TextRange {
  if (seen.start >= before.start && seen.end <= before.end) return before;
  return { start: Math.max(0, seen.start - AHEAD), end: seen.end + AHEAD };
}
