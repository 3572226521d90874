import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Point } from '../../shared/core/geometry.ts';
import { placeOfHandle } from './gestures/hit.ts';
import { gripsOf } from './gestures/vertices.ts';
import { TOLERANCE_PX } from './hand-state.ts';
import { toView, type View } from './view.ts';

const GRIP_RADIUS_PX = 8;
const PEN_RADIUS_PX = 10;

/** The vertex or grip that keys move: filled in the middle and ringed, so that it is found on any picture. */
export function drawGripInHand(
  context: CanvasRenderingContext2D,
  annotation: Annotation,
  gripId: string,
  view: View,
): void {
  const grip = gripsOf(annotation).find(({ id }) => id === gripId);
  if (!grip) return;
  const at = toView(view, placeOfHandle(grip, TOLERANCE_PX / view.scale));
  drawRings(context, at, GRIP_RADIUS_PX);
  context.fillStyle = '#14130f';
  context.beginPath();
  context.arc(at.x, at.y, 2.5, 0, 2 * Math.PI);
  context.fill('nonzero');
}

/** Where keys draw: a ring around the exact place, which stays free. */
export function drawPen(context: CanvasRenderingContext2D, pointInImage: Point, view: View): void {
  drawRings(context, toView(view, pointInImage), PEN_RADIUS_PX);
}

function drawRings(context: CanvasRenderingContext2D, at: Point, radiusPx: number): void {
  for (const [colour, width] of [
    ['#14130f', 5],
    ['#ffffff', 3],
    ['#14130f', 1],
  ] as const) {
    context.beginPath();
    context.arc(at.x, at.y, radiusPx, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
