import { type Annotation, imageKindOf, kindOf, type KindName, type Shape } from '../../shared/annotation/annotation.ts';
import type { DrawEvent, DrawSetting, GestureEvent, ImageKind, LinkEnds, Trace } from '../../shared/annotation/kind.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import type { z } from 'zod';
import { reshaped } from './gestures/change.ts';
import { annotationAt, handleAt } from './gestures/hit.ts';
import { idleLink, type LinkState, stepLink } from './gestures/link-gesture.ts';
import { idleSelect, type SelectState, stepSelect } from './gestures/select-gesture.ts';
import { snapped } from './gestures/snap.ts';
import { linkAt, type LinkLine } from './links/link-lines.ts';
import { toImage, type View } from './view.ts';
import type { Tool } from '../workbench/workbench.ts';

/** What the hand is doing on the canvas, whatever the tool. */
export interface Hand {
  readonly doing:
    | { readonly what: 'nothing' }
    | { readonly what: 'panning'; readonly lastInView: Point; readonly before: Hand }
    | { readonly what: 'selecting'; readonly state: SelectState }
    | { readonly what: 'linking'; readonly state: LinkState }
    // Each kind has a gesture state of its own that nobody else reads.
    | { readonly what: 'drawing'; readonly state: unknown; readonly fromInView: Point };
  /** Stand in for the annotations with their ids while a hand moves them. */
  readonly preview: readonly Annotation[];
  readonly draft: Shape | null;
  /** What is drawn so far of something that is no shape yet. */
  readonly trace: Trace | null;
  /** The rectangle of a selection under way, in image pixels. */
  readonly marquee: Rect | null;
  /** Points that were taken back and can come again, the last one last. Any other stroke forgets them. */
  readonly undone: readonly Undone[];
}

/** The hand before a point was taken back, and what it drew. */
interface Undone {
  readonly hand: Hand;
  readonly drew: string;
}

interface Pointing {
  readonly atInView: Point;
  /** The exact place, where keys point: the way over view pixels would round it. */
  readonly atInImage?: Point;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** A pointer event in view pixels. Only the left and the middle button mean anything. */
export type HandEvent =
  | ({
      readonly type: 'down';
      readonly button: 'left' | 'middle';
      /** The second press of a double click. */
      readonly again?: boolean;
    } & Pointing)
  | ({ readonly type: 'move' | 'up' } & Pointing)
  /** Keys while drawing: what is drawn is complete, is a part, lost its last point; the state of a key point. */
  | { readonly type: 'finish' | 'part' | 'back' | 'cycle' }
  /** The point that was taken back last comes again. */
  | { readonly type: 'forth' }
  | { readonly type: 'cancel' };

export interface HandContext {
  readonly tool: Tool;
  /** What the drawing tool draws; null while the active class cannot be drawn. */
  readonly drawKind: KindName | null;
  /** Those that a hand may reach. */
  readonly annotations: readonly Annotation[];
  readonly selectedIds: readonly string[];
  /** Relations that are shown, and where the one under way starts. */
  readonly links?: readonly LinkLine[];
  readonly linkFrom?: string | null;
  readonly item: Size;
  readonly view: View;
  /** Grips and new shapes are drawn to borders and points near them. */
  readonly snapping: boolean;
  /** What kinds need to know besides the item: key points of the class, the brush. */
  readonly setting?: Omit<DrawSetting, keyof Size>;
}

/** What is to be done; decided here, carried out by the canvas component. */
export interface HandPlan {
  readonly hand: Hand;
  readonly select?: readonly string[];
  /** The grip that keys move from now on. */
  readonly grip?: string | null;
  readonly put?: readonly Annotation[];
  readonly add?: Shape;
  /** What is added stays in hand: the next stroke goes on with it. */
  readonly addSelected?: boolean;
  /** The line that what is selected is cut along. */
  readonly cut?: readonly Point[];
  readonly remove?: string;
  readonly panBy?: Point;
  /** A relation starts here; its other end is still to be chosen. */
  readonly linkFrom?: string;
  /** A relation joins these two. */
  readonly link?: LinkEnds;
  /** A click with the drawing tool on something that is there takes the selecting tool. */
  readonly takeSelectTool?: boolean;
}

export const restingHand: Hand = {
  doing: { what: 'nothing' },
  preview: [],
  draft: null,
  trace: null,
  marquee: null,
  undone: [],
};

/** How far a hand may miss, in view pixels. */
export const TOLERANCE_PX = 7;
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

function draw(hand: Hand, atInView: Point, event: DrawEvent, context: HandContext): HandPlan {
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

/** How the tool in hand draws: a cut is drawn as a line is. Null when the active class cannot be drawn. */
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
function broughtBack(hand: Hand, context: HandContext): Hand {
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

/** CSS cursor for what is under the pointer. */
export function cursorFor(context: HandContext, hand: Hand, atInView: Point | null): string {
  if (hand.doing.what === 'panning') return 'grabbing';
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
