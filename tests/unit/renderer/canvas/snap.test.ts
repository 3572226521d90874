import { expect, test } from 'vitest';
import { snapped } from '../../../../renderer/canvas/gestures/snap.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const box = makeBox('a', { x: 100, y: 100, width: 50, height: 40 });

test.each([
  ['a corner before a border', [103, 97], [100, 100]],
  ['the nearest place on a border', [120, 103], [120, 100]],
  ['the border of the picture', [397, 200], [400, 200]],
  ['a corner of the picture', [2, 298], [0, 300]],
  ['nothing far from all', [220, 200], [220, 200]],
  ['nothing deep inside a shape', [125, 120], [125, 120]],
] as const)('a point goes to %s', (_name, [x, y], [toX, toY]) => {
  expect(snapped({ x, y }, [box], item, 5)).toEqual({ x: toX, y: toY });
});

test('a grip never goes to its own shape', () => {
  expect(snapped({ x: 103, y: 97 }, [box], item, 5, new Set(['a']))).toEqual({ x: 103, y: 97 });
});

test('among many shapes a point goes where it goes among few', () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    makeBox(
      `far-${at}`,
      { x: 1000 + (at % 20) * 40, y: Math.floor(at / 20) * 40, width: 20, height: 20 },
      { order: at + 1 },
    ),
  );
  for (const at of [
    { x: 103, y: 97 },
    { x: 120, y: 103 },
    { x: 1003, y: 2 },
    { x: 220, y: 200 },
  ]) {
    expect(snapped(at, [box, ...many], item, 5)).toEqual(snapped(at, [box, ...many.slice(0, 1)], item, 5));
  }
});
