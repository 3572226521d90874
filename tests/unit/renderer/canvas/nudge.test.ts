import { describe, expect, test } from 'vitest';
import { gripNudged, nudged, penMoved, turned } from '../../../../renderer/canvas/gestures/nudge.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const box = makeBox('a', { x: 100, y: 100, width: 50, height: 40 });
const key = (code: string, held: { readonly shift?: boolean; readonly ctrl?: boolean } = {}) => ({
  code,
  shift: false,
  ctrl: false,
  ...held,
});

test.each([
  ['ArrowRight', {}, { x: 101, y: 100, width: 50, height: 40 }],
  ['ArrowUp', {}, { x: 100, y: 99, width: 50, height: 40 }],
  ['ArrowLeft', { ctrl: true }, { x: 90, y: 100, width: 50, height: 40 }],
  ['ArrowDown', { shift: true }, { x: 100, y: 100, width: 50, height: 41 }],
  ['ArrowLeft', { shift: true, ctrl: true }, { x: 100, y: 100, width: 40, height: 40 }],
  ['KeyA', {}, { x: 100, y: 100, width: 50, height: 40 }],
])('%s %o', (code, held, rect) => {
  expect(nudged([box], key(code, held), item)[0]?.shape).toEqual({ kind: 'box', ...rect });
});

test('at the border of the item a box stays', () => {
  const atBorder = makeBox('a', { x: 350, y: 100, width: 50, height: 40 });
  expect(nudged([atBorder], key('ArrowRight', { ctrl: true }), item)[0]?.shape).toEqual(atBorder.shape);
});

test.each([
  ['the upper left corner', 'nw', 'ArrowLeft', {}, { x: 99, y: 100, width: 51, height: 40 }],
  ['the right side, ten at a time', 'e', 'ArrowRight', { ctrl: true }, { x: 100, y: 100, width: 60, height: 40 }],
  ['the right side, which does not go down', 'e', 'ArrowDown', {}, { x: 100, y: 100, width: 50, height: 40 }],
  ['a grip that is not there', 'middle', 'ArrowDown', {}, { x: 100, y: 100, width: 50, height: 40 }],
])('an arrow moves %s', (_name, gripId, code, held, rect) => {
  expect(gripNudged(box, gripId, key(code, held), item).shape).toEqual({ kind: 'box', ...rect });
});

test('a grip stays inside the item', () => {
  const near = makeBox('a', { x: 395, y: 100, width: 4, height: 40 });
  expect(gripNudged(near, 'e', key('ArrowRight', { ctrl: true }), item).shape).toMatchObject({ x: 395, width: 5 });
});

test('what can turn is turned, a box is left out, and a suggestion counts as edited', () => {
  const shape = { kind: 'rotated-box', cx: 50, cy: 50, width: 20, height: 10, degrees: 350 } as const;
  const annotation = { ...box, id: 'r', origin: 'accepted' as const, shape };
  expect(turned([box, annotation], 15)).toEqual([{ ...annotation, origin: 'edited', shape: { ...shape, degrees: 5 } }]);
});

describe('the pen', () => {
  const context = { item, seen: { width: 200, height: 100 }, scale: 1 };
  test.each([
    ['a pixel', {}, context, { x: 51, y: 50 }],
    ['ten with Ctrl', { ctrl: true }, context, { x: 60, y: 50 }],
    ['a tenth of what is seen with Shift', { shift: true }, { ...context, scale: 0.5 }, { x: 70, y: 50 }],
    ['a pixel of the view while that is more', {}, { ...context, scale: 0.25 }, { x: 54, y: 50 }],
  ])('goes %s', (_name, held, given, after) => {
    expect(penMoved({ x: 50, y: 50 }, key('ArrowRight', held), given)).toEqual(after);
  });

  test('stops at the borders of the item', () => {
    expect(penMoved({ x: 3, y: 3 }, key('ArrowUp', { ctrl: true }), context)).toEqual({ x: 3, y: 0 });
    expect(penMoved({ x: 399, y: 3 }, key('ArrowRight', { shift: true }), context)).toEqual({ x: 400, y: 3 });
  });
});
