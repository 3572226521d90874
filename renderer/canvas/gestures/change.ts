import { type Annotation, imageKindOf, type Shape } from '../../../shared/annotation/annotation.ts';
import { clampToSize, type Point, type Rect, type Size } from '../../../shared/core/geometry.ts';

/** A suggestion that a hand changes becomes `edited`; what was drawn by hand stays so. */
export function reshaped(annotation: Annotation, shape: Shape): Annotation {
  return { ...annotation, shape, origin: annotation.origin === 'hand' ? 'hand' : 'edited' };
}

/** Moved by `by`, held inside the item as far as it fits. */
export function moved(annotation: Annotation, by: Point, item: Size): Annotation {
  return movedTogether([annotation], by, item)[0] ?? annotation;
}

/** All moved by the same step, held inside the item together, so that their places to each other stay. */
export function movedTogether(annotations: readonly Annotation[], by: Point, item: Size): readonly Annotation[] {
  const bounds = boundsOfAll(annotations);
  if (!bounds) return annotations;
  const held = {
    x: holdInside(bounds.x, bounds.width, by.x, item.width),
    y: holdInside(bounds.y, bounds.height, by.y, item.height),
  };
  return annotations.map((annotation) => {
    const kind = imageKindOf(annotation.shape);
    return kind ? reshaped(annotation, kind.translate(annotation.shape, held)) : annotation;
  });
}

/** The rectangle around all of them; null when none has a place on an image. */
export function boundsOfAll(annotations: readonly Annotation[]): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shape } of annotations) {
    const bounds = imageKindOf(shape)?.bounds(shape);
    if (!bounds) continue;
    left = Math.min(left, bounds.x);
    top = Math.min(top, bounds.y);
    right = Math.max(right, bounds.x + bounds.width);
    bottom = Math.max(bottom, bounds.y + bounds.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** With the grip `handleId` at `to`, held inside the item. */
export function resized(annotation: Annotation, handleId: string, to: Point, item: Size): Annotation {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return annotation;
  return reshaped(annotation, kind.moveHandle(annotation.shape, handleId, clampToSize(to, item)));
}

/** With its last grip (lower right of a box) moved by `by`: how a shape is resized from the keyboard. */
export function grown(annotation: Annotation, by: Point, item: Size): Annotation {
  const handles = imageKindOf(annotation.shape)?.handles(annotation.shape) ?? [];
  const grip = handles.find(({ id }) => id === 'se') ?? handles.at(-1);
  if (!grip) return annotation;
  return resized(annotation, grip.id, { x: grip.at.x + by.x, y: grip.at.y + by.y }, item);
}

/** The step that is nearest to `by` and keeps `[start, start + length]` inside `[0, room]`, if it ever fitted. */
function holdInside(start: number, length: number, by: number, room: number): number {
  const lowest = Math.min(0, -start);
  const highest = Math.max(0, room - length - start);
  return Math.min(Math.max(by, lowest), highest);
}
