import { expect, test } from 'vitest';
import { assertTrueOrigins } from '../../../electron/services/project/origin-rule.ts';
import { makeBox } from '../../support/make-annotations.ts';

const rect = { x: 10, y: 10, width: 20, height: 10 };
const shape = { kind: 'box' as const, ...rect };
const suggestions = [{ id: 's-1', classId: 'cat', shape, score: null, source: 'model' }];

test.each([
  ['accepted as it is', makeBox('s-1', rect, { origin: 'accepted' })],
  ['edited', makeBox('s-1', { ...rect, x: 11 }, { origin: 'edited' })],
  ['drawn by hand beside it', makeBox('a', rect)],
])('a label that is %s may say so', (_name, annotation) => {
  expect(() => assertTrueOrigins([annotation], suggestions)).not.toThrow();
});

test.each([
  ['drawn by hand', makeBox('s-1', rect)],
  ['accepted as it is, elsewhere', makeBox('s-1', { ...rect, x: 11 }, { origin: 'accepted' })],
  ['accepted as it is, of another class', makeBox('s-1', rect, { origin: 'accepted', classId: 'dog' })],
])('a suggestion is never kept as %s', (_name, annotation) => {
  expect(() => assertTrueOrigins([annotation], suggestions)).toThrow('ANNOTATION_INVALID');
});
