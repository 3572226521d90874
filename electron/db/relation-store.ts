import { type KindName, allKinds } from '../../shared/annotation/annotation.ts';
import type { Relation, RelationEnd } from '../../shared/annotation/relations.ts';
import type { ReadableDb } from './open-database.ts';

/** The relations of a task, by the index of migration 004: other annotations are not looked at. */
export function readRelations(db: ReadableDb, taskId: string): readonly Relation[] {
  return db
    .prepare<[string], Relation>(
      `SELECT id, class_id AS classId, json_extract(shape, '$.from') AS "from", json_extract(shape, '$.to') AS "to"
       FROM annotation INDEXED BY annotation_relation
       WHERE task_id = ? AND json_extract(shape, '$.kind') = 'relation'`,
    )
    .all(taskId);
}

/** What relations need to know of one annotation; undefined when the task has none of that id. */
export function readRelationEnd(db: ReadableDb, taskId: string, id: string): RelationEnd | undefined {
  const row = db
    .prepare<[string, string], { classId: string; kind: string }>(
      `SELECT class_id AS classId, json_extract(shape, '$.kind') AS kind FROM annotation WHERE task_id = ? AND id = ?`,
    )
    .get(taskId, id);
  return row && isKind(row.kind) ? { classId: row.classId, kind: row.kind } : undefined;
}

function isKind(name: string): name is KindName {
  return allKinds.some((kind) => kind.name === name);
}
