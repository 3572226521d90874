/**
 * Words of a text as Unicode segments them (UAX #29), so that scripts without spaces are counted too. Used for the
 * reading allowance of time.md.
 */
export function countWords(text: string, language: string | null): number {
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words += 1;
  return words;
}
