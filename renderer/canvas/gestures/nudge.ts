import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import { grown, movedTogether, reshaped, resized } from './change.ts';
import { gripsOf } from './vertices.ts';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** An arrow key with what is held. */
export interface ArrowKey {
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** How far an arrow goes in image pixels, and ten times that with Ctrl. */
const STEP_PX = 1;
const LARGE = 10;

/** Direction of an arrow key; null for any other key. */
export function arrowOf(code: string): Point | null {
  return arrows[code] ?? null;
}

/** The step of an arrow key in image pixels; null for any other key. */
function stepOf({ code, ctrl }: ArrowKey): Point | null {
  const arrow = arrowOf(code);
  const length = ctrl ? STEP_PX * LARGE : STEP_PX;
  return arrow && { x: arrow.x * length, y: arrow.y * length };
}

/** Annotations after an arrow key: moved together, or with Shift each grown or shrunk at its lower right. */
export function nudged(annotations: readonly Annotation[], key: ArrowKey, item: Size): readonly Annotation[] {
  const by = stepOf(key);
  if (!by) return annotations;
  return key.shift ? annotations.map((one) => grown(one, by, item)) : movedTogether(annotations, by, item);
}

/** An annotation after an arrow key moved one of its grips, held inside the item. */
export function gripNudged(annotation: Annotation, gripId: string, key: ArrowKey, item: Size): Annotation {
  const by = stepOf(key);
  const grip = gripsOf(annotation).find(({ id }) => id === gripId);
  return by && grip ? resized(annotation, gripId, { x: grip.at.x + by.x, y: grip.at.y + by.y }, item) : annotation;
}

/** Each turned clockwise about its own middle; what cannot be turned (a box stays upright) is left out. */
export function turned(annotations: readonly Annotation[], byDegrees: number): readonly Annotation[] {
  return annotations.flatMap((one) => {
    const shape = imageKindOf(one.shape)?.rotate?.(one.shape, byDegrees);
    return shape ? [reshaped(one, shape)] : [];
  });
}

/** Where keys draw: a place of the image, and whether what a hand would press is held down there. */
export interface Pen {
  readonly at: Point;
  readonly pressed: boolean;
}

/** Share of the shorter side of what is seen that an arrow goes with Shift. */
const LEAP_SHARE = 0.1;

/**
 * Where an arrow key takes the pen, held inside the item: one image pixel (at least one of the view), ten with Ctrl,
 * a tenth of what is seen with Shift.
 *
 * @param seen the part of the image that the frame shows
 */
export function penMoved(
  at: Point,
  key: ArrowKey,
  { item, seen, scale }: { readonly item: Size; readonly seen: Size; readonly scale: number },
): Point {
  const arrow = arrowOf(key.code) ?? { x: 0, y: 0 };
  const fine = Math.max(1, Math.round(1 / scale));
  const leap = Math.max(fine * LARGE, Math.round(Math.min(seen.width, seen.height) * LEAP_SHARE));
  const length = key.shift ? leap : key.ctrl ? fine * LARGE : fine;
  return {
    x: Math.min(Math.max(at.x + arrow.x * length, 0), item.width),
    y: Math.min(Math.max(at.y + arrow.y * length, 0), item.height),
  };
}
