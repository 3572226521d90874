import { type Annotation, itemKindOf, type Shape } from './annotation.ts';
import type { Edit } from './edit.ts';

/**
 * The edit that gives an item a label as a whole, or takes it away again if it is there. Of an exclusive kind the item
 * keeps one label only: the others go in the same edit.
 */
export function toggledLabel(
  annotations: readonly Annotation[],
  label: { readonly id: string; readonly classId: string; readonly shape: Shape; readonly order: number },
): Edit {
  const { id, classId, shape, order } = label;
  const same = annotations.filter((one) => one.shape.kind === shape.kind);
  const there = same.filter((one) => one.classId === classId);
  if (there.length > 0) return { put: [], remove: there.map((one) => one.id) };
  const others = itemKindOf(shape)?.exclusive ? same.map((one) => one.id) : [];
  return { put: [{ id, classId, origin: 'hand', order, shape }], remove: others };
}
