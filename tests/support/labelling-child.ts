/**
 * Labels without pause until it is killed: `node labelling-child.ts PROJECT`. Prints one line for each edit after it
 * was acknowledged: "applied ID", "removed ID" or "submitted TASK"; and "removing ID" before a removal.
 */
import { writeSync } from 'node:fs';
import { applyToTask, readAnnotationState } from '../../electron/db/annotation-store.ts';
import { write } from '../../electron/db/open-database.ts';
import { insertSubmission } from '../../electron/db/submission-store.ts';
import { moveTask, readActiveTask, readNextNeutralTask } from '../../electron/db/task-store.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';

const { db } = openProjectSession(process.argv[2] ?? '');
const run = process.argv[3] ?? '0';

/** Synchronous, so that a line that was printed is in the pipe even if the next instruction is never reached. */
function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

for (let step = 0; ; step += 1) {
  let task = readActiveTask(db);
  if (!task) {
    task = readNextNeutralTask(db);
    if (!task) break;
    moveTask(db, task.id, ['open'], 'active');
  }
  const { revision, annotations } = readAnnotationState(db, task.id);
  if (annotations.length > 12) {
    const { id } = task;
    write(db, () => {
      insertSubmission(db, {
        id: `submission-${id}`,
        taskId: id,
        submittedAt: step,
        annotations,
        annotationsSha256: '0'.repeat(64),
        verdict: 'pending',
        rejectionCode: null,
        reason: '',
        payMinor: 1,
      });
      moveTask(db, id, ['active'], 'submitted');
    });
    acknowledge(`submitted ${id}`);
    continue;
  }
  const oldest = annotations[0];
  if (oldest && step % 4 === 3) {
    // announced first: killed in between, it may be gone without having been acknowledged
    acknowledge(`removing ${oldest.id}`);
    applyToTask(db, task.id, revision, { put: [], remove: [oldest.id] });
    acknowledge(`removed ${oldest.id}`);
    continue;
  }
  const id = `box-${run}-${step}`;
  applyToTask(db, task.id, revision, {
    put: [
      {
        id,
        classId: 'cat',
        origin: 'hand',
        order: step,
        shape: { kind: 'box', x: step % 40, y: 1, width: 9, height: 9 },
      },
    ],
    remove: [],
  });
  acknowledge(`applied ${id}`);
}
