import { type Annotation, imageKindOf, kindOf, type KindName, type Shape } from '../../shared/annotation/annotation.ts';
import type { GestureEvent, ImageKind } from '../../shared/annotation/kind.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import { annotationAt } from './gestures/hit.ts';
import { idleSelect, type SelectState, stepSelect } from './gestures/select-gesture.ts';
import { toImage, type View } from './view.ts';

/** What the hand is doing on the canvas, whatever the tool. */
export interface Hand {
  readonly doing:
    | { readonly what: 'nothing' }
    | { readonly what: 'panning'; readonly lastInView: Point }
    | { readonly what: 'selecting'; readonly state: SelectState }
    // Each kind has a gesture state of its own that nobody else reads.
    | { readonly what: 'drawing'; readonly state: unknown; readonly fromInView: Point };
  readonly preview: Annotation | null;
  readonly draft: Shape | null;
}

/** A pointer event in view pixels. Only the left and the middle button mean anything. */
export type HandEvent =
  | { readonly type: 'down'; readonly atInView: Point; readonly button: 'left' | 'middle' }
  | { readonly type: 'move' | 'up'; readonly atInView: Point }
  | { readonly type: 'cancel' };

export interface HandContext {
  readonly tool: 'select' | 'draw' | 'pan' | 'look';
  readonly drawKind: KindName;
  readonly annotations: readonly Annotation[];
  readonly selectedId: string | null;
  readonly item: Size;
  readonly view: View;
}

/** What is to be done; decided here, carried out by the canvas component. */
export interface HandPlan {
  readonly hand: Hand;
  readonly select?: string | null;
  readonly put?: Annotation;
  readonly add?: Shape;
  readonly panBy?: Point;
  /** A click with the drawing tool on something that is there takes the selecting tool. */
  readonly takeSelectTool?: boolean;
}

export const restingHand: Hand = { doing: { what: 'nothing' }, preview: null, draft: null };

/** How far a hand may miss, in view pixels. */
export const TOLERANCE_PX = 7;

/** One step of the hand. Pure: this is where view pixels become image pixels, once. */
export function stepHand(hand: Hand, event: HandEvent, context: HandContext): HandPlan {
  if (event.type === 'cancel') return { hand: restingHand };
  if (hand.doing.what === 'panning') return pan(hand.doing.lastInView, event);
  if (event.type === 'down' && (event.button === 'middle' || context.tool === 'pan')) {
    return { hand: { ...restingHand, doing: { what: 'panning', lastInView: event.atInView } } };
  }
  const gesture: GestureEvent = {
    type: event.type,
    at: toImage(context.view, event.atInView),
    tolerancePx: TOLERANCE_PX / context.view.scale,
  };
  switch (context.tool) {
    case 'select':
      return select(hand, gesture, context);
    case 'draw':
      return draw(hand, event.atInView, gesture, context);
    case 'pan':
    case 'look':
      return { hand: restingHand };
  }
}

function pan(lastInView: Point, event: Exclude<HandEvent, { type: 'cancel' }>): HandPlan {
  if (event.type === 'up') return { hand: restingHand };
  const { atInView } = event;
  return {
    hand: { ...restingHand, doing: { what: 'panning', lastInView: atInView } },
    panBy: { x: atInView.x - lastInView.x, y: atInView.y - lastInView.y },
  };
}

function select(hand: Hand, event: GestureEvent, context: HandContext): HandPlan {
  const before = hand.doing.what === 'selecting' ? hand.doing.state : idleSelect;
  const step = stepSelect(before, event, context);
  const doing = step.state.phase === 'idle' ? restingHand.doing : { what: 'selecting' as const, state: step.state };
  return {
    hand: { doing, preview: step.preview, draft: null },
    ...(step.select === undefined ? {} : { select: step.select }),
    ...(step.done ? { put: step.done } : {}),
  };
}

function draw(hand: Hand, atInView: Point, event: GestureEvent, context: HandContext): HandPlan {
  const kind = kindOf(context.drawKind);
  if (kind.medium !== 'image') return { hand: restingHand };
  const { gesture } = kind as unknown as ImageKind<string, never>;
  const drawing = hand.doing.what === 'drawing' ? hand.doing : null;
  const step = gesture.step(drawing ? drawing.state : gesture.start, event, context.item);
  const fromInView = drawing?.fromInView ?? atInView;
  const idle = step.state === gesture.start;
  const next: Hand = {
    doing: idle ? restingHand.doing : { what: 'drawing', state: step.state, fromInView },
    preview: null,
    draft: step.draft,
  };
  if (step.done) return { hand: next, add: step.done };
  // A click without a drag means what lies there.
  const clicked =
    event.type === 'up' && idle && Math.hypot(atInView.x - fromInView.x, atInView.y - fromInView.y) < TOLERANCE_PX;
  const hit = clicked ? annotationAt(context.annotations, event.at, event.tolerancePx) : null;
  return hit ? { hand: next, select: hit.id, takeSelectTool: true } : { hand: next };
}

/** A new shape in the middle of what is seen, for drawing from the keyboard; null when the kind knows no press and drag. */
export function shapeInTheMiddle(
  kindName: KindName,
  visible: { readonly centre: Point; readonly size: Size },
  item: Size,
): Shape | null {
  const kind = kindOf(kindName);
  if (kind.medium !== 'image') return null;
  const { gesture } = kind as unknown as ImageKind<string, never>;
  const { centre, size } = visible;
  const corner = (sign: 1 | -1): Point => ({
    x: centre.x + (sign * size.width) / 2,
    y: centre.y + (sign * size.height) / 2,
  });
  let state: unknown = gesture.start;
  let done: Shape | null = null;
  for (const [type, at] of [
    ['down', corner(-1)],
    ['move', corner(1)],
    ['up', corner(1)],
  ] as const) {
    const step = gesture.step(state, { type, at, tolerancePx: 0 }, item);
    state = step.state;
    done = step.done;
  }
  return done;
}

/** CSS cursor for what is under the pointer. */
export function cursorFor(context: HandContext, hand: Hand, atInView: Point | null): string {
  if (hand.doing.what === 'panning') return 'grabbing';
  switch (context.tool) {
    case 'pan':
      return 'grab';
    case 'draw':
      return 'crosshair';
    case 'look':
      return 'zoom-in';
    case 'select': {
      if (!atInView) return 'default';
      const at = toImage(context.view, atInView);
      const tolerancePx = TOLERANCE_PX / context.view.scale;
      const selected = context.annotations.find(({ id }) => id === context.selectedId);
      const handles = selected ? (imageKindOf(selected.shape)?.handles(selected.shape) ?? []) : [];
      const grip = handles.find((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) <= tolerancePx * 1.5);
      if (grip) return grip.cursor;
      return annotationAt(context.annotations, at, tolerancePx) ? 'move' : 'default';
    }
  }
}
