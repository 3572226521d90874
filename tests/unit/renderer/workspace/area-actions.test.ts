import { expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { type Told, uniteSelected } from '../../../../renderer/screens/workspace/area-actions.ts';
import { firstBenchView, reduceBenchView } from '../../../../renderer/workbench/bench-view.ts';
import type { Bench } from '../../../../renderer/workbench/use-workbench.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const labelSet: LabelSet = {
  medium: 'image',
  classes: [{ id: 'cat', name: 'Cat', colour: 0, kinds: ['polygon'] }],
};

/** A ring of so many points around (100 + `x`, 100). */
function ring(id: string, x: number, points: number): Annotation {
  const outer = Array.from({ length: points }, (_, at) => ({
    x: 100 + x + 50 * Math.cos((2 * Math.PI * at) / points),
    y: 100 + 50 * Math.sin((2 * Math.PI * at) / points),
  }));
  const box = makeBox(id, { x: 0, y: 0, width: 1, height: 1 }, { classId: 'cat', order: x });
  return { ...box, shape: { kind: 'polygon', parts: [{ outer, holes: [] }] } };
}

/** Two rings, selected. `said` is what was told, `kept` what was merged, `work` what waits for the screen. */
function selectedRings(points: number) {
  const annotations = [ring('a', 0, points), ring('b', 30, points)];
  const state = { revision: 0, annotations, dismissed: [], canUndo: false, canRedo: false };
  const store = createStore(openWorkbench('task-1', state, labelSet, 'select'), reduceWorkbench);
  store.send({ type: 'selected many', ids: ['a', 'b'] });
  const said: (string | null)[] = [];
  const kept: (readonly string[])[] = [];
  const work: (() => void)[] = [];
  const view = createStore(firstBenchView, reduceBenchView);
  const editor = { replace: (_edit: unknown, select: readonly string[]) => kept.push(select) };
  const bench = { store, view, labelSet, editor } as unknown as Bench;
  const tell = (told: Told | null) => void said.push(told?.key ?? null);
  uniteSelected({ bench, item: { width: 400, height: 300 }, tell, later: (one) => void work.push(one) });
  return { store, said, kept, work };
}

test('short work is done at once, and nothing is said of it', () => {
  const { said, kept, work } = selectedRings(20);
  expect([said, kept, work]).toEqual([[], [['a']], []]);
});

test('long work is announced, done once that can be read, and the word goes', () => {
  const { said, kept, work } = selectedRings(400);
  expect([said, kept]).toEqual([['told.area.working'], []]);
  for (const one of work) one();
  expect([said, kept]).toEqual([['told.area.working', null], [['a']]]);
});

test('long work on what was changed meanwhile is not done', () => {
  const { store, said, kept, work } = selectedRings(400);
  store.send({ type: 'edit begun', edit: { put: [], remove: ['b'] } });
  for (const one of work) one();
  expect([said, kept]).toEqual([['told.area.working', null], []]);
});
