import { type Annotation, imageKindOf, type Shape } from '../../../shared/annotation/annotation.ts';
import { toMask, toPolygon } from '../../../shared/annotation/convert.ts';
import type { Edit } from '../../../shared/annotation/edit.ts';
import { bitmapOfMask, maskOfBitmap } from '../../../shared/annotation/kinds/mask.ts';
import { type Bitmap, united, without } from '../../../shared/annotation/raster/bitmap.ts';
import { bitmapOfParts } from '../../../shared/annotation/raster/outline.ts';
import { boundsOfLines, ringArea } from '../../../shared/annotation/shapes/lines.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { reshaped } from '../gestures/change.ts';
import { differenceOf, intersectionOf, type Parts, sideOf, unionOf } from './polygon-algebra.ts';

/**
 * Why areas cannot be joined or cut: fewer are selected than it takes, one of them encloses nothing, the class takes
 * neither polygons nor masks, nothing would be left, or the line leaves everything whole.
 */
export type AreaRefusal = 'few' | 'open' | 'kind' | 'nothing' | 'missed';

/** One step of work, and what is selected after it. */
export type AreaPlan = { readonly edit: Edit; readonly select: readonly string[] } | { readonly why: AreaRefusal };

interface AreaContext {
  readonly item: Size;
  readonly labelSet: LabelSet;
  readonly newId: () => string;
}

/** An area as what it is worked with: rings while all are made of rings, pixels as soon as one is a mask. */
type Area = { readonly of: 'rings'; readonly parts: Parts } | { readonly of: 'pixels'; readonly bitmap: Bitmap };

/** Makes one object of all: the first one keeps its class and details, the others go. In the order of the selection. */
export function planUnion(annotations: readonly Annotation[], context: AreaContext): AreaPlan {
  const [first, ...others] = annotations;
  if (!first || others.length === 0) return { why: 'few' };
  const areas = areasOf(annotations, first.classId, context);
  if ('why' in areas) return areas;
  const [own, ...more] = areas.areas;
  const together = own && more.reduce<Area | null>((sum, area) => sum && joined(sum, area), own);
  const shape = together && shapeOf(together);
  if (!shape) return { why: 'nothing' };
  return { edit: { put: [reshaped(first, shape)], remove: others.map(({ id }) => id) }, select: [first.id] };
}

/** Takes the area of all others out of the first; the others stay as they are. */
export function planSubtraction(annotations: readonly Annotation[], context: AreaContext): AreaPlan {
  const [first, ...others] = annotations;
  if (!first || others.length === 0) return { why: 'few' };
  const areas = areasOf(annotations, first.classId, context);
  if ('why' in areas) return areas;
  const [own, ...more] = areas.areas;
  const left = own && more.reduce<Area | null>((rest, area) => rest && rested(rest, area), own);
  const shape = left && shapeOf(left);
  if (!shape) return { why: 'nothing' };
  return { edit: { put: [reshaped(first, shape)], remove: [] }, select: [first.id] };
}

/**
 * Cuts each of them in two along a line that goes on straight beyond its ends. The larger side keeps the id, the other
 * becomes an object of its own with the same class and details; each side may have several parts.
 */
export function planCut(annotations: readonly Annotation[], line: readonly Point[], context: AreaContext): AreaPlan {
  if (annotations.length === 0) return { why: 'few' };
  const put: Annotation[] = [];
  for (const annotation of annotations) {
    const areas = areasOf([annotation], annotation.classId, context);
    if ('why' in areas) return areas;
    const [area] = areas.areas;
    const sides = area ? cutInTwo(area, line).map((side) => side && shapeOf(side)) : [];
    const [one, other] = sides;
    if (!one || !other) continue;
    const [larger, smaller] = areaOf(one) >= areaOf(other) ? [one, other] : [other, one];
    put.push(reshaped(annotation, larger), { ...reshaped(annotation, smaller), id: context.newId() });
  }
  if (put.length === 0) return { why: 'missed' };
  return { edit: { put, remove: [] }, select: put.map(({ id }) => id) };
}

/** All as rings, or all as pixels, whichever the class takes; of both rather what they are made of. */
function areasOf(
  annotations: readonly Annotation[],
  classId: string,
  { item, labelSet }: AreaContext,
): { readonly areas: readonly Area[] } | { readonly why: AreaRefusal } {
  if (annotations.some(({ shape }) => !imageKindOf(shape)?.closed)) return { why: 'open' };
  const kinds = labelSet.classes.find(({ id }) => id === classId)?.kinds ?? [];
  const asPixels = annotations.some(({ shape }) => shape.kind === 'mask') || !kinds.includes('polygon');
  if (!kinds.includes('mask') && !kinds.includes('polygon')) return { why: 'kind' };
  const areas = annotations.map(({ shape }) =>
    asPixels && kinds.includes('mask') ? pixelsOf(shape, item) : ringsOf(shape),
  );
  return areas.some((area) => area === null) ? { why: 'nothing' } : { areas: areas.filter((area) => area !== null) };
}

function ringsOf(shape: Shape): Area | null {
  const polygon = toPolygon(shape);
  return polygon?.kind === 'polygon' ? { of: 'rings', parts: polygon.parts } : null;
}

function pixelsOf(shape: Shape, item: Size): Area | null {
  const mask = toMask(shape, item);
  return mask?.kind === 'mask' ? { of: 'pixels', bitmap: bitmapOfMask(mask) } : null;
}

/** Both are of the same: `areasOf` saw to it. */
function joined(a: Area, b: Area): Area | null {
  if (a.of === 'rings' && b.of === 'rings') return { of: 'rings', parts: unionOf([a.parts, b.parts]) };
  return a.of === 'pixels' && b.of === 'pixels' ? { of: 'pixels', bitmap: united(a.bitmap, b.bitmap) } : null;
}

function rested(a: Area, b: Area): Area | null {
  if (a.of === 'rings' && b.of === 'rings') return { of: 'rings', parts: differenceOf(a.parts, [b.parts]) };
  return a.of === 'pixels' && b.of === 'pixels' ? { of: 'pixels', bitmap: without(a.bitmap, b.bitmap) } : null;
}

function cutInTwo(area: Area, line: readonly Point[]): readonly (Area | null)[] {
  if (area.of === 'rings') {
    const side = sideOf(line, circleAround(area.parts));
    if (side.length === 0) return [];
    return [intersectionOf(area.parts, side), differenceOf(area.parts, [side])].map((parts) => ({
      of: 'rings',
      parts,
    }));
  }
  const { bitmap } = area;
  const { x, y, width, height } = bitmap;
  const own = line.map((point) => ({ x: point.x - x, y: point.y - y }));
  const side = sideOf(own, { centre: { x: width / 2, y: height / 2 }, radius: Math.hypot(width, height) / 2 });
  const covered = bitmapOfParts(side, { width, height });
  if (!covered) return [];
  const one = without(bitmap, { ...covered, x: covered.x + x, y: covered.y + y });
  return [without(bitmap, one), one].map((half) => ({ of: 'pixels', bitmap: half }));
}

function circleAround(parts: Parts): { readonly centre: Point; readonly radius: number } {
  const { x, y, width, height } = boundsOfLines(parts.map(({ outer }) => outer));
  return { centre: { x: x + width / 2, y: y + height / 2 }, radius: Math.hypot(width, height) / 2 };
}

function shapeOf(area: Area): Shape | null {
  if (area.of === 'pixels') return maskOfBitmap(area.bitmap);
  return area.parts.length > 0 ? { kind: 'polygon', parts: area.parts } : null;
}

/** In square pixels; of boxes and the like never asked. */
function areaOf(shape: Shape): number {
  if (shape.kind === 'mask') return bitmapOfMask(shape).bits.reduce((sum, bit) => sum + bit, 0);
  if (shape.kind !== 'polygon') return 0;
  return shape.parts.reduce(
    (sum, { outer, holes }) =>
      sum + Math.abs(ringArea(outer)) - holes.reduce((all, hole) => all + Math.abs(ringArea(hole)), 0),
    0,
  );
}
