import type { WritableDb } from '../../open-database.ts';

/** What a text is made of, as JSON; null where it is one piece. */
export function parts(db: WritableDb): void {
  db.exec('ALTER TABLE item ADD COLUMN parts TEXT CHECK (parts IS NULL OR json_valid(parts))');
}
