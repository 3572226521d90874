import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { Handle } from '../../../shared/annotation/kind.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { reshaped } from './change.ts';

/**
 * What is done to one vertex: a new one at the place of the border nearest to `at`, one taken out, or the next state
 * of a key point (to be seen, hidden). The one door for mouse and keys.
 */
export type VertexChange =
  | { readonly what: 'insert'; readonly at: Point; readonly reachPx: number }
  | { readonly what: 'remove' | 'cycle'; readonly gripId: string };

/** The annotation after `change`, and the vertex that is in hand then; null when the shape does not take the change. */
export function withVertex(
  annotation: Annotation,
  change: VertexChange,
): { readonly annotation: Annotation; readonly gripId: string | null } | null {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return null;
  switch (change.what) {
    case 'insert': {
      const made = kind.insertVertex?.(annotation.shape, change.at, change.reachPx);
      return made ? { annotation: reshaped(annotation, made.shape), gripId: made.handleId } : null;
    }
    case 'remove': {
      const left = kind.removeVertex?.(annotation.shape, change.gripId);
      if (!left) return null;
      const place = gripsOf(annotation).findIndex(({ id }) => id === change.gripId);
      const after = kind.handles(left);
      return { annotation: reshaped(annotation, left), gripId: after[Math.min(place, after.length - 1)]?.id ?? null };
    }
    case 'cycle': {
      const cycled = kind.cycleVertex?.(annotation.shape, change.gripId);
      return cycled ? { annotation: reshaped(annotation, cycled), gripId: change.gripId } : null;
    }
  }
}

/** The grips of an annotation on an image. */
export function gripsOf({ shape }: Annotation): readonly Handle[] {
  return imageKindOf(shape)?.handles(shape) ?? [];
}

/** The grip after or before `gripId`, going round; the first or the last when there is none such. */
export function gripAfter(annotation: Annotation, gripId: string | null, step: 1 | -1): Handle | null {
  const grips = gripsOf(annotation);
  const at = grips.findIndex(({ id }) => id === gripId);
  const next = at === -1 ? (step === 1 ? 0 : grips.length - 1) : (at + step + grips.length) % grips.length;
  return grips[next] ?? null;
}

/** Half way from a vertex to the next one of its line: where a key puts a new vertex. Null for what has no outline. */
export function placeAfterGrip(annotation: Annotation, gripId: string | null): Point | null {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return null;
  const lines = kind.outline(annotation.shape);
  const from = gripsOf(annotation).find(({ id }) => id === gripId)?.at ?? lines[0]?.[0];
  if (!from) return null;
  const same = (point: Point): boolean => point.x === from.x && point.y === from.y;
  const line =
    lines.find((points) => points.length > 1 && points.some(same)) ?? lines.find((points) => points.some(same));
  if (!line) return from;
  const index = line.findIndex(same);
  const to = line[index + 1] ?? (kind.closed ? line[0] : line[index - 1]) ?? from;
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
