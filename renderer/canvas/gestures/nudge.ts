import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import { grown, movedTogether } from './change.ts';

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

/** Annotations after an arrow key: moved together, or with Shift each grown or shrunk at its lower right. */
export function nudged(
  annotations: readonly Annotation[],
  key: { readonly code: string; readonly shift: boolean; readonly ctrl: boolean },
  item: Size,
): readonly Annotation[] {
  const arrow = arrowOf(key.code);
  if (!arrow) return annotations;
  const length = key.ctrl ? STEP_PX * LARGE : STEP_PX;
  const by = { x: arrow.x * length, y: arrow.y * length };
  return key.shift ? annotations.map((one) => grown(one, by, item)) : movedTogether(annotations, by, item);
}
