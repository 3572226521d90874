import type { z } from 'zod';
import { type Annotation, kindOf, type KindName, type Shape } from '../../shared/annotation/annotation.ts';
import type { DrawEvent, DrawSetting, ImageKind } from '../../shared/annotation/kind.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import { reshaped } from './gestures/change.ts';
import { annotationAt } from './gestures/hit.ts';
import { type Hand, type HandContext, type HandPlan, restingHand, TOLERANCE_PX, type Undone } from './hand-state.ts';

/** One step of drawing, or of a cut, which is drawn as a line is. */
export function draw(hand: Hand, atInView: Point, event: DrawEvent, context: HandContext): HandPlan {
  const gesture = gestureInHand(context);
  if (!gesture) return { hand: restingHand };
  const drawing = hand.doing.what === 'drawing' ? hand.doing : null;
  const continued = gesture.resume ? continuedOf(context) : null;
  const before: unknown = drawing?.state ?? (continued ? gesture.resume?.(continued.shape) : gesture.start);
  const step = gesture.step(before, event, { ...context.item, ...context.setting });
  const fromInView = drawing?.fromInView ?? atInView;
  const idle = step.state === gesture.start || (drawing === null && step.state === before);
  const next: Hand = {
    ...restingHand,
    doing: idle ? restingHand.doing : { what: 'drawing', state: step.state, fromInView },
    draft: step.draft,
    trace: step.trace ?? null,
    undone: undoneAfter(event, hand, context),
  };
  if (step.emptied && continued) return { hand: next, remove: continued.id };
  if (step.done && context.tool === 'cut') return { hand: next, cut: pointsOf(step.done) };
  if (step.done) {
    const staysInHand = gesture.staysInHand ?? false;
    if (continued)
      return { hand: next, put: [reshaped(continued, step.done)], select: staysInHand ? [continued.id] : [] };
    return { hand: next, add: step.done, ...(staysInHand ? { addSelected: true } : {}) };
  }
  // A click without a drag means what lies there.
  const clicked =
    drawing !== null &&
    event.type === 'up' &&
    idle &&
    Math.hypot(atInView.x - fromInView.x, atInView.y - fromInView.y) < TOLERANCE_PX;
  const hit = clicked ? annotationAt(context.annotations, event.at, event.tolerancePx) : null;
  return hit ? { hand: next, select: [hit.id], takeSelectTool: true } : { hand: next };
}

/** Whether a press now is held and dragged; otherwise it is a click. */
export function pressHolds(hand: Hand, context: HandContext): boolean {
  const gesture = context.tool === 'draw' || context.tool === 'cut' ? gestureInHand(context) : null;
  const state: unknown = hand.doing.what === 'drawing' ? hand.doing.state : gesture?.start;
  return gesture?.holds?.(state) ?? false;
}

/** How the tool in hand draws. Null when the active class cannot be drawn. */
function gestureInHand({ tool, drawKind }: HandContext): ImageKind<string, z.ZodType<Shape>>['gesture'] | null {
  const name = tool === 'cut' ? 'polyline' : drawKind;
  const kind = name === null ? null : kindOf(name);
  return kind?.medium === 'image' ? (kind as unknown as ImageKind<string, z.ZodType<Shape>>).gesture : null;
}

function pointsOf(shape: Shape): readonly Point[] {
  return shape.kind === 'polyline' ? shape.points : [];
}

/** What of the points that were taken back can still come again: all while the hand only moves. */
function undoneAfter(event: DrawEvent, hand: Hand, context: HandContext): readonly Undone[] {
  if (event.type === 'move') return hand.undone;
  if (event.type !== 'back') return [];
  return [...hand.undone, { hand: { ...hand, undone: [] }, drew: whatIsDrawn(context) }];
}

/** The hand before the last point was taken back; as it is when there is none, or something else is drawn now. */
export function broughtBack(hand: Hand, context: HandContext): Hand {
  const last = hand.undone.at(-1);
  return last?.drew === whatIsDrawn(context) ? { ...last.hand, undone: hand.undone.slice(0, -1) } : hand;
}

function whatIsDrawn(context: HandContext): string {
  return JSON.stringify([context.tool, context.drawKind, continuedOf(context)?.id ?? null]);
}

/** The one selected annotation that drawing goes on with: of the kind that is drawn. */
function continuedOf({ annotations, selectedIds, drawKind }: HandContext): Annotation | null {
  const [onlyId, ...more] = selectedIds;
  if (onlyId === undefined || more.length > 0) return null;
  return annotations.find(({ id, shape }) => id === onlyId && shape.kind === drawKind) ?? null;
}

/** A new shape in the middle of what is seen, for drawing from the keyboard; null when the class lacks what it needs. */
export function shapeInTheMiddle(
  kindName: KindName,
  visible: { readonly centre: Point; readonly size: Size },
  setting: DrawSetting,
): Shape | null {
  const kind = kindOf(kindName);
  if (kind.medium !== 'image') return null;
  const { centre, size } = visible;
  const rect = { x: centre.x - size.width / 2, y: centre.y - size.height / 2, ...size };
  return kind.inRect(rect, setting);
}
