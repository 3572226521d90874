import { z } from 'zod';
import type { Rect, Size } from '../../shared/core/geometry.ts';

/** Where the window was left, and whether it filled the screen. */
export const windowPlaceSchema = z
  .strictObject({
    x: z.int(),
    y: z.int(),
    width: z.int().min(1),
    height: z.int().min(1),
    maximized: z.boolean(),
  })
  .nullable();
export type WindowPlace = NonNullable<z.infer<typeof windowPlaceSchema>>;

const FIRST: Size = { width: 1360, height: 860 };

/** As much of the title as a hand needs to take hold of the window, in pixels. */
const GRASP = 80;

/**
 * Where the window opens: where it was left if that is still on a screen, never larger than the screen it is on. The
 * first time it is as large as there is room for, and where the system puts it.
 *
 * @param areas what of each screen is free for windows, the first screen first
 */
export function placeOnScreen(left: WindowPlace | null, areas: readonly Rect[]): Size | Rect {
  const [first] = areas;
  if (!first) return FIRST;
  const area = left ? areas.find((one) => isInReach(left, one)) : undefined;
  if (!left || !area) return within(left ?? FIRST, first);
  const { width, height } = within(left, area);
  const inside = (at: number, size: number, from: number, room: number): number =>
    Math.round(Math.min(Math.max(at, from), from + room - size));
  return {
    x: inside(left.x, width, area.x, area.width),
    y: inside(left.y, height, area.y, area.height),
    width,
    height,
  };
}

function within({ width, height }: Size, area: Size): Size {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

/** Whether enough of the window's upper edge lies on a screen. */
function isInReach({ x, y, width }: Rect, area: Rect): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= GRASP && y >= area.y - GRASP && y <= area.y + area.height - GRASP;
}
