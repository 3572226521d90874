import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import { nearestOnSegment } from '../../../shared/annotation/shapes/lines.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import { annotationsNear } from './near.ts';

/**
 * Draws a point to what is near: a corner of another shape first, then the border of the picture or the nearest place
 * on another shape's border. Beyond the tolerance the point stays.
 */
export function snapped(
  at: Point,
  annotations: readonly Annotation[],
  item: Size,
  tolerancePx: number,
  except: ReadonlySet<string> = new Set(),
): Point {
  let corner: Near | null = null;
  let side: Near | null = null;
  for (const { id, shape } of annotationsNear(annotations, at, tolerancePx)) {
    if (except.has(id)) continue;
    const kind = imageKindOf(shape);
    if (!kind) continue;
    const bounds = kind.bounds(shape);
    if (at.x < bounds.x - tolerancePx || at.x > bounds.x + bounds.width + tolerancePx) continue;
    if (at.y < bounds.y - tolerancePx || at.y > bounds.y + bounds.height + tolerancePx) continue;
    for (const ring of kind.outline(shape)) {
      ring.forEach((from, index) => {
        corner = nearer(corner, at, from, tolerancePx);
        const to = ring[(index + 1) % ring.length];
        if (to) side = nearer(side, at, nearestOnSegment(at, from, to), tolerancePx);
      });
    }
  }
  const found = (corner ?? side) as Near | null;
  if (found) return found.at;
  return { x: toBorder(at.x, item.width, tolerancePx), y: toBorder(at.y, item.height, tolerancePx) };
}

interface Near {
  readonly at: Point;
  readonly distance: number;
}

function nearer(best: Near | null, from: Point, at: Point, tolerancePx: number): Near | null {
  const distance = Math.hypot(at.x - from.x, at.y - from.y);
  return distance <= tolerancePx && (best === null || distance < best.distance) ? { at, distance } : best;
}

function toBorder(value: number, length: number, tolerancePx: number): number {
  if (Math.abs(value) <= tolerancePx) return 0;
  return Math.abs(value - length) <= tolerancePx ? length : value;
}
