import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../shared/annotation/kind.ts';
import { type Point, type Rect, rectFromCorners, rectsTouch, type Size } from '../../../shared/core/geometry.ts';
import { missingCase } from '../../../shared/core/missing-case.ts';
import { movedTogether, resized } from './change.ts';
import { annotationAt, handleAt, placeOfHandle } from './hit.ts';
import { gripsOf, withVertex } from './vertices.ts';

/** What the hand holds. `before` is what it holds as it was when it was gripped. */
export type SelectState =
  | { readonly phase: 'idle' }
  /** `alone`: who is selected in the end if this is a click and no drag; null leaves the selection. */
  | {
      readonly phase: 'pressed';
      readonly before: readonly Annotation[];
      readonly from: Point;
      readonly alone: string | null;
    }
  | { readonly phase: 'moving'; readonly before: readonly Annotation[]; readonly from: Point }
  /** A grip is pressed. Let go without a drag it is taken for the keys; `made`: a vertex that this press put in. */
  | {
      readonly phase: 'gripped';
      readonly before: Annotation;
      readonly handleId: string;
      readonly from: Point;
      readonly made: boolean;
    }
  /** `offset` is how far the hand missed the grip, so that the grip does not jump to it. */
  | { readonly phase: 'resizing'; readonly before: Annotation; readonly handleId: string; readonly offset: Point }
  /** A rectangle over what is to be selected; `base` was selected before and stays so. */
  | { readonly phase: 'marquee'; readonly from: Point; readonly base: readonly string[] };

/** What the step means: who is selected, what to show in place of annotations, and what to keep. */
export interface SelectStep {
  readonly state: SelectState;
  /** Undefined: the selection stays. */
  readonly select?: readonly string[];
  /** The grip that keys move from now on; undefined: it stays. */
  readonly grip?: string | null;
  readonly preview: readonly Annotation[];
  readonly done: readonly Annotation[] | null;
  readonly marquee: Rect | null;
}

export interface SelectContext {
  /** Those that a hand may reach: neither hidden nor locked. */
  readonly annotations: readonly Annotation[];
  readonly selectedIds: readonly string[];
  readonly item: Size;
  /** Draws a grip to borders and points near it; leaves the point where nothing is near. */
  readonly snap: (at: Point, tolerancePx: number, except: ReadonlySet<string>) => Point;
}

/**
 * A pointer in image pixels. Shift adds to the selection or takes from it; Alt makes or removes a vertex; the second
 * press of a double click (`again`) makes one too, and says whether a key point can be seen.
 */
type Pointed = Extract<GestureEvent, { readonly at: Point }> & { readonly again?: boolean };

export const idleSelect: SelectState = { phase: 'idle' };

const nothing = (state: SelectState): SelectStep => ({ state, preview: [], done: null, marquee: null });

/** Selecting, moving and resizing as one pure machine. A press without a drag only selects. */
export function stepSelect(state: SelectState, event: GestureEvent | Pointed, context: SelectContext): SelectStep {
  if (event.type === 'cancel') return nothing(idleSelect);
  if (!('at' in event)) return nothing(state);
  switch (state.phase) {
    case 'idle':
      return event.type === 'down' ? press(event, context) : nothing(state);
    case 'pressed': {
      if (event.type === 'up') {
        return { ...nothing(idleSelect), ...(state.alone === null ? {} : { select: [state.alone] }) };
      }
      if (event.type !== 'move' || !isFar(event, state.from)) return nothing(state);
      const { before, from } = state;
      return drag({ phase: 'moving', before, from }, event.at, event.tolerancePx, context);
    }
    case 'gripped': {
      const { before, handleId, from, made } = state;
      if (event.type === 'up') {
        return { ...nothing(idleSelect), grip: handleId, ...(made ? { done: [before] } : {}) };
      }
      const still = { ...nothing(state), preview: made ? [before] : [] };
      if (event.type !== 'move' || !isFar(event, from)) return still;
      const place = placeOfGrip(before, handleId, event.tolerancePx) ?? from;
      const offset = { x: place.x - from.x, y: place.y - from.y };
      return drag({ phase: 'resizing', before, handleId, offset }, event.at, event.tolerancePx, context);
    }
    case 'moving':
    case 'resizing': {
      if (event.type === 'down') return nothing(state);
      const step = drag(state, event.at, event.tolerancePx, context);
      return event.type === 'move' ? step : { ...nothing(idleSelect), done: step.preview };
    }
    case 'marquee': {
      if (event.type === 'down') return nothing(state);
      const rect = rectFromCorners(state.from, event.at);
      if (event.type === 'move') return { ...nothing(state), marquee: rect };
      const inside = touching(context.annotations, rect).filter((id) => !state.base.includes(id));
      const isClick = Math.max(rect.width, rect.height) < event.tolerancePx / 2;
      return { ...nothing(idleSelect), select: isClick ? state.base : [...state.base, ...inside] };
    }
    default:
      return missingCase(state);
  }
}

function press(event: Pointed, context: SelectContext): SelectStep {
  const { at, tolerancePx, shift: adding = false } = event;
  const { annotations, selectedIds } = context;
  const only = selectedIds.length === 1 ? annotations.find(({ id }) => id === selectedIds[0]) : undefined;
  const vertex = only && !adding ? pressVertex(only, event) : null;
  if (vertex) return vertex;
  const hit = annotationAt(annotations, at, tolerancePx);
  if (!hit) {
    const base = adding ? selectedIds : [];
    return { ...nothing({ phase: 'marquee', from: at, base }), select: base };
  }
  const wasSelected = selectedIds.includes(hit.id);
  if (adding) {
    const select = wasSelected ? selectedIds.filter((id) => id !== hit.id) : [...selectedIds, hit.id];
    return { ...nothing(wasSelected ? idleSelect : held(annotations, select, at, null)), select };
  }
  const select = wasSelected ? selectedIds : [hit.id];
  return { ...nothing(held(annotations, select, at, select.length > 1 ? hit.id : null)), select };
}

/**
 * A press on a grip, or one that changes the outline: Alt takes a vertex out; Alt or a double click puts one into the
 * border, which the hand then holds; a double click on a key point says whether it can be seen. Null: none of these.
 */
function pressVertex(only: Annotation, { at, tolerancePx, alt = false, again = false }: Pointed): SelectStep | null {
  const handleId = handleAt(only, at, tolerancePx);
  if (handleId === null) {
    const made = alt || again ? withVertex(only, { what: 'insert', at, reachPx: tolerancePx * 1.5 }) : null;
    if (!made || made.gripId === null) return null;
    const { annotation: before, gripId } = made;
    return { ...nothing({ phase: 'gripped', before, handleId: gripId, from: at, made: true }), preview: [before] };
  }
  const what = alt ? 'remove' : again ? 'cycle' : null;
  const changed = what && withVertex(only, { what, gripId: handleId });
  if (changed) return { ...nothing(idleSelect), done: [changed.annotation], grip: alt ? null : handleId };
  return nothing({ phase: 'gripped', before: only, handleId, from: at, made: false });
}

function isFar({ at, tolerancePx }: Pointed, from: Point): boolean {
  return Math.hypot(at.x - from.x, at.y - from.y) >= tolerancePx / 2;
}

function placeOfGrip(annotation: Annotation, handleId: string, tolerancePx: number): Point | null {
  const grip = gripsOf(annotation).find(({ id }) => id === handleId);
  return grip ? placeOfHandle(grip, tolerancePx) : null;
}

function held(
  annotations: readonly Annotation[],
  ids: readonly string[],
  from: Point,
  alone: string | null,
): SelectState {
  const wanted = new Set(ids);
  return { phase: 'pressed', before: annotations.filter(({ id }) => wanted.has(id)), from, alone };
}

function drag(
  state: Extract<SelectState, { phase: 'moving' | 'resizing' }>,
  at: Point,
  tolerancePx: number,
  { item, snap }: SelectContext,
): SelectStep {
  if (state.phase === 'moving') {
    const by = { x: at.x - state.from.x, y: at.y - state.from.y };
    return { ...nothing(state), preview: movedTogether(state.before, by, item) };
  }
  const { before, handleId, offset } = state;
  const to = snap({ x: at.x + offset.x, y: at.y + offset.y }, tolerancePx, new Set([before.id]));
  return { ...nothing(state), preview: [resized(before, handleId, to, item)] };
}

/** Those that a rectangle touches, by their bounds. */
function touching(annotations: readonly Annotation[], rect: Rect): readonly string[] {
  return annotations
    .filter(({ shape }) => {
      const bounds = imageKindOf(shape)?.bounds(shape);
      return bounds !== undefined && rectsTouch(bounds, rect);
    })
    .map(({ id }) => id);
}
