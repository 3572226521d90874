import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../../shared/annotation/edit.ts';
import { copied, relabelled, reordered, type Step } from '../../../../renderer/workbench/arrange.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const rect = { x: 10, y: 10, width: 20, height: 10 };
const item = { width: 100, height: 80 };
const three = ['a', 'b', 'c'].map((id, order) => makeBox(id, rect, { order }));
const labelSet = {
  medium: 'image' as const,
  classes: [
    { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
    { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
    { id: 'line', name: 'Line', colour: 2, kinds: ['polyline'] },
  ],
};

/** Ids from the bottom up after a step. */
function orderAfter(ids: readonly string[], step: Step): string {
  return applyEdit(three, reordered(three, new Set(ids), step))
    .map(({ id }) => id)
    .join('');
}

describe('the drawing order', () => {
  test.each<[readonly string[], Step, string]>([
    [['a'], 'forward', 'bac'],
    [['a'], 'front', 'bca'],
    [['c'], 'backward', 'acb'],
    [['c'], 'back', 'cab'],
    [['a', 'b'], 'forward', 'cab'],
    [['b', 'c'], 'backward', 'bca'],
    [['a', 'c'], 'front', 'bac'],
    [['c'], 'front', 'abc'],
  ])('%s %s gives %s', (ids, step, after) => {
    expect(orderAfter(ids, step)).toBe(after);
  });

  test('that does not change is no edit', () => {
    expect(reordered(three, new Set(['c']), 'forward')).toEqual({ put: [], remove: [] });
  });
});

describe('another class', () => {
  test('goes to all that may have it, as one edit, and a suggestion counts as edited', () => {
    const [a, b] = [three[0], { ...three[1], origin: 'accepted' as const }];
    if (!a) throw new Error('there are three');
    const edit = relabelled([a, b as typeof a], 'dog', labelSet);
    expect(edit.put.map(({ id, classId, origin }) => [id, classId, origin])).toEqual([
      ['a', 'dog', 'hand'],
      ['b', 'dog', 'edited'],
    ]);
  });

  test('that does not take the kind changes nothing', () => {
    expect(relabelled(three, 'line', labelSet).put).toEqual([]);
  });
});

describe('copies', () => {
  let made = 0;
  const newId = () => `n-${(made += 1)}`;

  test('lie above all others, beside their source, and never pass as made by hand', () => {
    const sources = [makeBox('a', rect), makeBox('b', rect, { origin: 'accepted' })];
    const copies = copied(sources, { there: three, item, by: { x: 5, y: 5 }, newId });
    expect(copies.map(({ order, origin }) => [order, origin])).toEqual([
      [3, 'hand'],
      [4, 'edited'],
    ]);
    expect(copies[0]?.shape).toEqual({ kind: 'box', x: 15, y: 15, width: 20, height: 10 });
  });

  test('of boxes are always inside the item, wherever they come from', () => {
    const place = fc.integer({ min: -500, max: 500 });
    const side = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(place, place, side, side, place, (x, y, width, height, by) => {
        const [copy] = copied([makeBox('a', { x, y, width, height })], {
          there: [],
          item,
          by: { x: by, y: by },
          newId,
        });
        if (copy?.shape.kind !== 'box') throw new Error('a box stays a box');
        const { shape } = copy;
        expect(shape.x).toBeGreaterThanOrEqual(0);
        expect(shape.y).toBeGreaterThanOrEqual(0);
        expect(shape.x + shape.width).toBeLessThanOrEqual(item.width);
        expect(shape.y + shape.height).toBeLessThanOrEqual(item.height);
      }),
    );
  });
});
