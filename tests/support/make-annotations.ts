import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Rect } from '../../shared/core/geometry.ts';

/** A box drawn by hand; says only what matters. */
export function makeBox(id: string, rect: Rect, more: Partial<Omit<Annotation, 'id' | 'shape'>> = {}): Annotation {
  return { id, classId: 'cat', origin: 'hand', order: 0, shape: { kind: 'box', ...rect }, ...more };
}
