import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { applyEdit, type Edit, inverseOf } from '../../../../shared/annotation/edit.ts';
import type { ErrorCode } from '../../../../shared/core/error-codes.ts';
import type { Call } from '../../../../renderer/app/session-actions.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { createEditor } from '../../../../renderer/workbench/editor.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { makeTaskView } from '../../../support/make-views.ts';

const labelSet = {
  medium: 'image' as const,
  classes: [
    { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
    { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
  ],
};
const shape = { kind: 'box' as const, x: 1, y: 1, width: 10, height: 10 };

/** A disk that keeps edits by revision, and refuses the calls it is told to. */
function makeDisk() {
  const disk = {
    annotations: [] as readonly Annotation[],
    revision: 0,
    undo: [] as Edit[],
    calls: [] as string[],
    refuse: null as ErrorCode | null,
  };
  const state = () => ({
    revision: disk.revision,
    annotations: [...disk.annotations],
    dismissed: [],
    canUndo: disk.undo.length > 0,
    canRedo: false,
  });
  const call = (async (channel: string, input: { revision?: number; edit?: Edit }) => {
    disk.calls.push(channel);
    await Promise.resolve();
    if (channel === 'task.current') return { ok: true, value: { task: makeTaskView('task-1', { state: state() }) } };
    if (disk.refuse) return { ok: false, error: { code: disk.refuse, details: {} } };
    if (input.revision !== disk.revision) return { ok: false, error: { code: 'TASK_CHANGED_ELSEWHERE', details: {} } };
    const edit = channel === 'annotation.undo' ? disk.undo.pop() : input.edit;
    if (!edit) return { ok: false, error: { code: 'NOTHING_TO_UNDO', details: {} } };
    if (channel === 'annotation.apply') disk.undo.push(inverseOf(disk.annotations, edit));
    disk.annotations = applyEdit(disk.annotations, edit);
    disk.revision += 1;
    const { revision, canUndo, canRedo } = state();
    const step = { revision, canUndo, canRedo };
    return { ok: true, value: channel === 'annotation.apply' ? step : { ...step, changed: edit } };
  }) as unknown as Call;
  return { disk, call };
}

function open() {
  const { disk, call } = makeDisk();
  const state = { revision: 0, annotations: [], dismissed: [], canUndo: false, canRedo: false };
  const store = createStore(openWorkbench('task-1', state, labelSet, 'draw'), reduceWorkbench);
  let made = 0;
  const editor = createEditor(store, call, () => `new-${(made += 1)}`, labelSet);
  return { disk, store, editor };
}

describe('the editor', () => {
  test('shows a new annotation before the disk has it, and says so', async () => {
    const { disk, store, editor } = open();
    editor.add(shape, { select: false });
    expect(store.read()).toMatchObject({ underWay: 1, annotations: [{ id: 'new-1', classId: 'cat', origin: 'hand' }] });
    expect(disk.annotations).toEqual([]);
    expect(await editor.settle()).toBe(true);
    expect(store.read()).toMatchObject({ underWay: 0, revision: 1 });
    expect(disk.annotations).toHaveLength(1);
  });

  test('writes quick edits one after the other, each on the revision before it', async () => {
    const { disk, store, editor } = open();
    for (let count = 0; count < 5; count += 1) editor.add(shape, { select: false });
    await editor.settle();
    expect(disk.calls).toEqual(Array.from({ length: 5 }, () => 'annotation.apply'));
    expect(store.read()).toMatchObject({ revision: 5, underWay: 0 });
    expect(store.read().annotations).toEqual(disk.annotations);
  });

  test('undoes what is on the way to the disk too', async () => {
    const { disk, store, editor } = open();
    editor.add(shape, { select: false });
    editor.undo();
    editor.add(shape, { select: false });
    await editor.settle();
    expect(store.read().annotations).toEqual(disk.annotations);
    expect(disk.annotations.map(({ id }) => id)).toEqual(['new-2']);
  });

  test('shows what is really there after a refusal, and drops what waited', async () => {
    const { disk, store, editor } = open();
    editor.add(shape, { select: false });
    await editor.settle();
    disk.refuse = 'DISK_FULL';
    editor.add(shape, { select: false });
    editor.add(shape, { select: false });
    expect(await editor.settle()).toBe(false);
    expect(disk.calls).toEqual(['annotation.apply', 'annotation.apply', 'task.current']);
    expect(store.read()).toMatchObject({ refusal: { code: 'DISK_FULL' }, underWay: 0, revision: 1 });
    expect(store.read().annotations).toEqual(disk.annotations);
  });

  test('gives what is selected another class', async () => {
    const { disk, editor, store } = open();
    editor.add(shape, { select: true });
    editor.chooseClass('dog');
    await editor.settle();
    expect(disk.annotations).toMatchObject([{ id: 'new-1', classId: 'dog', origin: 'hand' }]);
    expect(store.read().activeClassId).toBe('dog');
  });
});
