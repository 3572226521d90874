const LEAST_MS = 60_000;
const MOST_MS = 600_000;
/** 120 words a minute, half the usual reading speed, because many read in a second language. */
const PER_WORD_MS = 500;
const PER_IMAGE_MS = 20_000;

/** What there is to read or look at on screen. */
export interface ReadingMatter {
  readonly words: number;
  readonly images: number;
}

/**
 * The reading allowance A in milliseconds: how long a person may look at this without touching anything and still be
 * at work. A = clamp(60 s, 60 s + words / 120 wpm + 20 s an image, 600 s).
 */
export function readingAllowanceMs({ words, images }: ReadingMatter): number {
  const wanted = LEAST_MS + Math.max(0, words) * PER_WORD_MS + Math.max(0, images) * PER_IMAGE_MS;
  return Math.min(Math.max(LEAST_MS, Math.round(wanted)), MOST_MS);
}
