import { type Annotation, imageKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import type { Trace } from '../../shared/annotation/kind.ts';
import { drawDots, drawLabel, type DrawOptions, outlineOf } from './draw-annotations.ts';
import { placeOfHandle } from './gestures/hit.ts';
import { TOLERANCE_PX } from './hand-state.ts';
import { toView, type View } from './view.ts';

const HANDLE_PX = 9;
const VERTEX_RADIUS_PX = 4.5;

/** The one annotation in hand: a fuller line, a tint inside, and its grips. `context` is in view pixels. */
export function drawActive(
  context: CanvasRenderingContext2D,
  annotation: Annotation,
  options: Pick<DrawOptions, 'view' | 'lookOf'> & { readonly handles: boolean },
): void {
  const { view, lookOf } = options;
  const { colour } = lookOf(annotation.classId);
  const path = outlineOf(annotation, view);
  context.globalAlpha = 0.18;
  context.fillStyle = colour;
  if (imageKindOf(annotation.shape)?.closed) context.fill(path, 'evenodd');
  context.globalAlpha = 1;
  context.lineJoin = 'round';
  context.strokeStyle = '#000000';
  context.lineWidth = 6;
  context.stroke(path);
  context.strokeStyle = '#ffffff';
  context.lineWidth = 4;
  context.stroke(path);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke(path);
  drawDots(context, annotation.shape, colour, view);
  drawLabel(context, annotation, options);
  if (options.handles) drawHandles(context, annotation.shape, view);
}

/** What is being drawn: a dashed line, no name yet. */
export function drawDraft(context: CanvasRenderingContext2D, draft: Draft, view: View): void {
  const { shape, trace, colour } = draft;
  if (trace) drawTrace(context, trace, colour, view);
  if (!shape) return;
  const path = outlineOf({ shape }, view);
  drawDashed(context, path, colour);
  drawDots(context, shape, colour, view);
}

/** A shape or lines under way, in the colour of the class. */
export interface Draft {
  readonly shape: Shape | null;
  readonly trace: Trace | null;
  readonly colour: string;
}

function drawDashed(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0 / 60%)';
  context.stroke(path);
  context.setLineDash([6, 4]);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke(path);
  context.setLineDash([]);
}

/** Lines and points so far; with a brush the lines are as wide as it is, ringed so that it is seen on any picture. */
function drawTrace(context: CanvasRenderingContext2D, trace: Trace, colour: string, view: View): void {
  const path = new Path2D();
  for (const line of trace.lines) {
    line.forEach((point, index) => {
      const { x, y } = toView(view, point);
      if (index === 0) path.moveTo(x, y);
      // a line of one point is a dot: a brush that was only put down
      path.lineTo(x, y);
    });
  }
  if (trace.widthPx === undefined) drawDashed(context, path, colour);
  else {
    const width = trace.widthPx * view.scale;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.globalAlpha = 0.5;
    context.lineWidth = width;
    context.strokeStyle = trace.removes ? '#ffffff' : colour;
    context.stroke(path);
    context.globalAlpha = 1;
    const last = trace.lines.at(-1)?.at(-1);
    if (last) drawRing(context, toView(view, last), width / 2);
  }
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#14130f';
  context.lineWidth = 1.5;
  for (const dot of trace.dots) {
    const { x, y } = toView(view, dot);
    context.beginPath();
    context.arc(x, y, VERTEX_RADIUS_PX, 0, 2 * Math.PI);
    context.fill('nonzero');
    context.stroke();
  }
}

function drawRing(context: CanvasRenderingContext2D, at: Point, radius: number): void {
  for (const [colour, width] of [
    ['#14130f', 3],
    ['#ffffff', 1.5],
  ] as const) {
    context.beginPath();
    context.arc(at.x, at.y, Math.max(radius, 1), 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** The rectangle of a selection under way. */
export function drawMarquee(context: CanvasRenderingContext2D, rect: Rect, view: View): void {
  const { x, y } = toView(view, rect);
  const [width, height] = [rect.width * view.scale, rect.height * view.scale];
  context.fillStyle = 'rgb(255 255 255 / 14%)';
  context.fillRect(x, y, width, height);
  context.lineWidth = 1;
  context.strokeStyle = 'rgb(0 0 0 / 70%)';
  context.strokeRect(x, y, width, height);
  context.setLineDash([5, 4]);
  context.strokeStyle = '#ffffff';
  context.strokeRect(x, y, width, height);
  context.setLineDash([]);
}

/** Thin lines through the pointer, to place a corner. */
export function drawCrosshair(context: CanvasRenderingContext2D, at: Point, frame: Size): void {
  const x = Math.round(at.x) + 0.5;
  const y = Math.round(at.y) + 0.5;
  for (const [colour, width] of [
    ['rgb(0 0 0 / 35%)', 2],
    ['rgb(255 255 255 / 75%)', 1],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, frame.height);
    context.moveTo(0, y);
    context.lineTo(frame.width, y);
    context.stroke();
  }
}

function drawHandles(context: CanvasRenderingContext2D, shape: Shape, view: View): void {
  const dots = imageKindOf(shape)?.dots?.(shape);
  // The dots of a skeleton or a point are its grips, and say more than a grip would.
  if (dots) return;
  for (const handle of imageKindOf(shape)?.handles(shape) ?? []) {
    const { x, y } = toView(view, placeOfHandle(handle, TOLERANCE_PX / view.scale));
    if (handle.away) {
      const foot = toView(view, handle.at);
      context.beginPath();
      context.moveTo(foot.x, foot.y);
      context.lineTo(x, y);
      context.lineWidth = 3;
      context.strokeStyle = '#14130f';
      context.stroke();
      context.lineWidth = 1.5;
      context.strokeStyle = '#ffffff';
      context.stroke();
    }
    context.lineWidth = 1.5;
    context.fillStyle = '#ffffff';
    context.strokeStyle = '#14130f';
    context.beginPath();
    if (handle.isVertex || handle.away) context.arc(x, y, VERTEX_RADIUS_PX, 0, 2 * Math.PI);
    else context.rect(x - HANDLE_PX / 2, y - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX);
    context.fill('nonzero');
    context.stroke();
  }
}
