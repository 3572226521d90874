import { type Annotation, imageKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import { type Rect, rectsTouch } from '../../shared/core/geometry.ts';
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
}

const LINE_PX = 2;
const CASING_PX = 4;
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
 * Draws annotations, already culled, in one go: one path a colour, a dark casing under it, so that lines stand out on any picture.
 * `context` is in view pixels.
 */
export function drawAnnotations(
  context: CanvasRenderingContext2D,
  annotations: readonly Annotation[],
  options: DrawOptions,
): void {
  const paths = new Map<string, Path2D>();
  for (const annotation of annotations) {
    const { colour } = options.lookOf(annotation.classId);
    const path = paths.get(colour) ?? new Path2D();
    paths.set(colour, path);
    addOutline(path, annotation, options.view);
  }
  drawTints(context, annotations, options);
  context.lineJoin = 'round';
  context.lineWidth = CASING_PX;
  context.strokeStyle = CASING;
  for (const path of paths.values()) context.stroke(path);
  context.lineWidth = LINE_PX;
  for (const [colour, path] of paths) {
    context.strokeStyle = colour;
    context.stroke(path);
  }
  for (const { classId, shape } of annotations) drawDots(context, shape, options.lookOf(classId).colour, options.view);
  if (options.labels) for (const one of annotations) drawLabel(context, one, options);
}

/** Adds an annotation's rings to a path, in view pixels. */
export function addOutline(path: Path2D, annotation: Annotation, view: View): void {
  const kind = imageKindOf(annotation.shape);
  if (!kind) return;
  for (const ring of kind.outline(annotation.shape)) {
    ring.forEach((point, index) => {
      const x = point.x * view.scale + view.x;
      const y = point.y * view.scale + view.y;
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    if (kind.closed) path.closePath();
  }
}

const TINT = 0.32;

/** The inside of kinds whose border alone would not show what they cover; holes stay clear. */
function drawTints(context: CanvasRenderingContext2D, annotations: readonly Annotation[], options: DrawOptions): void {
  const { view, lookOf } = options;
  for (const annotation of annotations) {
    if (!imageKindOf(annotation.shape)?.tinted) continue;
    const path = new Path2D();
    addOutline(path, annotation, view);
    context.globalAlpha = TINT;
    context.fillStyle = lookOf(annotation.classId).colour;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
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
