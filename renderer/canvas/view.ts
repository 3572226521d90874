import type { Point, Rect, Size } from '../../shared/core/geometry.ts';

/** How the image lies in the view: view = image * scale + (x, y). View pixels are CSS pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The longest picture (65,535 px) still fits into a window. */
const SMALLEST_SCALE = 0.005;
const LARGEST_SCALE = 64;
/** Of the image must stay in view when panning, so that it is never lost. */
const KEPT_PX = 40;

export function toImage(view: View, pointInView: Point): Point {
  return { x: (pointInView.x - view.x) / view.scale, y: (pointInView.y - view.y) / view.scale };
}

export function toView(view: View, pointInImage: Point): Point {
  return { x: pointInImage.x * view.scale + view.x, y: pointInImage.y * view.scale + view.y };
}

/** The whole image, centred, never enlarged beyond its own pixels. */
export function fitView(image: Size, frame: Size, marginPx = 24): View {
  const scale = Math.min(
    Math.max((frame.width - 2 * marginPx) / image.width, SMALLEST_SCALE),
    Math.max((frame.height - 2 * marginPx) / image.height, SMALLEST_SCALE),
    1,
  );
  return centred(scale, image, frame);
}

/** One image pixel a view pixel, centred. */
export function actualView(image: Size, frame: Size): View {
  return centred(1, image, frame);
}

/** Zooms so that the image point under `anchorInView` stays under it. */
export function zoomAt(view: View, anchorInView: Point, factor: number): View {
  const scale = Math.min(Math.max(view.scale * factor, SMALLEST_SCALE), LARGEST_SCALE);
  const anchor = toImage(view, anchorInView);
  return { scale, x: anchorInView.x - anchor.x * scale, y: anchorInView.y - anchor.y * scale };
}

/** Moves the image, but never quite out of the frame. */
export function panBy(view: View, by: Point, image: Size, frame: Size): View {
  const within = (value: number, length: number, room: number) =>
    Math.min(Math.max(value, KEPT_PX - length * view.scale), room - KEPT_PX);
  return {
    ...view,
    x: within(view.x + by.x, image.width, frame.width),
    y: within(view.y + by.y, image.height, frame.height),
  };
}

/** How far to pan, in view pixels, so that a point of the view is seen with a little room around it. */
export function stepIntoView(pointInView: Point, frame: Size): Point {
  const step = (at: number, room: number): number => {
    const margin = Math.min(KEPT_PX, room / 4);
    return at < margin ? margin - at : at > room - margin ? room - margin - at : 0;
  };
  return { x: step(pointInView.x, frame.width), y: step(pointInView.y, frame.height) };
}

/** The part of image space that the frame shows. */
export function visibleRect(view: View, frame: Size): Rect {
  const { x, y } = toImage(view, { x: 0, y: 0 });
  return { x, y, width: frame.width / view.scale, height: frame.height / view.scale };
}

function centred(scale: number, image: Size, frame: Size): View {
  return { scale, x: (frame.width - image.width * scale) / 2, y: (frame.height - image.height * scale) / 2 };
}
