import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { Point, Rect } from '../../../shared/core/geometry.ts';
import { SpatialIndex } from '../spatial-index.ts';

/**
 * The annotation that a hand means at a point of the image: a border within reach first, the topmost of them; else
 * the smallest shape around the point, so that a box inside a box can be reached.
 */
export function annotationAt(annotations: readonly Annotation[], at: Point, tolerancePx: number): Annotation | null {
  let inside: { readonly annotation: Annotation; readonly area: number } | null = null;
  for (const annotation of candidates(annotations, at, tolerancePx).toReversed()) {
    const kind = imageKindOf(annotation.shape);
    if (!kind) continue;
    const bounds = kind.bounds(annotation.shape);
    if (!near(bounds, at, tolerancePx)) continue;
    if (kind.outline(annotation.shape).some((ring) => ringWithin(ring, at, tolerancePx))) return annotation;
    const area = bounds.width * bounds.height;
    if (kind.contains(annotation.shape, at) && (inside === null || area < inside.area)) inside = { annotation, area };
  }
  return inside?.annotation ?? null;
}

/** Asking few annotations one by one is quicker than keeping an index of them. */
const INDEX_FROM = 300;
/** Of the annotations that were asked last: a hand asks for the same ones with every movement. */
const lastAsked = new SpatialIndex();

/** Those that may be meant at a point, in drawing order. */
function candidates(annotations: readonly Annotation[], at: Point, reach: number): readonly Annotation[] {
  if (annotations.length < INDEX_FROM) return annotations;
  lastAsked.update(annotations);
  return lastAsked.within({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach });
}

/** The grip of a selected annotation at a point, a little more generous than a border. */
export function handleAt(annotation: Annotation, at: Point, tolerancePx: number): string | null {
  const handles = imageKindOf(annotation.shape)?.handles(annotation.shape) ?? [];
  const reach = tolerancePx * 1.5;
  const hit = handles.find((handle) => Math.hypot(handle.at.x - at.x, handle.at.y - at.y) <= reach);
  return hit?.id ?? null;
}

function near(rect: Rect, { x, y }: Point, by: number): boolean {
  return x >= rect.x - by && y >= rect.y - by && x <= rect.x + rect.width + by && y <= rect.y + rect.height + by;
}

function ringWithin(ring: readonly Point[], at: Point, tolerancePx: number): boolean {
  return ring.some((from, index) => {
    const to = ring[(index + 1) % ring.length];
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
