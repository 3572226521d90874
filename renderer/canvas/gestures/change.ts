import { type Annotation, imageKindOf, type Shape } from '../../../shared/annotation/annotation.ts';
import { clampToSize, type Point, type Size } from '../../../shared/core/geometry.ts';

/** A suggestion that a hand changes becomes `edited`; what was drawn by hand stays so. */
function withShape(annotation: Annotation, shape: Shape): Annotation {
  return { ...annotation, shape, origin: annotation.origin === 'hand' ? 'hand' : 'edited' };
}

/** Moved by `by`, held inside the item as far as it fits. */
export function moved(annotation: Annotation, by: Point, item: Size): Annotation {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return annotation;
  const bounds = kind.bounds(annotation.shape);
  const held = {
    x: holdInside(bounds.x, bounds.width, by.x, item.width),
    y: holdInside(bounds.y, bounds.height, by.y, item.height),
  };
  return withShape(annotation, kind.translate(annotation.shape, held));
}

/** With the grip `handleId` at `to`, held inside the item. */
export function resized(annotation: Annotation, handleId: string, to: Point, item: Size): Annotation {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return annotation;
  return withShape(annotation, kind.moveHandle(annotation.shape, handleId, clampToSize(to, item)));
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
