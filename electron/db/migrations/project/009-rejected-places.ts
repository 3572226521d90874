import type { WritableDb } from '../../open-database.ts';

/** Which of the annotations that were handed in a rejection is about; none where it is about all of it, or what is missing. */
export function rejectedPlaces(db: WritableDb): void {
  db.exec(
    `ALTER TABLE submission ADD COLUMN rejected_places TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rejected_places))`,
  );
}
