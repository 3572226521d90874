import { imageKindOf } from '../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../shared/annotation/kind.ts';
import type { Point } from '../../shared/core/geometry.ts';
import { broughtBack, draw } from './draw-hand.ts';
import { annotationAt, handleAt } from './gestures/hit.ts';
import { idleLink, stepLink } from './gestures/link-gesture.ts';
import { stepRead } from './gestures/read-gesture.ts';
import { idleSelect, stepSelect } from './gestures/select-gesture.ts';
import { snapped } from './gestures/snap.ts';
import { type Hand, type HandContext, type HandEvent, type HandPlan, restingHand, TOLERANCE_PX } from './hand-state.ts';
import { linkAt } from './links/link-lines.ts';
import { toImage } from './view.ts';

/** Keys do not miss: at their place means within half an image pixel, so that they draw the smallest shapes too. */
const KEY_TOLERANCE_PX = 0.5;

/** One step of the hand. Pure: this is where view pixels become image pixels, once. */
export function stepHand(hand: Hand, event: HandEvent, context: HandContext): HandPlan {
  if (event.type === 'cancel') return { hand: restingHand };
  if (event.type === 'forth') return { hand: broughtBack(hand, context) };
  if (!('atInView' in event)) {
    return hand.doing.what === 'drawing' ? draw(hand, hand.doing.fromInView, event, context) : { hand };
  }
  if (hand.doing.what === 'panning') return pan(hand, hand.doing, event);
  if (event.type === 'down' && (event.button === 'middle' || context.tool === 'pan')) {
    const before = hand.doing.what === 'drawing' ? hand : restingHand;
    return { hand: { ...before, doing: { what: 'panning', lastInView: event.atInView, before } } };
  }
  const gesture: Pointed = {
    type: event.type,
    at: event.atInImage ?? toImage(context.view, event.atInView),
    tolerancePx: event.atInImage ? KEY_TOLERANCE_PX : TOLERANCE_PX / context.view.scale,
    ...(event.shift ? { shift: true } : {}),
    ...(event.alt ? { alt: true } : {}),
  };
  switch (context.tool) {
    case 'select':
      return select(hand, event.type === 'down' && event.again ? { ...gesture, again: true } : gesture, context);
    case 'draw':
    case 'cut':
      return draw(hand, event.atInView, snappedEvent(gesture, context), context);
    case 'link':
      return link(hand, gesture, context);
    case 'read': {
      const chosen = () => {
        const { annotations, selectedIds } = context;
        const id =
          linkUnder(gesture, context) ?? annotationAt(annotations, gesture.at, gesture.tolerancePx)?.id ?? null;
        if (id !== null) return withOne(selectedIds, id, gesture.shift ?? false);
        return gesture.shift ? selectedIds : [];
      };
      return stepRead(hand, { type: event.type, atInView: event.atInView, chosen });
    }
    case 'pan':
    case 'look':
      return { hand: restingHand };
  }
}

/** Panning with the middle button while something is drawn leaves it as it was. */
function pan(
  hand: Hand,
  { lastInView, before }: Extract<Hand['doing'], { what: 'panning' }>,
  event: Extract<HandEvent, { readonly atInView: Point }>,
): HandPlan {
  if (event.type === 'up') return { hand: before };
  const { atInView } = event;
  return {
    hand: { ...hand, doing: { what: 'panning', lastInView: atInView, before } },
    panBy: { x: atInView.x - lastInView.x, y: atInView.y - lastInView.y },
  };
}

/** A gesture that happens at a point. */
type Pointed = Extract<GestureEvent, { readonly at: Point }>;

function snappedEvent(event: Pointed, { snapping, annotations, item }: HandContext): Pointed {
  if (!snapping) return event;
  return { ...event, at: snapped(event.at, annotations, item, event.tolerancePx) };
}

function select(hand: Hand, event: Pointed & { readonly again?: boolean }, context: HandContext): HandPlan {
  const before = hand.doing.what === 'selecting' ? hand.doing.state : idleSelect;
  const { annotations, item, snapping } = context;
  const linkId = event.type === 'down' && before.phase === 'idle' ? linkUnder(event, context) : null;
  if (linkId !== null) return { hand: restingHand, select: withOne(context.selectedIds, linkId, event.shift ?? false) };
  const step = stepSelect(before, event, {
    ...context,
    snap: (at, tolerancePx, except) => (snapping ? snapped(at, annotations, item, tolerancePx, except) : at),
  });
  const doing = step.state.phase === 'idle' ? restingHand.doing : { what: 'selecting' as const, state: step.state };
  return {
    hand: { ...restingHand, doing, preview: step.preview, marquee: step.marquee },
    ...(step.select === undefined ? {} : { select: step.select }),
    ...(step.grip === undefined ? {} : { grip: step.grip }),
    ...(step.done ? { put: step.done } : {}),
  };
}

/** A relation under the pointer, unless a grip of what is selected lies there. */
function linkUnder({ at, tolerancePx }: Pointed, { links = [], annotations, selectedIds }: HandContext): string | null {
  const only = selectedIds.length === 1 ? annotations.find(({ id }) => id === selectedIds[0]) : undefined;
  if (only && handleAt(only, at, tolerancePx) !== null) return null;
  return linkAt(links, at, tolerancePx);
}

/** The selection with one more, or without it; alone where nothing is held. */
function withOne(selectedIds: readonly string[], id: string, adding: boolean): readonly string[] {
  if (!adding) return [id];
  return selectedIds.includes(id) ? selectedIds.filter((one) => one !== id) : [...selectedIds, id];
}

function link(hand: Hand, event: Pointed, { annotations, linkFrom = null }: HandContext): HandPlan {
  const before = hand.doing.what === 'linking' ? hand.doing.state : idleLink;
  const { state, line, startAt, join } = stepLink(before, event, { annotations, linkFrom });
  return {
    hand: {
      ...restingHand,
      doing: state.pressed === null ? restingHand.doing : { what: 'linking', state },
      trace: line && { lines: [line], dots: [line[0]] },
    },
    ...(startAt === undefined ? {} : { linkFrom: startAt }),
    ...(join ? { link: join } : {}),
  };
}

/** CSS cursor for what is under the pointer. */
export function cursorFor(context: HandContext, hand: Hand, atInView: Point | null): string {
  if (hand.doing.what === 'panning' || (hand.doing.what === 'reading' && hand.doing.moved)) return 'grabbing';
  switch (context.tool) {
    case 'pan':
      return 'grab';
    case 'draw':
      return context.drawKind === null ? 'not-allowed' : 'crosshair';
    case 'cut':
    case 'link':
      return 'crosshair';
    case 'look':
      return 'zoom-in';
    case 'read': {
      if (!atInView) return 'grab';
      const at = toImage(context.view, atInView);
      return annotationAt(context.annotations, at, TOLERANCE_PX / context.view.scale) ? 'pointer' : 'grab';
    }
    case 'select': {
      if (!atInView) return 'default';
      const at = toImage(context.view, atInView);
      const tolerancePx = TOLERANCE_PX / context.view.scale;
      const [onlyId, ...more] = context.selectedIds;
      const selected = more.length > 0 ? undefined : context.annotations.find(({ id }) => id === onlyId);
      const gripId = selected ? handleAt(selected, at, tolerancePx) : null;
      const grips = selected ? (imageKindOf(selected.shape)?.handles(selected.shape) ?? []) : [];
      const grip = grips.find(({ id }) => id === gripId);
      if (grip) return grip.cursor;
      return annotationAt(context.annotations, at, tolerancePx) ? 'move' : 'default';
    }
  }
}
