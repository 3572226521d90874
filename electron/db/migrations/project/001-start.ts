import type { WritableDb } from '../../open-database.ts';

/** The first shape of a project: its data, tasks, annotations with their history, and submissions. */
export function start(db: WritableDb): void {
  db.exec(`
    CREATE TABLE project (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      instructions TEXT NOT NULL,
      label_sets TEXT NOT NULL CHECK (json_valid(label_sets)),
      terms TEXT NOT NULL CHECK (json_valid(terms)),
      created_at_ms INTEGER NOT NULL CHECK (created_at_ms >= 0),
      terms_accepted_at_ms INTEGER CHECK (terms_accepted_at_ms >= 0)
    ) STRICT;

    CREATE TABLE item (
      id TEXT PRIMARY KEY,
      medium TEXT NOT NULL CHECK (medium IN ('image', 'text')),
      title TEXT NOT NULL,
      path TEXT NOT NULL UNIQUE,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      width_px INTEGER CHECK (width_px BETWEEN 1 AND 65535),
      height_px INTEGER CHECK (height_px BETWEEN 1 AND 65535),
      words INTEGER CHECK (words >= 0),
      language TEXT,
      direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
      note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE flag (
      seq INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item (id),
      category TEXT NOT NULL,
      severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
      origin TEXT NOT NULL CHECK (origin IN ('requester', 'worker', 'detector')),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      extent TEXT NOT NULL CHECK (json_valid(extent))
    ) STRICT;
    CREATE INDEX flag_by_item ON flag (item_id);

    CREATE TABLE task (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item (id),
      state TEXT NOT NULL CHECK (state IN ('open', 'active', 'submitted', 'skipped')),
      position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
      pay_minor INTEGER NOT NULL CHECK (pay_minor BETWEEN 0 AND 9007199254740991),
      revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
      -- how many edits of the history are in force; undo lowers it, redo raises it
      edits_in_force INTEGER NOT NULL DEFAULT 0 CHECK (edits_in_force >= 0),
      skip_reason TEXT,
      skip_words TEXT
    ) STRICT;
    CREATE INDEX task_by_state ON task (state, position);
    -- one task is open before the worker at any time
    CREATE UNIQUE INDEX one_active_task ON task (state) WHERE state = 'active';

    CREATE TABLE annotation (
      task_id TEXT NOT NULL REFERENCES task (id),
      id TEXT NOT NULL,
      class_id TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('hand', 'accepted', 'edited')),
      drawing_order INTEGER NOT NULL CHECK (drawing_order >= 0),
      shape TEXT NOT NULL CHECK (json_valid(shape)),
      PRIMARY KEY (task_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE edit (
      task_id TEXT NOT NULL REFERENCES task (id),
      seq INTEGER NOT NULL CHECK (seq >= 1),
      forward TEXT NOT NULL CHECK (json_valid(forward)),
      inverse TEXT NOT NULL CHECK (json_valid(inverse)),
      PRIMARY KEY (task_id, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE submission (
      id TEXT PRIMARY KEY,
      task_id TEXT NOT NULL REFERENCES task (id),
      submitted_at_ms INTEGER NOT NULL CHECK (submitted_at_ms >= 0),
      annotations TEXT NOT NULL CHECK (json_valid(annotations)),
      annotations_sha256 TEXT NOT NULL CHECK (length(annotations_sha256) = 64),
      pay_minor INTEGER NOT NULL CHECK (pay_minor BETWEEN 0 AND 9007199254740991),
      verdict TEXT NOT NULL CHECK (verdict IN ('pending', 'accepted', 'rejected')),
      rejection_code TEXT,
      reason TEXT NOT NULL,
      CHECK (verdict <> 'rejected' OR (length(reason) > 0 AND rejection_code IS NOT NULL))
    ) STRICT;
    CREATE INDEX submission_by_task ON submission (task_id);

    -- what was published: each release names the one before by its digest
    CREATE TABLE release (
      seq INTEGER PRIMARY KEY CHECK (seq >= 1),
      released_at_ms INTEGER NOT NULL CHECK (released_at_ms >= 0),
      manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
      statement_sha256 TEXT NOT NULL CHECK (length(statement_sha256) = 64),
      sent_minor INTEGER NOT NULL CHECK (sent_minor BETWEEN 0 AND 9007199254740991),
      receipt TEXT NOT NULL
    ) STRICT;
  `);
}
