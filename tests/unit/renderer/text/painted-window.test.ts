import { expect, test } from 'vitest';
import { paintedWindow } from '../../../../renderer/text/painted-window.ts';

test('nothing is painted anew while what is seen stays in the window', () => {
  const painted = paintedWindow({ start: 100_000, end: 112_000 }, { start: 0, end: 0 });
  expect(painted).toEqual({ start: 70_000, end: 142_000 });
  expect(paintedWindow({ start: 130_000, end: 142_000 }, painted)).toBe(painted);
  expect(paintedWindow({ start: 70_000, end: 82_000 }, painted)).toBe(painted);
});

test('the window goes along once what is seen leaves it at either end, and all that is seen is painted', () => {
  const painted = { start: 70_000, end: 142_000 };
  expect(paintedWindow({ start: 136_000, end: 142_001 }, painted)).toEqual({ start: 106_000, end: 172_001 });
  expect(paintedWindow({ start: 69_999, end: 80_000 }, painted)).toEqual({ start: 39_999, end: 110_000 });
  expect(paintedWindow({ start: 0, end: 900_000 }, painted)).toEqual({ start: 0, end: 930_000 });
});
