import type { WritableDb } from '../../electron/db/open-database.ts';
import { makeBox } from './make-facts.ts';

/**
 * Fills a project with many tasks of images that have no file, the first `handedIn` of them handed in with ten boxes
 * each; for what is asked of tasks, not of their pictures. In SQL alone: 20,000 of them in a moment.
 */
export function seedTasks(db: WritableDb, count: number, handedIn: number): void {
  const annotations = JSON.stringify(Array.from({ length: 10 }, (_, at) => makeBox(`box-${at}`, { order: at })));
  const numbers = 'WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?)';
  const sha256 = '0'.repeat(64);
  db.transaction(() => {
    db.prepare(
      `${numbers} INSERT INTO item (id, medium, title, path, sha256, bytes, width_px, height_px, direction, note)
       SELECT 'many-' || n, 'image', 'Image ' || n, 'data/many-' || n || '.png', ?, 1, 64, 48, 'ltr', '' FROM number`,
    ).run(count, sha256);
    db.prepare(
      `${numbers} INSERT INTO task (id, item_id, state, position, pay_minor)
       SELECT 'task-many-' || n, 'many-' || n, iif(n < ?, 'submitted', 'open'), 1000 + n, 35 FROM number`,
    ).run(count, handedIn);
    if (handedIn === 0) return;
    db.prepare(
      `${numbers} INSERT INTO submission
         (id, task_id, submitted_at_ms, annotations, annotations_sha256, pay_minor, verdict, reason)
       SELECT 'submission-' || n, 'task-many-' || n, 1700000000000 + n, ?, ?, 35, 'pending', '' FROM number`,
    ).run(handedIn, annotations, sha256);
  })();
}
