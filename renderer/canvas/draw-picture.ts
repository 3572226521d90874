import type { Point, Size } from '../../shared/core/geometry.ts';
import type { View } from './view.ts';

/** What of a hidden item is unveiled now. */
export interface Unveiled {
  readonly bitmap: ImageBitmap;
  /** `lens`: a grey circle around `at`; then the whole in grey; then in colour. */
  readonly mode: 'lens' | 'grey' | 'colour';
  /** Centre of the lens in view pixels. */
  readonly at: Point;
  readonly lensPx: number;
}

/** From this scale on pixels are shown as squares, so that borders can be placed exactly. */
const PIXELS_FROM_SCALE = 4;

/** Draws the picture where the view lays it; `size` is that of the upright original, whatever the bitmap's is. */
export function drawPicture(context: CanvasRenderingContext2D, bitmap: ImageBitmap, size: Size, view: View): void {
  // A bitmap that was closed meanwhile has no size; drawing it would throw.
  if (bitmap.width === 0) return;
  context.imageSmoothingEnabled = view.scale < PIXELS_FROM_SCALE;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, view.x, view.y, size.width * view.scale, size.height * view.scale);
}

/** Draws what is unveiled over the derivative. */
export function drawUnveiled(context: CanvasRenderingContext2D, unveiled: Unveiled, size: Size, view: View): void {
  context.save();
  if (unveiled.mode !== 'colour') context.filter = 'grayscale(1)';
  if (unveiled.mode === 'lens') {
    context.beginPath();
    context.arc(unveiled.at.x, unveiled.at.y, unveiled.lensPx / 2, 0, 2 * Math.PI);
    context.clip();
  }
  drawPicture(context, unveiled.bitmap, size, view);
  context.restore();
  if (unveiled.mode !== 'lens') return;
  context.beginPath();
  context.arc(unveiled.at.x, unveiled.at.y, unveiled.lensPx / 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = 'rgb(255 255 255 / 80%)';
  context.stroke();
}
