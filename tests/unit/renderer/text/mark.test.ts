import { expect, test } from 'vitest';
import { DocumentMap } from '../../../../renderer/text/document-map.ts';
import { markOf } from '../../../../renderer/text/mark.ts';
import { tokensOf } from '../../../../renderer/text/tokens.ts';

const map = new DocumentMap({ text: 'a 😀 right\r\n', bars: [] });
const tokens = tokensOf(map, 'en');

// places marked count UTF-16 units, those meant code points
test.each([
  ['white space at both ends is left out', { start: 1, end: 5 }, { start: 2, end: 3 }],
  ['so is the end of a line', { start: 5, end: 12 }, { start: 4, end: 9 }],
  ['words are kept as they are', { start: 5, end: 10 }, { start: 4, end: 9 }],
  ['white space inside is kept', { start: 0, end: 10 }, { start: 0, end: 9 }],
  ['nothing but white space means nothing', { start: 10, end: 12 }, null],
  ['an empty stretch means nothing', { start: 3, end: 3 }, null],
  ['a part of a word is that part', { start: 6, end: 8 }, { start: 5, end: 7 }],
])('%s', (_name, marked, meant) => {
  expect(markOf(map, marked, null)).toEqual(meant);
});

test('a part of a word is the word when whole words are wanted, and nothing stays nothing', () => {
  expect(markOf(map, { start: 3, end: 8 }, tokens)).toEqual({ start: 2, end: 9 });
  expect(markOf(map, { start: 10, end: 12 }, tokens)).toBeNull();
});
