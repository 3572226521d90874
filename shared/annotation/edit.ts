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
});
export type Edit = z.infer<typeof editSchema>;

/** The annotations after `edit`, in drawing order. Removing what is not there changes nothing. */
export function applyEdit(annotations: readonly Annotation[], edit: Edit): readonly Annotation[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const id of edit.remove) byId.delete(id);
  for (const annotation of edit.put) byId.set(annotation.id, annotation);
  return [...byId.values()].toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The edit that undoes `edit` on `before`: applying one after the other gives `before` again. */
export function inverseOf(before: readonly Annotation[], edit: Edit): Edit {
  const touched = new Set([...edit.remove, ...edit.put.map(({ id }) => id)]);
  const existed = before.filter(({ id }) => touched.has(id));
  const existedIds = new Set(existed.map(({ id }) => id));
  return { put: existed, remove: [...new Set(edit.put.map(({ id }) => id))].filter((id) => !existedIds.has(id)) };
}
