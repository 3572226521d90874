import { describe, expect, test } from 'vitest';
import { applyDismissals, applyEdit, inverseOf } from '../../../../shared/annotation/edit.ts';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { Edit } from '../../../../shared/annotation/edit.ts';
import { siftedSuggestions, type Suggestion } from '../../../../shared/annotation/suggestion.ts';
import type { Call } from '../../../../renderer/app/session-actions.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { createClipboard } from '../../../../renderer/workbench/clipboard.ts';
import { createEditor } from '../../../../renderer/workbench/editor.ts';
import { nextSuggestion, waitingOf } from '../../../../renderer/workbench/bench-selection.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const labelSet = { medium: 'image' as const, classes: [{ id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] }] };
const shape = { kind: 'box' as const, x: 1, y: 1, width: 10, height: 10 };
const suggestions: readonly Suggestion[] = ['s-1', 's-2', 's-3'].map((id) => ({
  id,
  classId: 'cat',
  shape,
  score: 0.5,
  source: 'model',
}));

/** An editor on a disk that keeps edits and takes them back. */
function open() {
  let annotations: readonly Annotation[] = [];
  let dismissed: readonly string[] = [];
  let revision = 0;
  const undo: Edit[] = [];
  const call = (async (channel: string, input: { edit?: Edit }) => {
    await Promise.resolve();
    const edit = channel === 'annotation.undo' ? undo.pop() : input.edit;
    if (!edit) throw new Error('nothing to do');
    if (channel === 'annotation.apply') undo.push(inverseOf(annotations, edit, dismissed));
    annotations = applyEdit(annotations, edit);
    dismissed = applyDismissals(dismissed, edit);
    revision += 1;
    const step = { revision, canUndo: undo.length > 0, canRedo: false };
    return { ok: true, value: channel === 'annotation.apply' ? step : { ...step, changed: edit } };
  }) as unknown as Call;
  const state = { revision: 0, annotations: [], dismissed: [], canUndo: false, canRedo: false };
  const store = createStore(openWorkbench('task-1', state, labelSet, 'select', suggestions), reduceWorkbench);
  const editor = createEditor(store, call, () => 'new', labelSet);
  const waiting = () => waitingOf(store.read()).map(({ id }) => id);
  return { store, editor, waiting };
}

describe('a suggestion', () => {
  test('that is accepted is an annotation of that origin, and waits no more; the next one is looked at', async () => {
    const { store, editor, waiting } = open();
    store.send({ type: 'suggestion selected', id: 's-1' });
    editor.accept(suggestions.slice(0, 1));
    await editor.settle();
    expect(store.read().annotations).toMatchObject([{ id: 's-1', origin: 'accepted', shape }]);
    expect([waiting(), store.read().suggestionId]).toEqual([['s-2', 's-3'], 's-2']);
  });

  test('that is rejected is gone, and comes back with undo', async () => {
    const { store, editor, waiting } = open();
    editor.reject(suggestions.slice(1, 2));
    await editor.settle();
    expect([waiting(), store.read().annotations]).toEqual([['s-1', 's-3'], []]);
    editor.undo();
    await editor.settle();
    expect(waiting()).toEqual(['s-1', 's-2', 's-3']);
  });

  test('accepted with all the others is one step', async () => {
    const { store, editor, waiting } = open();
    editor.accept(suggestions);
    await editor.settle();
    expect(store.read().annotations.map(({ order }) => order)).toEqual([0, 1, 2]);
    editor.undo();
    await editor.settle();
    expect([store.read().annotations, waiting().length]).toEqual([[], 3]);
  });

  test('that was accepted and is removed does not come back, except by undo', async () => {
    const { store, editor, waiting } = open();
    editor.accept(suggestions.slice(0, 1));
    editor.remove('s-1');
    await editor.settle();
    expect([waiting(), store.read().annotations]).toEqual([['s-2', 's-3'], []]);
    editor.undo();
    await editor.settle();
    expect(store.read().annotations).toMatchObject([{ id: 's-1', origin: 'accepted' }]);
  });

  test('that is changed is accepted as edited in one step, and stays in hand', async () => {
    const { store, editor, waiting } = open();
    const [first] = suggestions;
    if (!first) throw new Error('no suggestion');
    store.send({ type: 'suggestion selected', id: 's-1' });
    expect(editor.acceptChanged(first, { shape: { ...shape, width: 12 } })).toBe(true);
    await editor.settle();
    expect(store.read()).toMatchObject({ selectedId: 's-1', suggestionId: null });
    expect(store.read().annotations).toMatchObject([{ id: 's-1', origin: 'edited', shape: { width: 12 } }]);
    editor.undo();
    await editor.settle();
    expect([store.read().annotations, waiting()]).toEqual([[], ['s-1', 's-2', 's-3']]);
    // with nothing changed it is what the model said
    editor.acceptChanged(first, { shape: first.shape });
    expect(store.read().annotations).toMatchObject([{ id: 's-1', origin: 'accepted' }]);
  });

  test('after suggestion is looked at, round and round', () => {
    const { store } = open();
    const seen = [];
    for (let step = 0; step < 4; step += 1) {
      store.send({ type: 'suggestion selected', id: nextSuggestion(store.read()) });
      seen.push(store.read().suggestionId);
    }
    expect(seen).toEqual(['s-1', 's-2', 's-3', 's-1']);
  });
});

test('what is copied is pasted beside itself on its own image, and in its place on another', () => {
  const clipboard = createClipboard();
  expect(clipboard.take('one')).toBeNull();
  clipboard.copy('one', [makeBox('a', { x: 0, y: 0, width: 9, height: 9 })]);
  const offsets = ['one', 'one', 'two', 'two'].map((task) => clipboard.take(task)?.by.x);
  expect(offsets).toEqual([12, 24, 0, 12]);
});

describe('suggestions are looked through', () => {
  const scored = ([0.9, null, 0.4, 0.9, 0.1] as const).map((score, index): Suggestion => ({
    id: `s-${index}`,
    classId: 'cat',
    shape,
    score,
    source: 'model',
  }));
  test.each([
    ['as they came', { order: 'given', leastScore: 0 }, '0 1 2 3 4'],
    ['the surest first, equal ones as they came', { order: 'surest', leastScore: 0 }, '0 3 2 4 1'],
    ['the least sure first', { order: 'doubtful', leastScore: 0 }, '1 4 2 0 3'],
    [
      'without those that are not sure enough, or of which nothing is said',
      { order: 'given', leastScore: 0.4 },
      '0 2 3',
    ],
  ] as const)('%s', (_name, sieve, order) => {
    expect(
      siftedSuggestions(scored, sieve)
        .map(({ id }) => id.slice(2))
        .join(' '),
    ).toBe(order);
  });

  test('in that order the next one comes up after an answer', () => {
    const { store, editor } = open();
    const backwards = suggestions.toReversed();
    store.send({ type: 'suggestion selected', id: 's-3' });
    editor.accept(backwards.slice(0, 1), backwards);
    expect(store.read().suggestionId).toBe('s-2');
    expect(nextSuggestion(store.read(), backwards.slice(1))).toBe('s-1');
  });
});
