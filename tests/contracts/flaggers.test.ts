import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagSchema } from '../../shared/content/flag.ts';
import type { FlaggerInput } from '../../shared/content/flagger.ts';
import * as flaggers from '../../shared/content/flaggers/all.ts';
import * as wordLists from '../../shared/content/word-lists/all.ts';
import { wordListSchema } from '../../shared/content/word-lists/word-list.ts';
import { codePointLength } from '../../shared/core/code-points.ts';

const all = Object.values(flaggers);
const lists = Object.values(wordLists);
const listed = lists.flatMap(({ entries }) => entries.flatMap(({ words }) => words));

function textInput(text: string, language: string | null): FlaggerInput {
  const item = {
    id: 'i',
    medium: 'text' as const,
    title: 'T',
    path: 'data/t.txt',
    sha256: '0'.repeat(64),
    bytes: text.length,
    width: null,
    height: null,
    words: 1,
    language,
    direction: 'ltr' as const,
    note: '',
  };
  return { item, text, given: [] };
}

const texts = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...listed), fc.constantFrom(' ', '\n', '😀 ')))
  .map((parts) => parts.join(' '));

it('there are flaggers and lists to check', () => {
  expect(all.length).toBeGreaterThanOrEqual(2);
  expect(lists.map(({ language }) => language).toSorted()).toEqual(['en', 'es', 'fr']);
});

describe.each(all)('$name', (flagger) => {
  it('gives flags that lie inside the item, with scores in range, the same each time', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'fr-CA', 'es', 'de', null), (text, language) => {
        const input = textInput(text, language);
        const flags = flagger.flag(input);
        expect(flagger.flag(input)).toEqual(flags);
        for (const flag of flags) {
          flagSchema.parse(flag);
          const { extent } = flag;
          if (extent.of !== 'range') continue;
          expect(extent.start).toBeLessThan(extent.end);
          expect(extent.end).toBeLessThanOrEqual(codePointLength(text));
        }
      }),
    );
  });
});

describe.each(lists)('the list of $language', (list) => {
  it('says where it comes from, and names no word twice', () => {
    wordListSchema.parse(list);
    const words = list.entries.flatMap((entry) => entry.words);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word !== word.toLowerCase().trim())).toEqual([]);
  });
});
