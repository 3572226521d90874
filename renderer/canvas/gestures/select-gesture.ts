import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../shared/annotation/kind.ts';
import type { Point, Size } from '../../../shared/core/geometry.ts';
import { missingCase } from '../../../shared/core/missing-case.ts';
import { moved, resized } from './change.ts';
import { annotationAt, handleAt } from './hit.ts';

/** What the hand holds. `before` is the annotation as it was when it was gripped. */
export type SelectState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly before: Annotation; readonly from: Point }
  | { readonly phase: 'moving'; readonly before: Annotation; readonly from: Point }
  | { readonly phase: 'resizing'; readonly before: Annotation; readonly handleId: string };

/** What the step means: who is selected, what to show in place of the annotation, and what to keep. */
export interface SelectStep {
  readonly state: SelectState;
  /** Undefined: the selection stays. */
  readonly select?: string | null;
  readonly preview: Annotation | null;
  readonly done: Annotation | null;
}

export interface SelectContext {
  readonly annotations: readonly Annotation[];
  readonly selectedId: string | null;
  readonly item: Size;
}

export const idleSelect: SelectState = { phase: 'idle' };

const nothing = (state: SelectState): SelectStep => ({ state, preview: null, done: null });

/** Selecting, moving and resizing as one pure machine. A press without a drag only selects. */
export function stepSelect(state: SelectState, event: GestureEvent, context: SelectContext): SelectStep {
  if (event.type === 'cancel') return nothing(idleSelect);
  switch (state.phase) {
    case 'idle':
      return event.type === 'down' ? press(event.at, event.tolerancePx, context) : nothing(state);
    case 'pressed': {
      if (event.type === 'up') return nothing(idleSelect);
      const far = Math.hypot(event.at.x - state.from.x, event.at.y - state.from.y) >= event.tolerancePx / 2;
      if (event.type !== 'move' || !far) return nothing(state);
      return drag({ ...state, phase: 'moving' }, event.at, context.item);
    }
    case 'moving':
    case 'resizing':
      if (event.type === 'move') return drag(state, event.at, context.item);
      if (event.type === 'up') return { ...nothing(idleSelect), done: drag(state, event.at, context.item).preview };
      return nothing(state);
    default:
      return missingCase(state);
  }
}

function press(at: Point, tolerancePx: number, { annotations, selectedId }: SelectContext): SelectStep {
  const selected = annotations.find(({ id }) => id === selectedId);
  const handleId = selected ? handleAt(selected, at, tolerancePx) : null;
  if (selected && handleId !== null) return nothing({ phase: 'resizing', before: selected, handleId });
  const hit = annotationAt(annotations, at, tolerancePx);
  if (!hit) return { ...nothing(idleSelect), select: null };
  return { ...nothing({ phase: 'pressed', before: hit, from: at }), select: hit.id };
}

function drag(state: Extract<SelectState, { phase: 'moving' | 'resizing' }>, at: Point, item: Size): SelectStep {
  const preview =
    state.phase === 'moving'
      ? moved(state.before, { x: at.x - state.from.x, y: at.y - state.from.y }, item)
      : resized(state.before, state.handleId, at, item);
  return { state, preview, done: null };
}
