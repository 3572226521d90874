import { type Annotation, imageKindOf, kindOf, type KindName, type Shape } from '../../shared/annotation/annotation.ts';
import type { GestureEvent, ImageKind } from '../../shared/annotation/kind.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import { annotationAt } from './gestures/hit.ts';
import { idleSelect, type SelectState, stepSelect } from './gestures/select-gesture.ts';
import { snapped } from './gestures/snap.ts';
import { toImage, type View } from './view.ts';

/** What the hand is doing on the canvas, whatever the tool. */
export interface Hand {
  readonly doing:
    | { readonly what: 'nothing' }
    | { readonly what: 'panning'; readonly lastInView: Point }
    | { readonly what: 'selecting'; readonly state: SelectState }
    // Each kind has a gesture state of its own that nobody else reads.
    | { readonly what: 'drawing'; readonly state: unknown; readonly fromInView: Point };
  /** Stand in for the annotations with their ids while a hand moves them. */
  readonly preview: readonly Annotation[];
  readonly draft: Shape | null;
  /** The rectangle of a selection under way, in image pixels. */
  readonly marquee: Rect | null;
}

interface HeldKeys {
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** A pointer event in view pixels. Only the left and the middle button mean anything. */
export type HandEvent =
  | ({ readonly type: 'down'; readonly atInView: Point; readonly button: 'left' | 'middle' } & HeldKeys)
  | ({ readonly type: 'move' | 'up'; readonly atInView: Point } & HeldKeys)
  | { readonly type: 'cancel' };

export interface HandContext {
  readonly tool: 'select' | 'draw' | 'pan' | 'look';
  readonly drawKind: KindName;
  /** Those that a hand may reach. */
  readonly annotations: readonly Annotation[];
  readonly selectedIds: readonly string[];
  readonly item: Size;
  readonly view: View;
  /** Grips and new shapes are drawn to borders and points near them. */
  readonly snapping: boolean;
}

/** What is to be done; decided here, carried out by the canvas component. */
export interface HandPlan {
  readonly hand: Hand;
  readonly select?: readonly string[];
  readonly put?: readonly Annotation[];
  readonly add?: Shape;
  readonly panBy?: Point;
  /** A click with the drawing tool on something that is there takes the selecting tool. */
  readonly takeSelectTool?: boolean;
}

export const restingHand: Hand = { doing: { what: 'nothing' }, preview: [], draft: null, marquee: null };

/** How far a hand may miss, in view pixels. */
export const TOLERANCE_PX = 7;

/** One step of the hand. Pure: this is where view pixels become image pixels, once. */
export function stepHand(hand: Hand, event: HandEvent, context: HandContext): HandPlan {
  if (event.type === 'cancel') return { hand: restingHand };
  if (hand.doing.what === 'panning') return pan(hand.doing.lastInView, event);
  if (event.type === 'down' && (event.button === 'middle' || context.tool === 'pan')) {
    return { hand: { ...restingHand, doing: { what: 'panning', lastInView: event.atInView } } };
  }
  const gesture: Pointed = {
    type: event.type,
    at: toImage(context.view, event.atInView),
    tolerancePx: TOLERANCE_PX / context.view.scale,
    ...(event.shift ? { shift: true } : {}),
    ...(event.alt ? { alt: true } : {}),
  };
  switch (context.tool) {
    case 'select':
      return select(hand, gesture, context);
    case 'draw':
      return draw(hand, event.atInView, snappedEvent(gesture, context), context);
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

/** A gesture that happens at a point. */
type Pointed = Extract<GestureEvent, { readonly at: Point }>;

function snappedEvent(event: Pointed, { snapping, annotations, item }: HandContext): Pointed {
  if (!snapping) return event;
  return { ...event, at: snapped(event.at, annotations, item, event.tolerancePx) };
}

function select(hand: Hand, event: Pointed, context: HandContext): HandPlan {
  const before = hand.doing.what === 'selecting' ? hand.doing.state : idleSelect;
  const { annotations, item, snapping } = context;
  const step = stepSelect(before, event, {
    ...context,
    snap: (at, tolerancePx, except) => (snapping ? snapped(at, annotations, item, tolerancePx, except) : at),
  });
  const doing = step.state.phase === 'idle' ? restingHand.doing : { what: 'selecting' as const, state: step.state };
  return {
    hand: { doing, preview: step.preview, draft: null, marquee: step.marquee },
    ...(step.select === undefined ? {} : { select: step.select }),
    ...(step.done ? { put: step.done } : {}),
  };
}

function draw(hand: Hand, atInView: Point, event: Pointed, context: HandContext): HandPlan {
  const kind = kindOf(context.drawKind);
  if (kind.medium !== 'image') return { hand: restingHand };
  const { gesture } = kind as unknown as ImageKind<string, never>;
  const drawing = hand.doing.what === 'drawing' ? hand.doing : null;
  const step = gesture.step(drawing ? drawing.state : gesture.start, event, context.item);
  const fromInView = drawing?.fromInView ?? atInView;
  const idle = step.state === gesture.start;
  const next: Hand = {
    doing: idle ? restingHand.doing : { what: 'drawing', state: step.state, fromInView },
    preview: [],
    draft: step.draft,
    marquee: null,
  };
  if (step.done) return { hand: next, add: step.done };
  // A click without a drag means what lies there.
  const clicked =
    event.type === 'up' && idle && Math.hypot(atInView.x - fromInView.x, atInView.y - fromInView.y) < TOLERANCE_PX;
  const hit = clicked ? annotationAt(context.annotations, event.at, event.tolerancePx) : null;
  return hit ? { hand: next, select: [hit.id], takeSelectTool: true } : { hand: next };
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
      const [onlyId, ...more] = context.selectedIds;
      const selected = more.length > 0 ? undefined : context.annotations.find(({ id }) => id === onlyId);
      const handles = selected ? (imageKindOf(selected.shape)?.handles(selected.shape) ?? []) : [];
      const grip = handles.find((one) => Math.hypot(one.at.x - at.x, one.at.y - at.y) <= tolerancePx * 1.5);
      if (grip) return grip.cursor;
      return annotationAt(context.annotations, at, tolerancePx) ? 'move' : 'default';
    }
  }
}
