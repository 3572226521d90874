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
});
export type Edit = z.infer<typeof editSchema>;

/** The annotations after `edit`, in drawing order. Removing what is not there changes nothing. */
export function applyEdit(annotations: readonly Annotation[], edit: Edit): readonly Annotation[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const id of edit.remove) byId.delete(id);
  for (const annotation of edit.put) byId.set(annotation.id, annotation);
  return [...byId.values()].toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
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
