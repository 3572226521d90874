import type { WritableDb } from '../../open-database.ts';

/**
 * What was said of the content, and which limits held, when the worker accepted the project. Null where that was before
 * Fairmark kept it.
 */
export function acceptedCare(db: WritableDb): void {
  db.exec('ALTER TABLE project ADD COLUMN accepted_care TEXT CHECK (json_valid(accepted_care))');
}
