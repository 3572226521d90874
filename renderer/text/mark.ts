import type { Offsets } from './offsets.ts';
import { sliceCodePoints } from './offsets.ts';

/** A stretch of a text in code points, `[start, end)`. */
export interface Marked {
  readonly start: number;
  readonly end: number;
}

/**
 * What a hand means by a marked stretch: without the white space at its ends, which a drag takes along easily and
 * nobody wants to label. Nothing but white space means nothing.
 */
export function withoutEdges(text: string, offsets: Offsets, marked: Marked): Marked | null {
  const covered = sliceCodePoints(text, offsets, marked.start, marked.end);
  const words = covered.trim();
  if (words === '') return null;
  // White space is never beyond the basic plane: here UTF-16 units and code points count the same.
  const before = covered.length - covered.trimStart().length;
  const after = covered.length - covered.trimEnd().length;
  return { start: marked.start + before, end: marked.end - after };
}
