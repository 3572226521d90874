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
