/** Whether to look at once what is in view, in the browser's next idle time, or not at all. */
export type LookPlan = 'now' | 'soon' | 'no';

/** Shorter ways are not looked after while scrolling. */
const LOOK_PX = 400;

/**
 * What a page that has scrolled so far since it was looked at asks for, with so much kept ready beyond its frame. Nobody
 * sees bare words while some of that is left, so there is time until no frame waits for it.
 */
export function lookPlan(movedPx: number, marginPx: number): LookPlan {
  const moved = Math.abs(movedPx);
  return moved < LOOK_PX ? 'no' : moved < marginPx - LOOK_PX ? 'soon' : 'now';
}
