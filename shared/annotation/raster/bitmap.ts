import type { Point, Rect, Size } from '../../core/geometry.ts';
import { nearestOnSegment } from '../shapes/lines.ts';

/** A window of pixels, row by row, 1 where the mask is. `x` and `y` say where it lies in the image. */
export interface Bitmap extends Rect {
  readonly bits: Uint8Array;
}

export function emptyBitmap({ x, y, width, height }: Rect): Bitmap {
  return { x, y, width, height, bits: new Uint8Array(width * height) };
}

/** The pixels that a rectangle touches, cut at the borders of the item; null when none is left. */
export function pixelsAround(rect: Rect, item: Size): Rect | null {
  const left = Math.max(Math.floor(rect.x), 0);
  const top = Math.max(Math.floor(rect.y), 0);
  const right = Math.min(Math.ceil(rect.x + rect.width), item.width);
  const bottom = Math.min(Math.ceil(rect.y + rect.height), item.height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

export function isSet(bitmap: Bitmap, x: number, y: number): boolean {
  const [column, row] = [x - bitmap.x, y - bitmap.y];
  if (column < 0 || row < 0 || column >= bitmap.width || row >= bitmap.height) return false;
  return bitmap.bits[row * bitmap.width + column] === 1;
}

/** Both together, in a window around both. */
export function united(a: Bitmap, b: Bitmap): Bitmap {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  const all = emptyBitmap({ x, y, width, height });
  for (const one of [a, b]) {
    for (let row = 0; row < one.height; row += 1) {
      const from = row * one.width;
      const to = (one.y - y + row) * width + one.x - x;
      for (let column = 0; column < one.width; column += 1) {
        if (one.bits[from + column] === 1) all.bits[to + column] = 1;
      }
    }
  }
  return all;
}

/** `a` where `b` is not. */
export function without(a: Bitmap, b: Bitmap): Bitmap {
  const bits = a.bits.slice();
  for (let row = 0; row < a.height; row += 1) {
    for (let column = 0; column < a.width; column += 1) {
      if (isSet(b, a.x + column, a.y + row)) bits[row * a.width + column] = 0;
    }
  }
  return { ...a, bits };
}

/** The smallest window that holds every set pixel; null when there is none. */
export function trimmed(bitmap: Bitmap): Bitmap | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let row = 0; row < bitmap.height; row += 1) {
    for (let column = 0; column < bitmap.width; column += 1) {
      if (bitmap.bits[row * bitmap.width + column] !== 1) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  }
  if (right < 0) return null;
  const [width, height] = [right - left + 1, bottom - top + 1];
  if (width === bitmap.width && height === bitmap.height) return bitmap;
  const small = emptyBitmap({ x: bitmap.x + left, y: bitmap.y + top, width, height });
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * bitmap.width + left;
    small.bits.set(bitmap.bits.subarray(from, from + width), row * width);
  }
  return small;
}

/** Every pixel whose middle a round brush touches on its way through the points; null when it is all off the item. */
export function strokeBitmap(points: readonly Point[], radiusPx: number, item: Size): Bitmap | null {
  const radius = Math.max(radiusPx, Math.SQRT1_2);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - radius, Math.min(...ys) - radius];
  const around = { x: left, y: top, width: Math.max(...xs) + radius - left, height: Math.max(...ys) + radius - top };
  const pixels = pixelsAround(around, item);
  if (!pixels) return null;
  const painted = emptyBitmap(pixels);
  points.forEach((from, index) => {
    paintCapsule(painted, from, points[index + 1] ?? from, radius);
  });
  return trimmed(painted);
}

function paintCapsule(bitmap: Bitmap, from: Point, to: Point, radius: number): void {
  const corner = { x: Math.min(from.x, to.x) - radius - bitmap.x, y: Math.min(from.y, to.y) - radius - bitmap.y };
  const end = { x: Math.max(from.x, to.x) + radius - bitmap.x, y: Math.max(from.y, to.y) + radius - bitmap.y };
  for (let row = Math.max(Math.floor(corner.y), 0); row < Math.min(Math.ceil(end.y), bitmap.height); row += 1) {
    for (
      let column = Math.max(Math.floor(corner.x), 0);
      column < Math.min(Math.ceil(end.x), bitmap.width);
      column += 1
    ) {
      const at = { x: bitmap.x + column + 0.5, y: bitmap.y + row + 0.5 };
      const near = nearestOnSegment(at, from, to);
      if (Math.hypot(near.x - at.x, near.y - at.y) <= radius) bitmap.bits[row * bitmap.width + column] = 1;
    }
  }
}

/** The empty area around a pixel that the mask encloses on all sides; null when it reaches the open. */
export function enclosedArea(bitmap: Bitmap, at: Point): Bitmap | null {
  const start = { x: Math.floor(at.x) - bitmap.x, y: Math.floor(at.y) - bitmap.y };
  const { width, height, bits } = bitmap;
  const area = emptyBitmap(bitmap);
  const waiting: number[] = [];
  const reach = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const place = y * width + x;
    if (bits[place] === 0 && area.bits[place] === 0) {
      area.bits[place] = 1;
      waiting.push(place);
    }
    return true;
  };
  if (!reach(start.x, start.y)) return null;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const [x, y] = [place % width, Math.floor(place / width)];
    if (![reach(x - 1, y), reach(x + 1, y), reach(x, y - 1), reach(x, y + 1)].every(Boolean)) return null;
  }
  return trimmed(area);
}
