import type { WritableDb } from '../../open-database.ts';

/** What an annotation says besides its shape: attributes, group and marks, as JSON without those that are not said. */
export function annotationDetails(db: WritableDb): void {
  db.exec("ALTER TABLE annotation ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details))");
}
