import { expect, test } from 'vitest';
import { DocumentMap } from '../../../../renderer/text/document-map.ts';
import { edgeAt } from '../../../../renderer/text/edge-at.ts';
import { tokensOf } from '../../../../renderer/text/tokens.ts';
import { HIDDEN_BAR } from '../../../../shared/content/hidden-words.ts';

const plain = new DocumentMap({ text: 'a 👩‍👧 right to', bars: [] });
// places of the shown text count UTF-16 units: the family is five, three code points
test.each([
  ['inside of a character is its border', plain, { place: 4, edge: 'end', wholeWords: false }, 5],
  ['as a start too', plain, { place: 4, edge: 'start', wholeWords: false }, 2],
  ['inside of a word stays there', plain, { place: 10, edge: 'end', wholeWords: false }, 8],
  ['inside of a word is its end where whole words are marked', plain, { place: 10, edge: 'end', wholeWords: true }, 11],
  ['or its start', plain, { place: 10, edge: 'start', wholeWords: true }, 6],
  ['after white space is before it', plain, { place: 14, edge: 'end', wholeWords: false }, 11],
  ['on white space is after it', plain, { place: 13, edge: 'start', wholeWords: false }, 12],
  ['beyond the text is its end', plain, { place: 99, edge: 'end', wholeWords: false }, 14],
] as const)('an end that is left %s', (_name, map, asked, at) => {
  expect(edgeAt(map, tokensOf(map, 'en'), asked)).toBe(at);
});

test('an end that is left in a bar takes in the whole of what it hides', () => {
  const map = new DocumentMap({
    text: `no ${HIDDEN_BAR} more`,
    bars: [{ start: 3, end: 40, categories: ['violence'] }],
  });
  const tokens = tokensOf(map, 'en');
  expect(edgeAt(map, tokens, { place: 7, edge: 'end', wholeWords: false })).toBe(40);
  expect(edgeAt(map, tokens, { place: 7, edge: 'start', wholeWords: false })).toBe(3);
});
