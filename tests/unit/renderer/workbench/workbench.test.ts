import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { detailedOf, neighbourOf } from '../../../../renderer/workbench/bench-selection.ts';
import {
  nextOrder,
  openWorkbench,
  reduceWorkbench,
  type Workbench,
  type WorkbenchEvent,
} from '../../../../renderer/workbench/workbench.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const rect = { x: 1, y: 1, width: 10, height: 10 };
const a = makeBox('a', rect, { order: 0 });
const b = makeBox('b', rect, { order: 1 });
const labelSet = { medium: 'image' as const, classes: [{ id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] }] };
const start = openWorkbench(
  'task-1',
  { revision: 4, annotations: [a], dismissed: [], canUndo: true, canRedo: false },
  labelSet,
  'draw',
);

function after(bench: Workbench, ...events: readonly WorkbenchEvent[]): Workbench {
  return events.reduce(reduceWorkbench, bench);
}

const addB: WorkbenchEvent = { type: 'edit begun', edit: { put: [b], remove: [] } };
const step = { revision: 5, canUndo: true, canRedo: false };

describe('what was just drawn', () => {
  const drawn = after(start, addB);
  const detailed = (bench: Workbench) => detailedOf(bench).map(({ id }) => id);

  test('is what details go to, until something is selected or the hand does something else', () => {
    expect(detailed(start)).toEqual([]);
    expect(detailed(drawn)).toEqual(['b']);
    expect(detailed(after(drawn, { type: 'selected', id: 'a' }))).toEqual(['a']);
    const ends: readonly WorkbenchEvent[] = [
      { type: 'selected', id: null },
      { type: 'selected many', ids: [] },
      { type: 'suggestion selected', id: null },
      { type: 'tool taken', tool: 'select' },
      { type: 'link begun', classId: 'c', from: null },
      { type: 'edit begun', edit: { put: [], remove: ['b'] } },
    ];
    for (const event of ends) expect(detailed(after(drawn, event)), JSON.stringify(event)).toEqual([]);
  });

  test('stays so while it is changed and while the class of the next one is chosen', () => {
    const changed: WorkbenchEvent = { type: 'edit begun', edit: { put: [{ ...b, marks: ['difficult'] }], remove: [] } };
    expect(detailedOf(after(drawn, changed, { type: 'class chosen', classId: 'c' }))).toEqual([
      { ...b, marks: ['difficult'] },
    ]);
  });

  test('is not what is pasted, and no answer about the whole item', () => {
    const c = { ...b, id: 'c' };
    const answer: Annotation = { ...b, id: 'd', shape: { kind: 'tag' } };
    expect(detailed(after(start, { type: 'edit begun', edit: { put: [b, c], remove: [] } }))).toEqual([]);
    expect(detailed(after(start, { type: 'edit begun', edit: { put: [answer], remove: [] } }))).toEqual([]);
  });
});

describe('an edit', () => {
  test('is shown at once and counts as under way', () => {
    expect(after(start, addB)).toMatchObject({ annotations: [a, b], underWay: 1, revision: 4 });
  });

  test('that is acknowledged is saved, on the new revision', () => {
    const saved = after(start, addB, {
      type: 'acknowledged',
      step,
      changed: { put: [b], remove: [] },
      replaces: false,
    });
    expect(saved).toMatchObject({ annotations: [a, b], underWay: 0, revision: 5 });
    expect(saved.onDisk.annotations).toEqual([a, b]);
  });

  test('that is refused without a word of what is there leaves what was acknowledged last', () => {
    const removeA: WorkbenchEvent = { type: 'edit begun', edit: { put: [], remove: ['a'] } };
    const acknowledged: WorkbenchEvent = {
      type: 'acknowledged',
      step,
      changed: { put: [b], remove: [] },
      replaces: false,
    };
    const refusal = { code: 'DISK_FAILED' as const, details: {} };
    const refused = after(start, addB, removeA, acknowledged, { type: 'refused', refusal, state: null });
    expect(refused).toMatchObject({ annotations: [a, b], underWay: 0, revision: 5, refusal });
  });

  test('that is refused is taken back, with all that waited behind it', () => {
    const state = { revision: 4, annotations: [a], dismissed: [], canUndo: true, canRedo: false };
    const refused = after(
      start,
      addB,
      { type: 'edit begun', edit: { put: [], remove: ['a'] } },
      { type: 'refused', refusal: { code: 'DISK_FULL', details: {} }, state },
    );
    expect(refused).toMatchObject({ annotations: [a], underWay: 0, revision: 4, refusal: { code: 'DISK_FULL' } });
  });

  test('that removes what is selected leaves nothing selected', () => {
    const gone = after(start, { type: 'selected', id: 'a' }, { type: 'edit begun', edit: { put: [], remove: ['a'] } });
    expect(gone.selectedId).toBeNull();
  });

  test('of an annotation that is not there cannot be selected', () => {
    expect(after(start, { type: 'selected', id: 'nobody' }).selectedId).toBeNull();
  });
});

test('undo shows what the disk says', () => {
  const undone = after(
    start,
    { type: 'step begun' },
    { type: 'acknowledged', step: { ...step, canRedo: true }, changed: { put: [], remove: ['a'] }, replaces: true },
  );
  expect(undone).toMatchObject({ annotations: [], underWay: 0, canRedo: true });
});

test('taking the drawing tool lets go of what is selected, so that a digit does not change it', () => {
  expect(after(start, { type: 'selected', id: 'a' }, { type: 'tool taken', tool: 'draw' }).selectedId).toBe('a');
  const picked = after(start, { type: 'tool taken', tool: 'select' }, { type: 'selected', id: 'a' });
  expect(after(picked, { type: 'tool taken', tool: 'draw' }).selectedId).toBeNull();
});

test('the next and the previous annotation go round', () => {
  const bench = after(start, addB);
  expect([neighbourOf(bench, 1), neighbourOf(bench, -1)]).toEqual(['a', 'b']);
  const atB = after(bench, { type: 'selected', id: 'b' });
  expect([neighbourOf(atB, 1), neighbourOf(atB, -1)]).toEqual(['a', 'a']);
  expect(neighbourOf({ ...start, annotations: [] }, 1)).toBeNull();
});

test('a new annotation lies above all others', () => {
  expect(nextOrder([a, b])).toBe(2);
  expect(nextOrder([])).toBe(0);
});
