import { expect, test } from 'vitest';
import { withoutEdges } from '../../../../renderer/text/mark.ts';
import { makeOffsets } from '../../../../renderer/text/offsets.ts';

const text = 'a 😀 right\r\n';
const offsets = makeOffsets(text);

test.each([
  ['white space at both ends is left out', { start: 1, end: 4 }, { start: 2, end: 3 }],
  ['so is the end of a line', { start: 4, end: 11 }, { start: 4, end: 9 }],
  ['words are kept as they are', { start: 4, end: 9 }, { start: 4, end: 9 }],
  ['white space inside is kept', { start: 0, end: 9 }, { start: 0, end: 9 }],
  ['nothing but white space means nothing', { start: 9, end: 11 }, null],
  ['an empty stretch means nothing', { start: 3, end: 3 }, null],
])('%s', (_name, marked, meant) => {
  expect(withoutEdges(text, offsets, marked)).toEqual(meant);
});
