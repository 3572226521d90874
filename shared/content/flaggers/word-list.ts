import { codePointLength } from '../../core/code-points.ts';
import type { Flag } from '../flag.ts';
import type { ContentFlagger } from '../flagger.ts';
import * as wordLists from '../word-lists/all.ts';
import type { WordList } from '../word-lists/word-list.ts';

/** A word in a list says what a text may be about, never that it is so. */
const CONFIDENCE = 0.5;

/** Words of a list for the text's language; for every list when the language is not known. */
export const wordList: ContentFlagger = {
  name: 'word-list',
  flag({ item, text }) {
    if (text === null || item.medium !== 'text') return [];
    const language = item.language?.toLowerCase().split('-')[0];
    return Object.values(wordLists)
      .filter((list) => language === undefined || list.language === language)
      .toSorted((a, b) => (a.language < b.language ? -1 : 1))
      .flatMap((list) => matches(list, text));
  },
};

function matches({ language, entries }: WordList, text: string): Flag[] {
  return entries.flatMap(({ category, severity, words }) =>
    [...text.matchAll(patternOf(language, words))].map(({ index, 0: found }): Flag => {
      const start = codePointLength(text.slice(0, index));
      return {
        category,
        severity,
        origin: 'detector',
        confidence: CONFIDENCE,
        extent: { of: 'range', start, end: start + codePointLength(found) },
      };
    }),
  );
}

const patterns = new Map<string, RegExp>();

/**
 * Whole words, whatever the case: no letter, mark, digit or joining hyphen may stand before or after (Unicode classes;
 * `\b` knows ASCII only and would find "viol" in "violée"). An accent may be one character or a letter with a mark.
 */
function patternOf(language: string, words: readonly string[]): RegExp {
  const key = `${language} ${words.join(' ')}`;
  const known = patterns.get(key);
  if (known) return known;
  const forms = [...new Set(words.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')]))]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'));
  const made = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}_]|-\\p{L})`, 'giu');
  patterns.set(key, made);
  return made;
}
