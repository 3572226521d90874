import { describe, expect, test } from 'vitest';
import { DocumentMap } from '../../../../renderer/text/document-map.ts';
import { tokensOf } from '../../../../renderer/text/tokens.ts';
import { HIDDEN_BAR } from '../../../../shared/content/hidden-words.ts';

/** The words that a drag inside `part` marks when it grows to whole words. */
function snapped(text: string, part: string, language: string): string {
  const map = new DocumentMap({ text, bars: [] });
  const start = text.indexOf(part);
  const { start: from, end } = tokensOf(map, language).snapped({ start, end: start + part.length });
  return text.slice(from, end);
}

test.each([
  ['English', 'en', 'the right to rest', 'igh', 'right'],
  ['a sign is a word of its own', 'en', 'leisure, and', 'sure', 'leisure'],
  ['an apostrophe stays in its word', 'en', "they don't go", 'on', "don't"],
  ['Arabic', 'ar', 'لكل شخص الحق في الراحة.', 'راح', 'الراحة'],
  ['Hebrew', 'he', 'כל אדם זכאי לזכויות', 'זכא', 'זכאי'],
  ['Chinese, by dictionary', 'zh', '人人生而自由，在尊严和权利上一律平等。', '权', '权利'],
  ['Japanese, by dictionary', 'ja', 'すべての人間は自由である', '由', '自由'],
  ['Thai, by dictionary', 'th', 'มนุษย์ทั้งหลายเกิดมามีอิสระ', 'นุษ', 'มนุษย์'],
  ['Amharic', 'am', 'የሰው፡ልጅ፡ሁሉ', 'ጅ', 'ልጅ'],
  ['a cluster of emoji', 'en', 'a 👩‍👧‍👦 b', '👩', '👩‍👧‍👦'],
  ['letters with combining marks', 'en', 'cafe\u0301 noir', 'af', 'cafe\u0301'],
  ['a tag that is no language', 'no such language', 'plain words', 'ord', 'words'],
])('whole words in %s', (_name, language, text, part, word) => {
  expect(snapped(text, part, language)).toBe(word);
});

describe('an end that moves', () => {
  const text = 'One 👩‍👧 two,  three. \n Four';
  const tokens = tokensOf(new DocumentMap({ text, bars: [] }), 'en');
  const stops = (place: number, edge: 'start' | 'end', way: 'later' | 'earlier', step: 'grapheme' | 'word') => {
    const found = [place];
    for (let turn = 0; turn < 12; turn += 1) {
      const next = tokens.moved(found.at(-1) ?? 0, edge, way, step);
      if (next === found.at(-1)) break;
      found.push(next);
    }
    return found.map((at) => text.slice(0, at).split('\n').join('|').slice(-4));
  };

  test('by words stops at the end of each word and sign, never behind white space', () => {
    expect(stops(3, 'end', 'later', 'word')).toEqual(['One', 'e 👩‍👧'.slice(-4), ' two', 'two,', 'hree', 'ree.', 'Four']);
  });

  test('by words stops, as a start, where the next word begins', () => {
    const places = [0];
    for (let turn = 0; turn < 5; turn += 1) places.push(tokens.moved(places.at(-1) ?? 0, 'start', 'later', 'word'));
    expect(
      places.map(
        (at) =>
          text
            .slice(at, at + 3)
            .trim()
            .split('\n')[0],
      ),
    ).toEqual(['One', '👩‍👧'.slice(0, 3), 'two', ',', 'thr', '.']);
  });

  test('goes back the way it came', () => {
    expect(tokens.moved(text.indexOf(' two,'), 'end', 'earlier', 'word')).toBe(3);
    expect(tokens.moved(text.indexOf('two'), 'start', 'earlier', 'word')).toBe(text.indexOf('👩'));
    expect(tokens.moved(0, 'start', 'earlier', 'word')).toBe(0);
    expect(tokens.moved(text.length, 'end', 'later', 'grapheme')).toBe(text.length);
  });

  test('by characters takes what a reader takes for one', () => {
    const emoji = text.indexOf('👩');
    expect(tokens.moved(emoji, 'end', 'later', 'grapheme')).toBe(emoji + '👩‍👧'.length);
    expect(tokens.moved(emoji + '👩‍👧'.length, 'end', 'earlier', 'grapheme')).toBe(emoji);
  });

  test('takes a bar in one step, by characters as by words', () => {
    const bars = [{ start: 2, end: 40, categories: ['violence' as const] }];
    const hidden = tokensOf(new DocumentMap({ text: `a ${HIDDEN_BAR} b`, bars }), 'en');
    for (const step of ['grapheme', 'word'] as const) {
      expect(hidden.moved(2, 'end', 'later', step)).toBe(14);
      expect(hidden.moved(14, 'start', 'earlier', step)).toBe(2);
    }
  });
});
