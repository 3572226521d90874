import { expect, test } from 'vitest';
import { findWords, nearestFound } from '../../../../renderer/text/find.ts';
import { countBidiControls, invisiblesIn } from '../../../../renderer/text/invisibles.ts';

const signsOf = (text: string) => invisiblesIn(text, { start: 0, end: text.length }).map(({ sign }) => sign);

test.each([
  ['plain words with single spaces', 'a plain line', []],
  ['two spaces, one at the start, one at the end', ' a  b ', ['·', '·', '·', '·']],
  ['the end of a line', 'a\r\nb\tc', ['CR', '¶', '→']],
  ['spaces that are none', 'a\u00a0b\u3000c', ['⍽', 'U+3000']],
  ['joiners', '👩\u200d👧 a\u200cb\u200bc\ufeff', ['ZWJ', 'ZWNJ', 'ZWSP', 'BOM']],
  ['bidi controls', '\u202ea\u202c\u2067b\u2069\u200f', ['RLO', 'PDF', 'RLI', 'PDI', 'RLM']],
  ['a tag character beyond the basic plane', 'a\u{e0041}', ['U+E0041']],
  ['letters with marks', 'cafe\u0301 مُحَمَّد', []],
])('%s', (_name, text, signs) => {
  expect(signsOf(text)).toEqual(signs);
});

test('bidi controls are counted, other invisible characters are not', () => {
  expect(countBidiControls('\u202ea\u202c \u200d \u061c')).toBe(3);
  expect(countBidiControls('لكل شخص الحق')).toBe(0);
});

test.each([
  ['whatever the case', 'The right. THE END', 'the', [0, 11]],
  ['signs as they are', 'a.b a+b (a)', 'a+b', [4]],
  ['beyond the basic plane', '😀 x 😀', '😀', [0, 5]],
  ['not over one another', 'aaaa', 'aa', [0, 2]],
  ['nothing of nothing', 'abc', '', []],
])('words are found: %s', (_name, text, words, places) => {
  expect(findWords(text, words).map(({ start }) => start)).toEqual(places);
});

test('the search begins at the caret and goes round', () => {
  const found = findWords('a b a b a', 'a');
  expect([0, 1, 5, 9].map((place) => nearestFound(found, place))).toEqual([0, 1, 2, 0]);
});
