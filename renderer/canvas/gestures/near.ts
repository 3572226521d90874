import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { SpatialIndex } from '../spatial-index.ts';

/** Asking few annotations one by one is quicker than keeping an index of them. */
const INDEX_FROM = 300;
/** Of the annotations that were asked last: a hand asks for the same ones with every movement. */
const lastAsked = new SpatialIndex();

/** Those that may be meant at a point, in drawing order: of many, the ones whose bounds lie within reach. */
export function annotationsNear(annotations: readonly Annotation[], at: Point, reach: number): readonly Annotation[] {
  if (annotations.length < INDEX_FROM) return annotations;
  lastAsked.update(annotations);
  return lastAsked.within({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach });
}
