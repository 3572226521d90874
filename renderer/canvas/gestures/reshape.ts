import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent } from '../../../shared/annotation/kind.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { reshaped } from './change.ts';
import { handleAt } from './hit.ts';

type Pressed = Extract<GestureEvent, { readonly at: Point }>;

interface ReshapeContext {
  readonly annotations: readonly Annotation[];
  readonly selectedIds: readonly string[];
}

/**
 * What a press changes in the outline of the one selected annotation: Alt on a vertex takes it out, a double click on
 * an edge puts one in, a double click on a key point says whether it can be seen. Null: the press means something else.
 */
export function reshapedAt(event: Pressed, again: boolean, context: ReshapeContext): Annotation | null {
  const [onlyId, ...more] = context.selectedIds;
  const selected = more.length > 0 ? undefined : context.annotations.find(({ id }) => id === onlyId);
  const kind = selected && imageKindOf(selected.shape);
  if (!selected || !kind || (!event.alt && !again)) return null;
  const { at, tolerancePx } = event;
  const handleId = handleAt(selected, at, tolerancePx);
  if (handleId === null) {
    const longer = again ? kind.insertVertex?.(selected.shape, at, tolerancePx * 1.5) : null;
    return longer ? reshaped(selected, longer.shape) : null;
  }
  const shape = event.alt
    ? kind.removeVertex?.(selected.shape, handleId)
    : kind.cycleVertex?.(selected.shape, handleId);
  return shape ? reshaped(selected, shape) : null;
}
