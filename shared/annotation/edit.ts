import { z } from 'zod';
import { idSchema } from '../core/ids.ts';
import { type Annotation, annotationSchema } from './annotation.ts';

/**
 * One step of work on an item: annotations put (new or changed) and removed. It is what is written to disk, what
 * undo reverses, and what redo repeats.
 */
export const editSchema = z.strictObject({
  put: z.array(annotationSchema).max(10_000),
  remove: z.array(idSchema).max(10_000),
  /** Suggestions that the worker rejects. */
  dismiss: z.array(idSchema).max(10_000).optional(),
  /** Suggestions that wait for an answer again. */
  restore: z.array(idSchema).max(10_000).optional(),
  /** Goes on with the step before, e.g. as words are typed: both are undone together. Only where both put the same. */
  joins: z.literal(true).optional(),
});
export type Edit = z.infer<typeof editSchema>;

/** Sorts annotations as they are drawn and listed: by order, those of one order by id. */
export function inDrawingOrder(a: Annotation, b: Annotation): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The annotations after `edit`, in drawing order, as which they must come. Removing what is not there changes nothing.
 * Costs a copy of the list and what the edit changes: it runs with every stroke, on items with 20,000 annotations.
 */
export function applyEdit(annotations: readonly Annotation[], edit: Edit): readonly Annotation[] {
  const put = [...new Map(edit.put.map((annotation) => [annotation.id, annotation])).values()].toSorted(inDrawingOrder);
  const touched = new Set([...edit.remove, ...put.map(({ id }) => id)]);
  const others = touched.size === 0 ? annotations : annotations.filter(({ id }) => !touched.has(id));
  return merged(others, put);
}

/** Two sorted lists as one. */
function merged(all: readonly Annotation[], put: readonly Annotation[]): readonly Annotation[] {
  const result: Annotation[] = [];
  let from = 0;
  for (const one of put) {
    const to = firstAfter(all, one, from);
    for (let at = from; at < to; at += 1) result.push(all[at] as Annotation);
    result.push(one);
    from = to;
  }
  for (let at = from; at < all.length; at += 1) result.push(all[at] as Annotation);
  return result;
}

/** Place of the first in a sorted list, from `from` on, that is drawn after `one`. */
function firstAfter(all: readonly Annotation[], one: Annotation, from: number): number {
  let [low, high] = [from, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inDrawingOrder(all[middle] as Annotation, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The dismissed suggestions after `edit`, sorted. */
export function applyDismissals(dismissed: readonly string[], edit: Edit): readonly string[] {
  if (!edit.dismiss && !edit.restore) return dismissed;
  const ids = new Set(dismissed);
  for (const id of edit.restore ?? []) ids.delete(id);
  for (const id of edit.dismiss ?? []) ids.add(id);
  return [...ids].toSorted();
}

/** The edit that undoes `edit` on `before`: applying one after the other gives `before` again. */
export function inverseOf(before: readonly Annotation[], edit: Edit, dismissed: readonly string[] = []): Edit {
  const touched = new Set([...edit.remove, ...edit.put.map(({ id }) => id)]);
  const existed = before.filter(({ id }) => touched.has(id));
  const existedIds = new Set(existed.map(({ id }) => id));
  const wereDismissed = new Set(dismissed);
  const restore = (edit.dismiss ?? []).filter((id) => !wereDismissed.has(id));
  const dismiss = (edit.restore ?? []).filter((id) => wereDismissed.has(id) && !edit.dismiss?.includes(id));
  return {
    put: existed,
    remove: [...new Set(edit.put.map(({ id }) => id))].filter((id) => !existedIds.has(id)),
    ...(restore.length > 0 ? { restore } : {}),
    ...(dismiss.length > 0 ? { dismiss } : {}),
  };
}

/** Whether `edit` goes on with the step before it: both only change the same annotations. */
export function goesOnWith(before: Edit, edit: Edit): boolean {
  const ids = new Set(before.put.map(({ id }) => id));
  const onlyPuts = [before, edit].every(({ remove, dismiss = [], restore = [] }) =>
    [remove, dismiss, restore].every((list) => list.length === 0),
  );
  return edit.joins === true && onlyPuts && ids.size === edit.put.length && edit.put.every(({ id }) => ids.has(id));
}
