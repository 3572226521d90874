import { imageKindOf, type Annotation } from '../annotation/annotation.ts';
import { bitmapOfMask, type Mask } from '../annotation/kinds/mask.ts';
import type { Skeleton } from '../annotation/kinds/skeleton.ts';
import { bitmapOfParts } from '../annotation/raster/outline.ts';
import { type Bitmap } from '../annotation/raster/bitmap.ts';
import { countsInPicture, textOfCounts } from '../annotation/raster/rle.ts';
import { ringArea } from '../annotation/shapes/lines.ts';
import type { Size } from '../core/geometry.ts';
import type { NoForm } from './entries.ts';
import type { SkeletonTemplate } from '../project/label-set.ts';

/** The fields of a COCO annotation that depend on its shape, and what of it they cannot say. */
export interface CocoShape {
  readonly fields: {
    readonly bbox: readonly number[];
    readonly area: number;
    readonly segmentation: unknown;
    readonly iscrowd: 0 | 1;
    readonly keypoints?: readonly number[];
    readonly num_keypoints?: number;
  };
  /** Path under the annotation and why. */
  readonly lost: readonly { readonly part: string; readonly reason: 'holesAsPixels' }[];
}

/**
 * A shape as COCO has it, or why COCO cannot have it. A polygon with holes becomes run lengths of its pixels,
 * of which the loss tells. `iscrowd` marks a crowd, whose run lengths are then a list, as in COCO's own files.
 */
export function cocoShapeOf(
  { shape, marks = [] }: Annotation,
  picture: Size,
  template: SkeletonTemplate | undefined,
): CocoShape | { readonly why: NoForm } {
  const isCrowd = marks.includes('crowd');
  const iscrowd = isCrowd ? 1 : 0;
  const bounds = imageKindOf(shape)?.bounds(shape);
  const bbox = bounds ? [bounds.x, bounds.y, bounds.width, bounds.height] : [];
  switch (shape.kind) {
    case 'box':
      return { fields: { bbox, area: shape.width * shape.height, segmentation: [], iscrowd }, lost: [] };
    case 'polygon': {
      if (shape.parts.every(({ holes }) => holes.length === 0) && !isCrowd) {
        const segmentation = shape.parts.map(({ outer }) => outer.flatMap(({ x, y }) => [x, y]));
        const area = shape.parts.reduce((sum, { outer }) => sum + Math.abs(ringArea(outer)), 0);
        return { fields: { bbox, area, segmentation, iscrowd }, lost: [] };
      }
      const bitmap = bitmapOfParts(shape.parts, picture);
      if (!bitmap) return { why: 'noPixels' };
      const lost = [{ part: 'vertices', reason: 'holesAsPixels' as const }];
      return { fields: maskFields(bitmap, picture, isCrowd), lost };
    }
    case 'mask':
      if (!isInside(shape, picture)) return { why: 'maskOverBorder' };
      return { fields: maskFields(bitmapOfMask(shape), picture, isCrowd), lost: [] };
    case 'skeleton':
      if (!hasPointsOf(shape, template)) return { why: 'otherKeyPoints' };
      return {
        fields: { bbox, area: (bbox[2] ?? 0) * (bbox[3] ?? 0), segmentation: [], iscrowd, ...keypoints(shape) },
        lost: [],
      };
    default:
      return { why: 'kindNotHeld' };
  }
}

/** Kinds that `cocoShapeOf` has an answer for. */
export const cocoKinds: readonly string[] = ['box', 'polygon', 'mask', 'skeleton'];

/** What COCO has no field for. */
export function cocoAttributesOf({ id, origin, group, marks = [], attributes }: Annotation) {
  return {
    id,
    origin,
    ...(group === undefined ? {} : { group }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(attributes === undefined ? {} : { values: attributes }),
  };
}

/** Key points of a category; COCO counts bones from 1. */
export function cocoSkeletonOf({ points, edges }: SkeletonTemplate) {
  return { keypoints: points.map(({ name }) => name), skeleton: edges.map(([from, to]) => [from + 1, to + 1]) };
}

function hasPointsOf({ points, edges }: Skeleton, template: SkeletonTemplate | undefined): boolean {
  return (
    JSON.stringify(template?.points.map(({ name }) => name)) === JSON.stringify(points.map(({ name }) => name)) &&
    JSON.stringify(template?.edges) === JSON.stringify(edges)
  );
}

function maskFields(bitmap: Bitmap, picture: Size, isCrowd: boolean): CocoShape['fields'] {
  const counts = countsInPicture(bitmap, picture);
  return {
    bbox: [bitmap.x, bitmap.y, bitmap.width, bitmap.height],
    area: bitmap.bits.reduce((sum, bit) => sum + bit, 0),
    segmentation: { size: [picture.height, picture.width], counts: isCrowd ? counts : textOfCounts(counts) },
    iscrowd: isCrowd ? 1 : 0,
  };
}

function isInside({ x, y, width, height }: Mask, picture: Size): boolean {
  return x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height;
}

/** x, y and visibility of each: 2 visible, 1 hidden, 0 not in the picture. */
function keypoints({ points }: Skeleton) {
  return {
    keypoints: points.flatMap((point) =>
      point.visibility === 'absent' ? [0, 0, 0] : [point.x, point.y, point.visibility === 'visible' ? 2 : 1],
    ),
    num_keypoints: points.filter(({ visibility }) => visibility !== 'absent').length,
  };
}
