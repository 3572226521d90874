import type { Point, Size } from '../../shared/core/geometry.ts';
import type { Detail } from './fine-detail.ts';
import type { Picture } from './picture.ts';
import { toView, type View } from './view.ts';

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

/** Where a picture is drawn; `size` is that of the upright original, whatever the decoded picture's is. */
interface Place {
  readonly size: Size;
  readonly view: View;
  readonly frame: Size;
}

/** Draws the picture where the view lays it. Of a large one only the parts in view cost anything. */
export function drawPicture(context: CanvasRenderingContext2D, picture: Picture, { size, view, frame }: Place): void {
  const ratio = context.getTransform().a;
  // view pixels a pixel of the decoded picture; both sides alike but for rounding
  const across = (size.width * view.scale) / picture.width;
  const down = (size.height * view.scale) / picture.height;
  const { overview } = picture;
  if (overview && across * ratio * picture.width <= overview.width) {
    return drawBitmap(context, overview, size, view);
  }
  smooth(context, view);
  for (const tile of picture.tiles) {
    // on whole device pixels, so that no seam shows between tiles
    const left = snapped(view.x + tile.x * across, ratio);
    const top = snapped(view.y + tile.y * down, ratio);
    const right = snapped(view.x + (tile.x + tile.width) * across, ratio);
    const bottom = snapped(view.y + (tile.y + tile.height) * down, ratio);
    const inView = right > 0 && bottom > 0 && left < frame.width && top < frame.height;
    // A bitmap that was closed meanwhile has no size; drawing it would throw.
    if (inView && tile.bitmap.width > 0) context.drawImage(tile.bitmap, left, top, right - left, bottom - top);
  }
  return undefined;
}

/** Draws a part at full resolution over the reduced picture. */
export function drawDetail(context: CanvasRenderingContext2D, { rect, bitmap }: Detail, view: View): void {
  if (bitmap.width === 0) return;
  smooth(context, view);
  const { x, y } = toView(view, rect);
  context.drawImage(bitmap, x, y, rect.width * view.scale, rect.height * view.scale);
}

function drawBitmap(context: CanvasRenderingContext2D, bitmap: ImageBitmap, size: Size, view: View): void {
  if (bitmap.width === 0) return;
  smooth(context, view);
  context.drawImage(bitmap, view.x, view.y, size.width * view.scale, size.height * view.scale);
}

function smooth(context: CanvasRenderingContext2D, view: View): void {
  context.imageSmoothingEnabled = view.scale < PIXELS_FROM_SCALE;
  context.imageSmoothingQuality = 'medium';
}

function snapped(value: number, ratio: number): number {
  return Math.round(value * ratio) / ratio;
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
  drawBitmap(context, unveiled.bitmap, size, view);
  context.restore();
  if (unveiled.mode !== 'lens') return;
  context.beginPath();
  context.arc(unveiled.at.x, unveiled.at.y, unveiled.lensPx / 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = 'rgb(255 255 255 / 80%)';
  context.stroke();
}
