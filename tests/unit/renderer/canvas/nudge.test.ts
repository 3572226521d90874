import { expect, test } from 'vitest';
import { nudged } from '../../../../renderer/canvas/gestures/nudge.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const box = makeBox('a', { x: 100, y: 100, width: 50, height: 40 });

test.each([
  ['ArrowRight', {}, { x: 101, y: 100, width: 50, height: 40 }],
  ['ArrowUp', {}, { x: 100, y: 99, width: 50, height: 40 }],
  ['ArrowLeft', { ctrl: true }, { x: 90, y: 100, width: 50, height: 40 }],
  ['ArrowDown', { shift: true }, { x: 100, y: 100, width: 50, height: 41 }],
  ['ArrowLeft', { shift: true, ctrl: true }, { x: 100, y: 100, width: 40, height: 40 }],
  ['KeyA', {}, { x: 100, y: 100, width: 50, height: 40 }],
])('%s %o', (code, held, rect) => {
  expect(nudged([box], { code, shift: false, ctrl: false, ...held }, item)[0]?.shape).toEqual({ kind: 'box', ...rect });
});

test('at the border of the item a box stays', () => {
  const atBorder = makeBox('a', { x: 350, y: 100, width: 50, height: 40 });
  expect(nudged([atBorder], { code: 'ArrowRight', shift: false, ctrl: true }, item)[0]?.shape).toEqual(atBorder.shape);
});
