import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import type { Call } from '../../../../renderer/app/session-actions.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { firstBenchView, reduceBenchView } from '../../../../renderer/workbench/bench-view.ts';
import { createClipboard } from '../../../../renderer/workbench/clipboard.ts';
import { createEditor } from '../../../../renderer/workbench/editor.ts';
import { chooseLinkClass, doLinkAction } from '../../../../renderer/workbench/link-actions.ts';
import type { Bench } from '../../../../renderer/workbench/use-workbench.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { detailsLabelSets } from '../../../support/details-project.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const labelSet = setForImages();
const rect = { x: 0, y: 0, width: 5, height: 5 };
const boxes = [
  makeBox('dog-1', rect, { classId: 'dog', order: 0 }),
  makeBox('cat-1', rect, { classId: 'cat', order: 1 }),
  makeBox('cat-2', rect, { classId: 'cat', order: 2 }),
];

function setForImages(): LabelSet {
  const [first] = detailsLabelSets;
  if (!first) throw new Error('the fixture has a label set');
  return first;
}

/** A bench with a dog and two cats on it, whose disk keeps everything. */
function open(more: readonly Annotation[] = []): Bench & { readonly relations: () => readonly string[] } {
  const answer = { ok: true, value: { revision: 1, canUndo: true, canRedo: false } };
  const state = { revision: 0, annotations: [...boxes, ...more], dismissed: [], canUndo: false, canRedo: false };
  const store = createStore(openWorkbench('task-1', state, labelSet, 'select'), reduceWorkbench);
  let made = 0;
  const editor = createEditor(store, (async () => answer) as unknown as Call, () => `new-${(made += 1)}`, labelSet);
  const bench = {
    store,
    editor,
    labelSet,
    questions: [],
    view: createStore(firstBenchView, reduceBenchView),
    clipboard: createClipboard(),
  } as unknown as Bench;
  const relations = () =>
    store
      .read()
      .annotations.flatMap(({ classId, shape }) =>
        shape.kind === 'relation' ? [`${shape.from} ${classId} ${shape.to}`] : [],
      );
  return { ...bench, relations };
}

const chases: Annotation = {
  id: 'l',
  classId: 'chases',
  origin: 'hand',
  order: 9,
  shape: { kind: 'relation', from: 'dog-1', to: 'cat-1' },
};

describe('the key of a type of relation', () => {
  test('joins the two that are selected, in the order in which they were', () => {
    const bench = open();
    bench.store.send({ type: 'selected many', ids: ['cat-2', 'cat-1'] });
    chooseLinkClass(bench, 'sees');
    expect(bench.relations()).toEqual(['cat-2 sees cat-1']);
    expect(bench.store.read().tool).toBe('select');
  });

  test('says why when it does not join them', () => {
    const bench = open();
    bench.store.send({ type: 'selected many', ids: ['cat-1', 'cat-2'] });
    chooseLinkClass(bench, 'chases');
    expect(bench.relations()).toEqual([]);
    expect(bench.store.read().linkRefusal).toBe('relation-end-class');
  });

  test('starts at the one that is selected', () => {
    const bench = open();
    bench.store.send({ type: 'selected', id: 'cat-1' });
    chooseLinkClass(bench, 'near');
    expect(bench.store.read()).toMatchObject({ tool: 'link', linkFrom: 'cat-1', linkClassId: 'near' });
  });

  test('is given to a relation that is selected, and begins another where that may not have it', () => {
    const bench = open([chases]);
    bench.store.send({ type: 'selected', id: 'l' });
    chooseLinkClass(bench, 'sees');
    expect(bench.relations()).toEqual(['dog-1 sees cat-1']);
    const other = open([{ ...chases, classId: 'near', shape: { kind: 'relation', from: 'cat-1', to: 'cat-2' } }]);
    other.store.send({ type: 'selected', id: 'l' });
    chooseLinkClass(other, 'chases');
    expect(other.store.read()).toMatchObject({ tool: 'link', linkFrom: null, linkClassId: 'chases' });
    expect(other.relations()).toEqual(['cat-1 near cat-2']);
  });
});

describe('keys alone', () => {
  test('go through the ends that fit, and join with Enter', () => {
    const bench = open();
    bench.store.send({ type: 'selected', id: 'dog-1' });
    doLinkAction('tool-relation', bench);
    doLinkAction('next', bench);
    doLinkAction('next', bench);
    doLinkAction('finish', bench);
    expect(bench.relations()).toEqual(['dog-1 chases cat-2']);
    // the tool stays in hand, for the next one
    expect(bench.store.read()).toMatchObject({ tool: 'link', linkFrom: null });
  });

  test('are somebody else’s while another tool is in hand', () => {
    const bench = open();
    expect(['next', 'finish', 'undo'].map((action) => doLinkAction(action, bench))).toEqual([false, false, false]);
  });

  test('choose both ends, the first one too', () => {
    const bench = open();
    doLinkAction('tool-relation', bench);
    doLinkAction('previous', bench);
    doLinkAction('finish', bench);
    expect(bench.store.read().linkFrom).toBe('cat-2');
    // only a dog chases: nothing else is offered
    doLinkAction('next', bench);
    expect(bench.store.read().selectedId).toBe('dog-1');
    doLinkAction('finish', bench);
    expect(bench.relations()).toEqual(['dog-1 chases cat-2']);
  });
});
