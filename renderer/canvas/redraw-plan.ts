import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { toView, type View } from './view.ts';

/** What the canvas shows now. */
export interface Drawn {
  readonly view: View;
  readonly frame: Size;
}

/**
 * How to bring a drawing up to date: all of it anew; or shift what is there and draw only the patches that the shift
 * laid bare and that changed. All in view pixels, patches on whole device pixels, so that their borders cannot be seen.
 * `stretch`: neither is quick; a copy stands in until the hand rests.
 */
export type RedrawPlan =
  | { readonly how: 'anew' }
  | { readonly how: 'stretch' }
  | { readonly how: 'patch'; readonly shift: Point; readonly patches: readonly Rect[] };

/** Lines, dots and grips reach this far beyond the bounds of their shape, in view pixels. */
export const REACH_PX = 12;
/** Patches that cover more of the frame than this are no quicker than drawing anew. */
const PATCHED_SHARE = 0.6;
const MOST_PATCHES = 60;
const WHOLE_TOLERANCE = 1e-3;

/**
 * Decides how to go from `drawn` to `wanted`, when `changed` (bounds in image pixels) is out of date.
 *
 * @param ratio device pixels a view pixel
 */
export function planRedraw(drawn: Drawn, wanted: Drawn, changed: readonly Rect[], ratio: number): RedrawPlan {
  const { frame, view } = wanted;
  if (frame.width !== drawn.frame.width || frame.height !== drawn.frame.height) return { how: 'anew' };
  if (changed.length > MOST_PATCHES) return { how: 'anew' };
  if (view.scale !== drawn.view.scale) return { how: changed.length > 0 ? 'anew' : 'stretch' };
  const shift = { x: view.x - drawn.view.x, y: view.y - drawn.view.y };
  if (!isWhole(shift.x * ratio) || !isWhole(shift.y * ratio)) {
    return { how: changed.length > 0 ? 'anew' : 'stretch' };
  }
  const patches = [...laidBare(shift, frame), ...changed.map((rect) => reachOf(rect, view))]
    .map((rect) => onDevicePixels(rect, frame, ratio))
    .filter((rect) => rect.width > 0 && rect.height > 0);
  const area = patches.reduce((sum, { width, height }) => sum + width * height, 0);
  if (area > PATCHED_SHARE * frame.width * frame.height) return { how: 'anew' };
  return { how: 'patch', shift, patches };
}

/** The strips of the frame that a shift leaves empty. */
function laidBare(shift: Point, frame: Size): readonly Rect[] {
  const width = Math.min(Math.abs(shift.x), frame.width);
  const height = Math.min(Math.abs(shift.y), frame.height);
  return [
    { x: shift.x > 0 ? 0 : frame.width - width, y: 0, width, height: frame.height },
    { x: 0, y: shift.y > 0 ? 0 : frame.height - height, width: frame.width, height },
  ];
}

function reachOf(rect: Rect, view: View): Rect {
  const { x, y } = toView(view, rect);
  return {
    x: x - REACH_PX,
    y: y - REACH_PX,
    width: rect.width * view.scale + 2 * REACH_PX,
    height: rect.height * view.scale + 2 * REACH_PX,
  };
}

/** Grown to whole device pixels, cut to the frame. */
function onDevicePixels(rect: Rect, frame: Size, ratio: number): Rect {
  const left = Math.max(Math.floor(rect.x * ratio) / ratio, 0);
  const top = Math.max(Math.floor(rect.y * ratio) / ratio, 0);
  const right = Math.min(Math.ceil((rect.x + rect.width) * ratio) / ratio, frame.width);
  const bottom = Math.min(Math.ceil((rect.y + rect.height) * ratio) / ratio, frame.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < WHOLE_TOLERANCE;
}
