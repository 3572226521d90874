import { type Annotation, imageKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { addOutline, drawLabel, type DrawOptions } from './draw-annotations.ts';
import { toView, type View } from './view.ts';

const HANDLE_PX = 9;

/** The one annotation in hand: a fuller line, a tint inside, and its grips. `context` is in view pixels. */
export function drawActive(
  context: CanvasRenderingContext2D,
  annotation: Annotation,
  options: Pick<DrawOptions, 'view' | 'lookOf'> & { readonly handles: boolean },
): void {
  const { view, lookOf } = options;
  const { colour } = lookOf(annotation.classId);
  const path = new Path2D();
  addOutline(path, annotation, view);
  context.globalAlpha = 0.18;
  context.fillStyle = colour;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  context.fill(path);
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
  drawLabel(context, annotation, options);
  if (options.handles) drawHandles(context, annotation.shape, view);
}

/** A shape that is being drawn: a dashed line, no name yet. */
export function drawDraft(context: CanvasRenderingContext2D, shape: Shape, colour: string, view: View): void {
  const path = new Path2D();
  addOutline(path, { id: 'draft', classId: 'draft', origin: 'hand', order: 0, shape }, view);
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0 / 60%)';
  context.stroke(path);
  context.setLineDash([6, 4]);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke(path);
  context.setLineDash([]);
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
  context.lineWidth = 1.5;
  for (const { at } of imageKindOf(shape)?.handles(shape) ?? []) {
    const { x, y } = toView(view, at);
    context.fillStyle = '#ffffff';
    context.strokeStyle = '#14130f';
    context.beginPath();
    context.rect(x - HANDLE_PX / 2, y - HANDLE_PX / 2, HANDLE_PX, HANDLE_PX);
    context.fill();
    context.stroke();
  }
}
