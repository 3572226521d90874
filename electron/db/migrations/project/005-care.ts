import type { WritableDb } from '../../open-database.ts';

/** What a requester says of a project's sensitive content, and the limits they set for its tasks. */
export function care(db: WritableDb): void {
  db.exec(
    `ALTER TABLE project ADD COLUMN care TEXT NOT NULL DEFAULT '{"disclosed":[],"limits":{}}' CHECK (json_valid(care))`,
  );
}
