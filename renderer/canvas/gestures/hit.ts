import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import { HANDLE_AWAY, type Handle } from '../../../shared/annotation/kind.ts';
import type { Point, Rect } from '../../../shared/core/geometry.ts';
import { annotationsNear } from './near.ts';

/**
 * The annotation that a hand means at a point of the image: a border within reach first, the topmost of them; else
 * the smallest shape around the point, so that a box inside a box can be reached.
 */
export function annotationAt(annotations: readonly Annotation[], at: Point, tolerancePx: number): Annotation | null {
  let inside: { readonly annotation: Annotation; readonly area: number } | null = null;
  for (const annotation of annotationsNear(annotations, at, tolerancePx).toReversed()) {
    const kind = imageKindOf(annotation.shape);
    if (!kind) continue;
    const bounds = kind.bounds(annotation.shape);
    if (!near(bounds, at, tolerancePx)) continue;
    if (kind.outline(annotation.shape).some((line) => lineWithin(line, kind.closed, at, tolerancePx)))
      return annotation;
    const area = bounds.width * bounds.height;
    if (kind.contains(annotation.shape, at) && (inside === null || area < inside.area)) inside = { annotation, area };
  }
  return inside?.annotation ?? null;
}

/** The grip of a selected annotation at a point, a little more generous than a border; of two the nearer. */
export function handleAt(annotation: Annotation, at: Point, tolerancePx: number): string | null {
  const handles = imageKindOf(annotation.shape)?.handles(annotation.shape) ?? [];
  let nearest: { readonly id: string; readonly distance: number } | null = null;
  for (const handle of handles) {
    const place = placeOfHandle(handle, tolerancePx);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance <= tolerancePx * 1.5 && distance < (nearest?.distance ?? Infinity))
      nearest = { id: handle.id, distance };
  }
  return nearest?.id ?? null;
}

/** Where a grip is shown: some stand off their shape, equally far at every zoom. */
export function placeOfHandle({ at, away }: Handle, tolerancePx: number): Point {
  if (!away) return at;
  return { x: at.x + away.x * HANDLE_AWAY * tolerancePx, y: at.y + away.y * HANDLE_AWAY * tolerancePx };
}

function near(rect: Rect, { x, y }: Point, by: number): boolean {
  return x >= rect.x - by && y >= rect.y - by && x <= rect.x + rect.width + by && y <= rect.y + rect.height + by;
}

/** A line of one point is that point. */
function lineWithin(line: readonly Point[], closed: boolean, at: Point, tolerancePx: number): boolean {
  return line.some((from, index) => {
    const isLast = index === line.length - 1;
    const to = isLast && (closed || line.length === 1) ? line[0] : line[index + 1];
    return to !== undefined && distanceToSegment(at, from, to) <= tolerancePx;
  });
}

function distanceToSegment(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  const share = lengthSquared === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / lengthSquared;
  const clamped = Math.min(Math.max(share, 0), 1);
  return Math.hypot(at.x - from.x - clamped * dx, at.y - from.y - clamped * dy);
}
