import { expect, it } from 'vitest';
import { annotationDetails } from '../../../electron/db/migrations/project/003-annotation-details.ts';
import { applyToTask, readAnnotations, redoInTask, undoInTask } from '../../../electron/db/annotation-store.ts';
import { makeBox, makeImageItem } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const TASK = 'task-a';

it('attributes, group and marks are there again, undone and redone', async () => {
  const { db } = await openTestProject([makeImageItem('a')]);
  const plain = makeBox('box-1');
  const full = makeBox('box-1', {
    attributes: { tone: 'red', wet: true, size: 1.5 },
    group: 'g-1',
    marks: ['occluded', 'crowd'],
  });
  applyToTask(db, TASK, 0, { put: [plain], remove: [] });
  applyToTask(db, TASK, 1, { put: [full], remove: [] });
  expect(readAnnotations(db, TASK)).toEqual([full]);
  undoInTask(db, TASK, 2);
  expect(readAnnotations(db, TASK)).toEqual([plain]);
  redoInTask(db, TASK, 3);
  expect(readAnnotations(db, TASK)).toEqual([full]);
});

it('a project made before keeps its annotations, which say nothing more', async () => {
  const { db } = await openTestProject([makeImageItem('a')]);
  db.exec('ALTER TABLE annotation DROP COLUMN details');
  db.prepare(
    `INSERT INTO annotation (task_id, id, class_id, origin, drawing_order, shape)
     VALUES (?, 'old', 'cat', 'hand', 0, '{"kind":"box","x":4,"y":5,"width":20,"height":10}')`,
  ).run(TASK);
  annotationDetails(db);
  expect(readAnnotations(db, TASK)).toEqual([makeBox('old')]);
});
