import { expect, test } from 'vitest';
import type { Annotation, Shape } from '../../../../shared/annotation/annotation.ts';
import { gripAfter, placeAfterGrip, withVertex } from '../../../../renderer/canvas/gestures/vertices.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const of = (shape: Shape): Annotation => ({ ...makeBox('a', { x: 0, y: 0, width: 1, height: 1 }), shape });
const at = (x: number, y: number) => ({ x, y });
const polygon = of({
  kind: 'polygon',
  parts: [{ outer: [at(0, 0), at(100, 0), at(100, 100)], holes: [[at(60, 20), at(80, 20), at(80, 40)]] }],
});
const line = of({ kind: 'polyline', points: [at(0, 0), at(10, 0), at(10, 20)] });
const skeleton = of({
  kind: 'skeleton',
  points: [
    { name: 'head', visibility: 'visible', x: 0, y: 0 },
    { name: 'hip', visibility: 'hidden', x: 0, y: 40 },
    { name: 'foot', visibility: 'absent' },
  ],
  edges: [
    [0, 1],
    [1, 2],
  ],
});
const box = makeBox('b', { x: 10, y: 10, width: 30, height: 20 });
const mask = of({ kind: 'mask', x: 0, y: 0, width: 1, height: 1, counts: '01' });

test.each<[string, Annotation, string | null, 1 | -1, string | undefined]>([
  ['the first of all', polygon, null, 1, '0.0'],
  ['the last of all, in the hole', polygon, null, -1, '1.2'],
  ['from the outer ring into the hole', polygon, '0.2', 1, '1.0'],
  ['round from the last to the first', polygon, '1.2', 1, '0.0'],
  ['one that is gone counts as none', polygon, '7.7', 1, '0.0'],
  ['the corners and sides of a box', box, 'nw', 1, 'n'],
  ['only key points that are there', skeleton, '1', 1, '0'],
  ['a mask has none', mask, null, 1, undefined],
])('going from vertex to vertex: %s', (_name, annotation, gripId, step, next) => {
  expect(gripAfter(annotation, gripId, step)?.id).toBe(next);
});

test.each<[string, Annotation, string | null, { x: number; y: number } | null]>([
  ['half way to the next vertex', polygon, '0.0', at(50, 0)],
  ['from the last vertex of a ring back to its first', polygon, '0.2', at(50, 50)],
  ['within the ring that the vertex is of', polygon, '1.1', at(80, 30)],
  ['before the end of a line, which has no next', line, '2', at(10, 10)],
  ['in the first edge when no vertex is in hand', line, null, at(5, 0)],
  ['on the bone of a key point', skeleton, '0', at(0, 20)],
])('a key puts a vertex %s', (_name, annotation, gripId, place) => {
  expect(placeAfterGrip(annotation, gripId)).toEqual(place);
  const made = place && withVertex(annotation, { what: 'insert', at: place, reachPx: 1 });
  expect(made?.gripId).toBeTruthy();
});

test('a vertex that goes leaves the next one in hand', () => {
  expect(withVertex(line, { what: 'remove', gripId: '1' })?.gripId).toBe('1');
  expect(withVertex(line, { what: 'remove', gripId: '2' })?.gripId).toBe('1');
});

test.each<[string, Annotation, Parameters<typeof withVertex>[1]]>([
  ['a box takes no vertex', box, { what: 'insert', at: at(10, 10), reachPx: 5 }],
  ['a corner of a box stays', box, { what: 'remove', gripId: 'se' }],
  ['a vertex of a polygon has no states', polygon, { what: 'cycle', gripId: '0.0' }],
  ['nothing within reach', polygon, { what: 'insert', at: at(50, 50 + 30), reachPx: 5 }],
])('%s', (_name, annotation, change) => {
  expect(withVertex(annotation, change)).toBeNull();
});
