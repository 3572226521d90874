import type { Size } from '../core/geometry.ts';
import { imageKindOf, type Shape } from './annotation.ts';
import { bitmapOfMask, maskOfBitmap } from './kinds/mask.ts';
import { bitmapOfParts, partsOfBitmap } from './raster/outline.ts';

/** The pixels of the item whose middle lies inside a closed shape, as a mask; null when there are none. */
export function toMask(shape: Shape, item: Size): Shape | null {
  if (shape.kind === 'mask') return shape;
  const parts = partsOf(shape);
  const bitmap = parts && bitmapOfParts(parts, item);
  return bitmap && maskOfBitmap(bitmap);
}

/** The outline of a closed shape as a polygon: of a mask along its pixels, with every hole. Null for open shapes. */
export function toPolygon(shape: Shape): Shape | null {
  if (shape.kind === 'polygon') return shape;
  const parts = partsOf(shape);
  return parts && { kind: 'polygon', parts };
}

function partsOf(shape: Shape) {
  if (shape.kind === 'polygon') return shape.parts;
  if (shape.kind === 'mask') return partsOfBitmap(bitmapOfMask(shape));
  const kind = imageKindOf(shape);
  const outer = kind?.closed ? kind.outline(shape)[0] : undefined;
  return outer ? [{ outer: outer.map(({ x, y }) => ({ x, y })), holes: [] }] : null;
}
