import { type Annotation, imageKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import { type Point, type Rect, rectsTouch } from '../../shared/core/geometry.ts';
import type { View } from './view.ts';

/** How a class looks on a picture. */
export interface ClassLook {
  readonly name: string;
  readonly colour: string;
}

export interface DrawOptions {
  readonly view: View;
  /** What is to be seen, in image pixels. */
  readonly visible: Rect;
  readonly lookOf: (classId: string) => ClassLook;
  readonly labels: boolean;
  /** So many are in view that tiny ones would bury the picture under their lines. */
  readonly crowded?: boolean;
}

/** From this many in view on it is crowded. */
export const CROWDED_FROM = 1_500;

const LINE_PX = 2;
const CASING_PX = 4;
/** Corners sharper than a right angle are cut off, so that no spike stands out of a shape. */
const MITER_LIMIT = 1.5;
const CASING = 'rgb(0 0 0 / 55%)';
/** Beyond this many in view names would cover the picture; the list beside it has them all. */
export const MOST_LABELS = 150;
const LABEL_FONT = '600 12px "Atkinson Hyperlegible Next Variable", sans-serif';
const LABEL_HEIGHT_PX = 18;

/** Those that touch the visible part, in drawing order; for lists without an index. */
export function culled(annotations: readonly Annotation[], visible: Rect): readonly Annotation[] {
  return annotations.filter(({ shape }) => {
    const kind = imageKindOf(shape);
    return kind !== null && rectsTouch(kind.bounds(shape), visible);
  });
}

/**
 * Draws annotations, already culled: first a dark casing under all of them, so that lines stand out on any picture,
 * then the lines. `context` is in view pixels.
 *
 * A path an annotation, never one for many: a path costs the square of its points (measured: 5,000 polygons of 20
 * points take 290 ms to put into one path and 7 ms into 5,000; stroking them 170 ms and 57 ms).
 */
export function drawAnnotations(
  context: CanvasRenderingContext2D,
  annotations: readonly Annotation[],
  options: DrawOptions,
): void {
  const outlines = annotations.map((annotation) => ({ annotation, path: outlineOf(annotation, options.view) }));
  drawTints(context, outlines, options);
  const tiny = options.crowded ? outlines.filter((one) => isTiny(one, options.view)) : [];
  const large = tiny.length === 0 ? outlines : outlines.filter((one) => !isTiny(one, options.view));
  // round joins would double the cost
  context.lineJoin = 'miter';
  context.miterLimit = MITER_LIMIT;
  context.lineWidth = CASING_PX;
  context.strokeStyle = CASING;
  for (const { path } of large) context.stroke(path);
  context.lineWidth = LINE_PX;
  strokeEach(context, large, options);
  if (tiny.length > 0) drawTiny(context, tiny, options);
  for (const { classId, shape } of annotations) drawDots(context, shape, options.lookOf(classId).colour, options.view);
  if (options.labels) for (const one of annotations) drawLabel(context, one, options);
}

/** An annotation with its rings in view pixels. */
export interface Outline {
  readonly annotation: Annotation;
  readonly path: Path2D;
}

/** Strokes each path in the colour of its annotation's class. */
export function strokeEach(
  context: CanvasRenderingContext2D,
  outlines: readonly Outline[],
  { lookOf }: Pick<DrawOptions, 'lookOf'>,
): void {
  let colour: string | null = null;
  for (const { annotation, path } of outlines) {
    const its = lookOf(annotation.classId).colour;
    if (its !== colour) context.strokeStyle = its;
    colour = its;
    context.stroke(path);
  }
}

/** Shapes shown smaller than this vanish under their own lines; in a crowd, so does the picture. */
const TINY_PX = 12;

function isTiny({ annotation: { shape } }: Outline, { scale }: View): boolean {
  const bounds = imageKindOf(shape)?.bounds(shape);
  return bounds !== undefined && Math.max(bounds.width, bounds.height) * scale < TINY_PX;
}

/**
 * The thinnest lines there are, a dark one beside each: what they surround stays visible, and thousands of them cost a
 * twentieth of wider ones, which is what makes a crowded picture quick.
 */
function drawTiny(context: CanvasRenderingContext2D, tiny: readonly Outline[], options: DrawOptions): void {
  const thinnest = 1 / context.getTransform().a;
  context.lineWidth = thinnest;
  context.strokeStyle = CASING;
  context.translate(thinnest, thinnest);
  for (const { path } of tiny) context.stroke(path);
  context.translate(-thinnest, -thinnest);
  strokeEach(context, tiny, options);
}

/** Points nearer than this to the one before cannot be told apart; a mask has thousands of them when seen from afar. */
const NEAREST_PX = 1;

/** An annotation's rings in view pixels. */
export function outlineOf({ shape }: Pick<Annotation, 'shape'>, view: View): Path2D {
  const path = new Path2D();
  traceOutline(path, shape, view);
  return path;
}

/** Follows a shape's rings in view pixels. What is left out goes by the view's scale alone: panning changes no line. */
export function traceOutline(path: Pick<Path2D, 'moveTo' | 'lineTo' | 'closePath'>, shape: Shape, view: View): void {
  const kind = imageKindOf(shape);
  if (!kind) return;
  const nearest = (NEAREST_PX / view.scale) ** 2;
  for (const ring of kind.outline(shape)) {
    let last: Point | null = null;
    ring.forEach((point, index) => {
      const isEnd = index === ring.length - 1;
      if (last && !isEnd && (point.x - last.x) ** 2 + (point.y - last.y) ** 2 < nearest) return;
      const x = point.x * view.scale + view.x;
      const y = point.y * view.scale + view.y;
      if (last) path.lineTo(x, y);
      else path.moveTo(x, y);
      last = point;
    });
    if (kind.closed) path.closePath();
  }
}

const TINT = 0.32;

/** The inside of kinds whose border alone would not show what they cover; holes stay clear. */
function drawTints(
  context: CanvasRenderingContext2D,
  outlines: readonly Outline[],
  { lookOf }: Pick<DrawOptions, 'lookOf'>,
): void {
  context.globalAlpha = TINT;
  for (const { annotation, path } of outlines) {
    if (!imageKindOf(annotation.shape)?.tinted) continue;
    context.fillStyle = lookOf(annotation.classId).colour;
    context.fill(path, 'evenodd');
  }
  context.globalAlpha = 1;
}

const DOT_RADIUS_PX = 4.5;

/** Dots of one size at every zoom; those of hidden places are hollow. */
export function drawDots(context: CanvasRenderingContext2D, shape: Shape, colour: string, view: View): void {
  const dots = imageKindOf(shape)?.dots?.(shape);
  if (!dots) return;
  for (const { at, hollow } of dots) {
    context.beginPath();
    context.arc(at.x * view.scale + view.x, at.y * view.scale + view.y, DOT_RADIUS_PX, 0, 2 * Math.PI);
    context.lineWidth = hollow ? 5 : 3;
    context.strokeStyle = '#14130f';
    context.stroke();
    if (hollow) {
      context.lineWidth = 2.5;
      context.strokeStyle = colour;
      context.stroke();
      continue;
    }
    context.fillStyle = colour;
    context.fill('nonzero');
  }
}

/** The class's name on a small plate above the upper left corner; inside where there is no room above. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  annotation: Annotation,
  { view, lookOf }: Pick<DrawOptions, 'view' | 'lookOf'>,
): void {
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  const isDot = bounds?.width === 0 && bounds.height === 0;
  if (!bounds || (!isDot && bounds.width * view.scale < 24)) return;
  const { name, colour } = lookOf(annotation.classId);
  context.font = LABEL_FONT;
  const width = Math.min(context.measureText(name).width, 160) + 10;
  const left = bounds.x * view.scale + view.x - 1;
  const top = bounds.y * view.scale + view.y - (isDot ? DOT_RADIUS_PX + 3 : 0);
  const y = top < LABEL_HEIGHT_PX ? top + 1 : top - LABEL_HEIGHT_PX;
  context.fillStyle = colour;
  context.fillRect(left, y, width, LABEL_HEIGHT_PX);
  context.fillStyle = '#14130f';
  context.textBaseline = 'middle';
  context.fillText(name, left + 5, y + LABEL_HEIGHT_PX / 2 + 1, 160);
}
