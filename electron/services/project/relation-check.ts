import type { Edit } from '../../../shared/annotation/edit.ts';
import { assertRelationRules, type RelationEnd, relationsIn } from '../../../shared/annotation/relations.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import type { ReadableDb } from '../../db/open-database.ts';
import { readRelationEnd, readRelations } from '../../db/relation-store.ts';

/**
 * Refuses with `ANNOTATION_INVALID` an edit after which a relation of the task would be broken: one that it puts, or
 * one whose end it removes or changes. Looks only at relations and at the ends of those the edit touches.
 */
export function assertRelationsHold(db: ReadableDb, taskId: string, edit: Edit, labelSet: LabelSet): void {
  const put = new Map(edit.put.map((one) => [one.id, one]));
  const removed = new Set(edit.remove.filter((id) => !put.has(id)));
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
