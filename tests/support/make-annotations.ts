import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Rect } from '../../shared/core/geometry.ts';

/** A box drawn by hand; says only what matters. */
export function makeBox(id: string, rect: Rect, more: Partial<Omit<Annotation, 'id' | 'shape'>> = {}): Annotation {
  return { id, classId: 'cat', origin: 'hand', order: 0, shape: { kind: 'box', ...rect }, ...more };
}

/** A span drawn by hand over a stretch of code points. */
export function makeSpan(id: string, start: number, end: number, text = 'x'.repeat(end - start)): Annotation {
  return { id, classId: 'right', origin: 'hand', order: 0, shape: { kind: 'span', start, end, text } };
}
