import type { WritableDb } from '../../open-database.ts';

/**
 * What lists and totals ask of submissions, without their rows: in a row the verdict stands behind the annotations,
 * which may be megabytes, and pay is summed with every beat.
 */
export function submissionIndexes(db: WritableDb): void {
  db.exec(`
    CREATE INDEX submission_in_order ON submission (submitted_at_ms, id, task_id, verdict, pay_minor);
    CREATE INDEX submission_newest ON submission (task_id, submitted_at_ms, id, verdict);
    CREATE INDEX submission_pending ON submission (pay_minor) WHERE verdict = 'pending';
  `);
}
