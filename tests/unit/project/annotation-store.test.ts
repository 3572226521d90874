import { describe, expect, it } from 'vitest';
import {
  applyToTask,
  readAnnotations,
  readAnnotationState,
  redoInTask,
  replayHistory,
  undoInTask,
} from '../../../electron/db/annotation-store.ts';
import { countRows } from '../../support/count-rows.ts';
import { codeOf } from '../../support/code-of.ts';
import { makeBox, makeImageItem } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const TASK = 'task-a';

async function openTask() {
  const { db } = await openTestProject([makeImageItem('a')]);
  return db;
}

describe('the annotations of a task', () => {
  it('are there again after they were applied, in drawing order', async () => {
    const db = await openTask();
    const upper = makeBox('box-1', { order: 2 });
    const lower = makeBox('box-2', { order: 1 });
    applyToTask(db, TASK, 0, { put: [upper, lower], remove: [] });
    expect(readAnnotationState(db, TASK)).toEqual({
      revision: 1,
      annotations: [lower, upper],
      dismissed: [],
      canUndo: true,
      canRedo: false,
    });
  });

  it('return edit by edit when undone, and come back when redone', async () => {
    const db = await openTask();
    const drawn = makeBox('box-1');
    const moved = makeBox('box-1', { shape: { kind: 'box', x: 9, y: 9, width: 3, height: 3 } });
    applyToTask(db, TASK, 0, { put: [drawn], remove: [] });
    applyToTask(db, TASK, 1, { put: [moved], remove: [] });
    applyToTask(db, TASK, 2, { put: [], remove: ['box-1'] });

    undoInTask(db, TASK, 3);
    expect(readAnnotations(db, TASK)).toEqual([moved]);
    undoInTask(db, TASK, 4);
    expect(readAnnotations(db, TASK)).toEqual([drawn]);
    undoInTask(db, TASK, 5);
    expect(readAnnotations(db, TASK)).toEqual([]);
    redoInTask(db, TASK, 6);
    redoInTask(db, TASK, 7);
    expect(readAnnotations(db, TASK)).toEqual([moved]);
    expect(replayHistory(db, TASK)).toEqual([moved]);
  });

  it('forget what was undone once something new is done', async () => {
    const db = await openTask();
    applyToTask(db, TASK, 0, { put: [makeBox('box-1')], remove: [] });
    undoInTask(db, TASK, 1);
    applyToTask(db, TASK, 2, { put: [makeBox('box-2')], remove: [] });
    expect(codeOf(() => redoInTask(db, TASK, 3))).toBe('NOTHING_TO_UNDO');
    expect(readAnnotations(db, TASK)).toEqual([makeBox('box-2')]);
  });

  it('refuse an edit made on another revision, and keep what is there', async () => {
    const db = await openTask();
    applyToTask(db, TASK, 0, { put: [makeBox('box-1')], remove: [] });
    expect(codeOf(() => applyToTask(db, TASK, 0, { put: [], remove: ['box-1'] }))).toBe('TASK_CHANGED_ELSEWHERE');
    expect(readAnnotations(db, TASK)).toEqual([makeBox('box-1')]);
  });

  it('answer with where the task stands, and undo and redo with what they changed', async () => {
    const db = await openTask();
    const box = makeBox('box-1');
    expect(applyToTask(db, TASK, 0, { put: [box], remove: [] })).toEqual({
      revision: 1,
      canUndo: true,
      canRedo: false,
    });
    expect(undoInTask(db, TASK, 1)).toEqual({
      revision: 2,
      canUndo: false,
      canRedo: true,
      changed: { put: [], remove: ['box-1'] },
    });
    expect(redoInTask(db, TASK, 2)).toEqual({
      revision: 3,
      canUndo: true,
      canRedo: false,
      changed: { put: [box], remove: [] },
    });
  });

  it('cost no more to change when there are 5,000 of them', async () => {
    const { db, count } = countRows(await openTask());
    const costs = [1, 5_000].map((there, step) => {
      const put = Array.from({ length: there }, (_, at) => makeBox(`box-${step}-${at}`, { order: at }));
      const { revision } = applyToTask(db, TASK, 3 * step, { put, remove: [] });
      Object.assign(count, { statements: 0, rows: 0 });
      applyToTask(db, TASK, revision, { put: [makeBox('box-0-0', { order: 9 })], remove: [] });
      undoInTask(db, TASK, revision + 1);
      return { ...count };
    });
    expect(costs[0]?.rows).toBeGreaterThan(0);
    expect(costs[1]).toEqual(costs[0]);
  });

  it('refuse to undo nothing', async () => {
    const db = await openTask();
    expect(codeOf(() => undoInTask(db, TASK, 0))).toBe('NOTHING_TO_UNDO');
  });

  it('are unknown for a task that does not exist', async () => {
    const db = await openTask();
    expect(codeOf(() => readAnnotationState(db, 'task-none'))).toBe('TASK_NOT_FOUND');
  });
});

describe('words that are kept as they are typed', () => {
  const words = (text: string) => makeBox('words', { classId: 'gist', shape: { kind: 'free-text', text } });
  const typed = (text: string) => ({ put: [words(text)], remove: [], joins: true as const });

  it('are one step: undone together, and redone whole', async () => {
    const db = await openTask();
    applyToTask(db, TASK, 0, { put: [makeBox('box-1')], remove: [] });
    applyToTask(db, TASK, 1, { put: [words('R')], remove: [] });
    applyToTask(db, TASK, 2, typed('Rest'));
    applyToTask(db, TASK, 3, typed('Rest is yours.'));
    expect(db.prepare('SELECT count(*) AS n FROM edit').get()).toEqual({ n: 2 });
    undoInTask(db, TASK, 4);
    expect(readAnnotations(db, TASK).map(({ id }) => id)).toEqual(['box-1']);
    redoInTask(db, TASK, 5);
    expect(readAnnotations(db, TASK).find(({ id }) => id === 'words')?.shape).toEqual(words('Rest is yours.').shape);
    expect(replayHistory(db, TASK)).toEqual(readAnnotations(db, TASK));
  });

  it('are a step of their own after anything else, and after an undo', async () => {
    const db = await openTask();
    applyToTask(db, TASK, 0, { put: [words('R')], remove: [] });
    applyToTask(db, TASK, 1, { put: [makeBox('box-1')], remove: [] });
    applyToTask(db, TASK, 2, typed('Rest'));
    undoInTask(db, TASK, 3);
    expect(readAnnotations(db, TASK).find(({ id }) => id === 'words')?.shape).toEqual(words('R').shape);
    undoInTask(db, TASK, 4);
    undoInTask(db, TASK, 5);
    applyToTask(db, TASK, 6, typed('New'));
    undoInTask(db, TASK, 7);
    expect(readAnnotations(db, TASK)).toEqual([]);
  });
});
