import { expect, it } from 'vitest';
import { applyToTask, readAnnotations, undoInTask } from '../../../electron/db/annotation-store.ts';
import { readRelationEnd, readRelations } from '../../../electron/db/relation-store.ts';
import { assertRelationsHold } from '../../../electron/services/project/relation-check.ts';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Edit } from '../../../shared/annotation/edit.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { codeOf } from '../../support/code-of.ts';
import { makeBox, makeImageItem } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const TASK = 'task-a';
const labelSet: LabelSet = {
  medium: 'image',
  classes: [
    { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
    { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
    { id: 'chases', name: 'chases', colour: 2, kinds: ['relation'], relation: { to: ['cat'] } },
  ],
};

function link(id: string, from: string, to: string): Annotation {
  return { id, classId: 'chases', origin: 'hand', order: 9, shape: { kind: 'relation', from, to } };
}

/** A task with a dog that chases a cat, and another cat. */
async function openTask() {
  const { db } = await openTestProject([makeImageItem('a')]);
  const put = [makeBox('a-1', { classId: 'dog' }), makeBox('a-2'), makeBox('a-3'), link('l-1', 'a-1', 'a-2')];
  applyToTask(db, TASK, 0, { put, remove: [] });
  const check = (edit: Partial<Edit>) =>
    codeOf(() => assertRelationsHold(db, TASK, { put: [], remove: [], ...edit }, labelSet));
  return { db, check };
}

it('a relation on disk is found without its neighbours, and an annotation as its end', async () => {
  const { db } = await openTask();
  expect(readRelations(db, TASK)).toEqual([{ id: 'l-1', classId: 'chases', from: 'a-1', to: 'a-2' }]);
  expect(readRelationEnd(db, TASK, 'a-1')).toEqual({ classId: 'dog', kind: 'box' });
  expect(readRelationEnd(db, TASK, 'nobody')).toBeUndefined();
});

it('an edit that leaves a relation without an end is refused, one that takes it along is not', async () => {
  const { check } = await openTask();
  expect(check({ remove: ['a-2'] })).toBe('ANNOTATION_INVALID');
  expect(check({ remove: ['a-2', 'l-1'] })).toBeNull();
  expect(check({ remove: ['a-3'] })).toBeNull();
});

it('an edit that gives an end a class which the relation does not take is refused', async () => {
  const { check } = await openTask();
  expect(check({ put: [makeBox('a-2', { classId: 'dog' })] })).toBe('ANNOTATION_INVALID');
  expect(check({ put: [makeBox('a-1', { classId: 'cat' })] })).toBeNull();
  expect(check({ put: [makeBox('a-2'), makeBox('a-4', { classId: 'dog' })] })).toBeNull();
});

it('among more changes than are asked one by one, the one that breaks a relation is refused all the same', async () => {
  const { check } = await openTask();
  const put = Array.from({ length: 60 }, (_, at) => makeBox(`new-${at}`));
  expect(check({ put })).toBeNull();
  expect(check({ put: [...put, makeBox('a-2', { classId: 'dog' })] })).toBe('ANNOTATION_INVALID');
});

it('a relation to what is not on the item, or that is there already, is refused', async () => {
  const { check } = await openTask();
  expect(check({ put: [link('l-2', 'a-1', 'gone')] })).toBe('ANNOTATION_INVALID');
  expect(check({ put: [link('l-2', 'a-1', 'a-2')] })).toBe('ANNOTATION_INVALID');
  expect(check({ put: [link('l-2', 'a-1', 'a-3')] })).toBeNull();
  expect(check({ put: [link('l-1', 'a-1', 'a-2')] })).toBeNull();
  expect(check({ put: [link('l-2', 'a-1', 'a-3')], remove: ['a-3'] })).toBe('ANNOTATION_INVALID');
});

it('an end that is removed with its relation comes back with it', async () => {
  const { db } = await openTask();
  const before = readAnnotations(db, TASK);
  applyToTask(db, TASK, 1, { put: [], remove: ['a-1', 'l-1'] });
  expect(readRelations(db, TASK)).toEqual([]);
  undoInTask(db, TASK, 2);
  expect(readAnnotations(db, TASK)).toEqual(before);
});
