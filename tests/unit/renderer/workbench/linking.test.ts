import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import { copied, relabelled } from '../../../../renderer/workbench/arrange.ts';
import { linkCandidates, planLink, reversed, withInnerRelations } from '../../../../renderer/workbench/linking.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const labelSet: LabelSet = {
  medium: 'image',
  classes: [
    { id: 'dog', name: 'Dog', colour: 0, kinds: ['box'] },
    { id: 'cat', name: 'Cat', colour: 1, kinds: ['box'] },
    { id: 'chases', name: 'chases', colour: 2, kinds: ['relation'], relation: { from: ['dog'], to: ['cat'] } },
    { id: 'near', name: 'near', colour: 3, kinds: ['relation'], relation: { directed: false } },
    { id: 'before', name: 'before', colour: 4, kinds: ['relation'] },
  ],
};
const rect = { x: 0, y: 0, width: 10, height: 10 };
const dog = makeBox('dog-1', rect, { classId: 'dog', order: 0 });
const cat = makeBox('cat-1', rect, { classId: 'cat', order: 1 });
const other = makeBox('cat-2', rect, { classId: 'cat', order: 2 });
const boxes = [dog, cat, other];

function link(id: string, classId: string, from: string, to: string): Annotation {
  return { id, classId, origin: 'hand', order: 9, shape: { kind: 'relation', from, to } };
}

describe('joining two', () => {
  test.each([
    ['goes from the first to the second', 'dog-1', 'cat-1', ['before'], 'before dog-1 cat-1'],
    ['goes the way that the class takes', 'cat-1', 'dog-1', ['chases'], 'chases dog-1 cat-1'],
    ['takes the first class that fits', 'cat-1', 'cat-2', ['chases', 'near'], 'near cat-1 cat-2'],
    ['of classes that none takes is refused', 'cat-1', 'cat-2', ['chases'], 'relation-end-class'],
    ['of one with itself is refused', 'cat-1', 'cat-1', ['near'], 'relation-itself'],
    ['of what is not there is refused', 'cat-1', 'gone', ['near'], 'relation-end-missing'],
  ])('%s', (_name, from, to, classIds, result) => {
    const plan = planLink(boxes, { from, to }, classIds, labelSet);
    const { shape } = 'why' in plan ? { shape: null } : plan;
    const words =
      'why' in plan ? plan.why : `${plan.classId} ${shape?.kind === 'relation' ? `${shape.from} ${shape.to}` : ''}`;
    expect(words).toBe(result);
  });

  test('again is refused, and so is the way back where there is no direction', () => {
    const all = [...boxes, link('l', 'near', 'cat-1', 'cat-2'), link('k', 'before', 'cat-1', 'cat-2')];
    expect(planLink(all, { from: 'cat-2', to: 'cat-1' }, ['near'], labelSet)).toEqual({ why: 'relation-repeated' });
    expect(planLink(all, { from: 'cat-1', to: 'cat-2' }, ['before'], labelSet)).toEqual({ why: 'relation-repeated' });
    expect(planLink(all, { from: 'cat-2', to: 'cat-1' }, ['before'], labelSet)).toMatchObject({ classId: 'before' });
  });
});

test('turning round leaves what has no direction, or may not lead the other way', () => {
  const links = [
    link('b', 'before', 'dog-1', 'cat-1'),
    link('c', 'chases', 'dog-1', 'cat-1'),
    link('n', 'near', 'dog-1', 'cat-2'),
  ];
  const { put } = reversed(links, [...boxes, ...links], labelSet);
  expect(put.map(({ id, shape }) => [id, shape])).toEqual([['b', { kind: 'relation', from: 'cat-1', to: 'dog-1' }]]);
});

test('a class is given to relations that it takes, and to nothing else', () => {
  const links = [link('b', 'before', 'dog-1', 'cat-1'), link('c', 'before', 'cat-1', 'cat-2')];
  const all = [...boxes, ...links];
  expect(relabelled([dog, ...links], 'chases', labelSet, all).put.map(({ id, classId }) => [id, classId])).toEqual([
    ['b', 'chases'],
  ]);
});

test('copies of what is related are related, under ids of their own and in a group of their own', () => {
  const grouped = [
    { ...dog, group: 'g' },
    { ...cat, group: 'g' },
  ];
  const all = [...grouped, other, link('l', 'chases', 'dog-1', 'cat-1'), link('k', 'near', 'cat-1', 'cat-2')];
  const chosen = withInnerRelations(grouped, all);
  expect(chosen.map(({ id }) => id)).toEqual(['dog-1', 'cat-1', 'l']);
  let made = 0;
  const context = {
    there: all,
    item: { width: 99, height: 99 },
    by: { x: 5, y: 5 },
    newId: () => `new-${(made += 1)}`,
  };
  const copies = copied([...chosen, link('k', 'near', 'cat-1', 'cat-2')], context);
  const [first, second, third, ...more] = copies;
  expect(more).toEqual([]);
  expect(third?.shape).toEqual({ kind: 'relation', from: first?.id, to: second?.id });
  expect(first?.group).toBe(second?.group);
  expect(first?.group).not.toBe('g');
});

describe('the tool for relations', () => {
  const state = { revision: 0, annotations: boxes, dismissed: [], canUndo: false, canRedo: false };
  const bench = openWorkbench('task-1', { ...state, annotations: [...boxes] }, labelSet, 'select');

  test('offers as ends what the class takes', () => {
    const begun = (from: string | null) =>
      linkCandidates(reduceWorkbench(bench, { type: 'link begun', classId: 'chases', from }), labelSet).map(
        ({ id }) => id,
      );
    expect(begun('dog-1')).toEqual(['cat-1', 'cat-2']);
    expect(begun('cat-1')).toEqual(['dog-1']);
    expect(begun(null)).toEqual(['dog-1', 'cat-1', 'cat-2']);
  });

  test('forgets its start when another tool is taken, or when the start is removed', () => {
    const begun = reduceWorkbench(bench, { type: 'link begun', classId: 'near', from: 'cat-1' });
    expect(begun).toMatchObject({ tool: 'link', linkFrom: 'cat-1', linkClassId: 'near' });
    expect(reduceWorkbench(begun, { type: 'tool taken', tool: 'select' }).linkFrom).toBeNull();
    const removed = reduceWorkbench(begun, { type: 'edit begun', edit: { put: [], remove: ['cat-1'] } });
    expect(removed.linkFrom).toBeNull();
  });
});
