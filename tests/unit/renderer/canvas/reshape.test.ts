import { expect, test } from 'vitest';
import type { Annotation, Shape } from '../../../../shared/annotation/annotation.ts';
import { reshapedAt } from '../../../../renderer/canvas/gestures/reshape.ts';

const outer = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];
const polygon: Shape = { kind: 'polygon', parts: [{ outer, holes: [] }] };
const annotation: Annotation = { id: 'a', classId: 'thing', origin: 'accepted', order: 0, shape: polygon };
const context = { annotations: [annotation], selectedIds: ['a'] };
const press = (x: number, y: number, alt = false) => ({ type: 'down' as const, at: { x, y }, tolerancePx: 5, alt });

test('a double click on an edge puts a vertex in, and the suggestion counts as edited', () => {
  expect(reshapedAt(press(50, 2), true, context)).toEqual({
    ...annotation,
    origin: 'edited',
    shape: { kind: 'polygon', parts: [{ outer: outer.toSpliced(1, 0, { x: 50, y: 0 }), holes: [] }] },
  });
});

test('Alt on a vertex takes it out', () => {
  expect(reshapedAt(press(101, 1, true), false, context)?.shape).toEqual({
    kind: 'polygon',
    parts: [{ outer: outer.toSpliced(1, 1), holes: [] }],
  });
});

test.each([
  ['a plain press', press(50, 2), false, context],
  ['a double click inside', press(50, 50), true, context],
  ['a double click on a vertex that has no states', press(100, 0), true, context],
  ['Alt beside all vertices', press(50, 2, true), false, context],
  ['Alt with nothing selected', press(100, 0, true), false, { ...context, selectedIds: [] }],
  ['Alt with more than one selected', press(100, 0, true), false, { ...context, selectedIds: ['a', 'b'] }],
])('%s changes nothing', (_title, event, again, given) => {
  expect(reshapedAt(event, again, given)).toBeNull();
});
