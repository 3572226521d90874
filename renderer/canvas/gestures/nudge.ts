import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import { grown, moved } from './change.ts';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How far an arrow goes in image pixels, and ten times that with Ctrl. */
const STEP_PX = 1;
const LARGE = 10;

/** Direction of an arrow key; null for any other key. */
export function arrowOf(code: string): Point | null {
  return arrows[code] ?? null;
}

/** The annotation after an arrow key: moved, or with Shift grown or shrunk at its lower right. */
export function nudged(
  annotation: Annotation,
  key: { readonly code: string; readonly shift: boolean; readonly ctrl: boolean },
  item: Size,
): Annotation {
  const arrow = arrowOf(key.code);
  if (!arrow) return annotation;
  const length = key.ctrl ? STEP_PX * LARGE : STEP_PX;
  const by = { x: arrow.x * length, y: arrow.y * length };
  return key.shift ? grown(annotation, by, item) : moved(annotation, by, item);
}
