import type { Point } from '../../../shared/core/geometry.ts';
import type { Hand, HandPlan } from '../hand-state.ts';
import { restingHand } from '../hand-state.ts';

/** A press that moves less than this is a click. */
const CLICK_PX = 4;

interface Reading {
  readonly type: 'down' | 'move' | 'up';
  readonly atInView: Point;
  /** What is chosen by a click here; asked only where one ends. */
  readonly chosen: () => readonly string[];
}

/** Looking at what somebody else drew: a click chooses what lies there, a drag moves the picture, nothing is changed. */
export function stepRead(hand: Hand, { type, atInView, chosen }: Reading): HandPlan {
  const { doing } = hand;
  if (type === 'down') {
    return {
      hand: { ...restingHand, doing: { what: 'reading', fromInView: atInView, lastInView: atInView, moved: false } },
    };
  }
  if (doing.what !== 'reading') return { hand: restingHand };
  if (type === 'up') {
    if (doing.moved) return { hand: restingHand };
    return { hand: restingHand, select: chosen() };
  }
  const { fromInView, lastInView } = doing;
  const moved = doing.moved || Math.hypot(atInView.x - fromInView.x, atInView.y - fromInView.y) >= CLICK_PX;
  if (!moved) return { hand };
  return {
    hand: { ...hand, doing: { what: 'reading', fromInView, lastInView: atInView, moved } },
    panBy: { x: atInView.x - lastInView.x, y: atInView.y - lastInView.y },
  };
}
