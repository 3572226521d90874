import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../shared/annotation/kind.ts';
import { type Point, type Rect, rectFromCorners, rectsTouch, type Size } from '../../../shared/core/geometry.ts';
import { missingCase } from '../../../shared/core/missing-case.ts';
import { movedTogether, reshaped, resized } from './change.ts';
import { annotationAt, handleAt } from './hit.ts';

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
  | { readonly phase: 'resizing'; readonly before: Annotation; readonly handleId: string }
  /** A rectangle over what is to be selected; `base` was selected before and stays so. */
  | { readonly phase: 'marquee'; readonly from: Point; readonly base: readonly string[] };

/** What the step means: who is selected, what to show in place of annotations, and what to keep. */
export interface SelectStep {
  readonly state: SelectState;
  /** Undefined: the selection stays. */
  readonly select?: readonly string[];
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

/** A pointer in image pixels. Shift adds to the selection or takes from it; Alt makes or removes a vertex. */
type Pointed = Extract<GestureEvent, { readonly at: Point }>;

export const idleSelect: SelectState = { phase: 'idle' };

const nothing = (state: SelectState): SelectStep => ({ state, preview: [], done: null, marquee: null });

/** Selecting, moving and resizing as one pure machine. A press without a drag only selects. */
export function stepSelect(state: SelectState, event: GestureEvent, context: SelectContext): SelectStep {
  if (event.type === 'cancel') return nothing(idleSelect);
  if (!('at' in event)) return nothing(state);
  switch (state.phase) {
    case 'idle':
      return event.type === 'down' ? press(event, context) : nothing(state);
    case 'pressed': {
      if (event.type === 'up') {
        return { ...nothing(idleSelect), ...(state.alone === null ? {} : { select: [state.alone] }) };
      }
      const far = Math.hypot(event.at.x - state.from.x, event.at.y - state.from.y) >= event.tolerancePx / 2;
      if (event.type !== 'move' || !far) return nothing(state);
      const { before, from } = state;
      return drag({ phase: 'moving', before, from }, event.at, event.tolerancePx, context);
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
  if (only && !adding) {
    const handleId = handleAt(only, at, tolerancePx);
    const vertex = event.alt ? pressVertex(only, handleId, event) : null;
    if (vertex) return vertex;
    if (handleId !== null) return nothing({ phase: 'resizing', before: only, handleId });
  }
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

/** Alt on a vertex removes it; Alt on the border makes one there, which the hand then holds. */
function pressVertex(only: Annotation, handleId: string | null, { at, tolerancePx }: Pointed): SelectStep | null {
  const kind = imageKindOf(only.shape);
  if (handleId !== null) {
    const left = kind?.removeVertex?.(only.shape, handleId);
    return left ? { ...nothing(idleSelect), done: [reshaped(only, left)] } : null;
  }
  const made = kind?.insertVertex?.(only.shape, at, tolerancePx * 1.5);
  if (!made) return null;
  const before = reshaped(only, made.shape);
  return { ...nothing({ phase: 'resizing', before, handleId: made.handleId }), preview: [before] };
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
  const preview =
    state.phase === 'moving'
      ? movedTogether(state.before, { x: at.x - state.from.x, y: at.y - state.from.y }, item)
      : [resized(state.before, state.handleId, snap(at, tolerancePx, new Set([state.before.id])), item)];
  return { ...nothing(state), preview };
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
