import type { WritableDb } from '../../open-database.ts';

/** Finds the relations of a task without reading its other annotations: each edit asks whether it leaves one dangling. */
export function relations(db: WritableDb): void {
  db.exec("CREATE INDEX annotation_relation ON annotation (task_id) WHERE json_extract(shape, '$.kind') = 'relation'");
}
