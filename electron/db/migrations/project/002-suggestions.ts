import type { WritableDb } from '../../open-database.ts';

/** What models predict for items, and which of it the worker of a task rejected. */
export function suggestions(db: WritableDb): void {
  db.exec(`
    CREATE TABLE suggestion (
      seq INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item (id),
      -- becomes the id of the annotation when it is accepted
      id TEXT NOT NULL,
      class_id TEXT NOT NULL,
      shape TEXT NOT NULL CHECK (json_valid(shape)),
      score REAL CHECK (score BETWEEN 0 AND 1),
      source TEXT NOT NULL CHECK (length(source) > 0),
      UNIQUE (item_id, id)
    ) STRICT;

    CREATE TABLE dismissal (
      task_id TEXT NOT NULL REFERENCES task (id),
      suggestion_id TEXT NOT NULL,
      PRIMARY KEY (task_id, suggestion_id)
    ) STRICT, WITHOUT ROWID;
  `);
}
