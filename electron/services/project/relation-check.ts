import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Edit } from '../../../shared/annotation/edit.ts';
import { assertRelationRules, type RelationEnd, relationsIn } from '../../../shared/annotation/relations.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import type { ReadableDb } from '../../db/open-database.ts';
import { readRelationEnd, readRelations } from '../../db/relation-store.ts';

/** Asking more than so many one by one takes longer than reading all relations. */
const MOST_ASKED = 50;

/**
 * Refuses with `ANNOTATION_INVALID` an edit after which a relation of the task would be broken: one that it puts, or
 * one whose end it removes or changes. Looks only at relations and at the ends of those the edit touches.
 */
export function assertRelationsHold(db: ReadableDb, taskId: string, edit: Edit, labelSet: LabelSet): void {
  const put = new Map(edit.put.map((one) => [one.id, one]));
  const removed = new Set(edit.remove.filter((id) => !put.has(id)));
  if (!mayBreakOne(db, taskId, put, removed)) return;
  const touched = (id: string): boolean => put.has(id) || removed.has(id);
  const staying = readRelations(db, taskId).filter(({ id }) => !touched(id));
  const concerned = staying.filter(({ from, to }) => touched(from) || touched(to));
  const endOf = (id: string): RelationEnd | undefined => {
    const now = put.get(id);
    if (now) return { classId: now.classId, kind: now.shape.kind };
    return removed.has(id) ? undefined : readRelationEnd(db, taskId, id);
  };
  assertRelationRules([...concerned, ...relationsIn(edit.put)], {
    labelSet,
    endOf,
    beside: staying.filter((one) => !concerned.includes(one)),
  });
}

/**
 * Whether there can be a relation that an edit breaks. A new shape, and one that keeps its class and kind, breaks none:
 * on an item with thousands of relations most steps need not look at them.
 */
function mayBreakOne(
  db: ReadableDb,
  taskId: string,
  put: ReadonlyMap<string, Annotation>,
  removed: ReadonlySet<string>,
): boolean {
  if (put.size + removed.size > MOST_ASKED || relationsIn([...put.values()]).length > 0) return true;
  return [...put.keys(), ...removed].some((id) => {
    const before = readRelationEnd(db, taskId, id);
    const now = put.get(id);
    return before !== undefined && (before.classId !== now?.classId || before.kind !== now.shape.kind);
  });
}
