import type { TextView } from '../../shared/ipc/views.ts';
import type { Paragraph, Section } from './paragraphs.ts';

type PartView = TextView['parts'][number];

/** Sections of one part, or of the words before the first one. */
export interface Block {
  readonly part: PartView | null;
  readonly sections: readonly { readonly index: number; readonly section: Section }[];
}

/**
 * The part that each paragraph stands in: the last one that begins at or before it, so that empty lines between two
 * parts belong to the first of them. `toShown` gives the place in the page of a place in the item's own text.
 */
export function partsByParagraph(
  paragraphs: readonly Paragraph[],
  parts: readonly PartView[],
  toShown: (codePoint: number) => number,
): readonly (PartView | null)[] {
  const starts = parts.map(({ start }) => toShown(start));
  return paragraphs.map(({ start }) => parts[starts.findLastIndex((at) => at <= start)] ?? null);
}

/** The sections, those of one part together. */
export function blocksOf(sections: readonly Section[], partOf: readonly (PartView | null)[]): readonly Block[] {
  const blocks: { part: PartView | null; sections: { index: number; section: Section }[] }[] = [];
  for (const [index, section] of sections.entries()) {
    const part = partOf[section.first] ?? null;
    const last = blocks.at(-1);
    if (last?.part === part) last.sections.push({ index, section });
    else blocks.push({ part, sections: [{ index, section }] });
  }
  return blocks;
}

/**
 * The blocks as they stand on the page and are read aloud: answers in the order in which they are shown, between what
 * comes before the first of them and what comes after.
 */
export function inPageOrder(blocks: readonly Block[], shownAnswers: readonly string[]): readonly Block[] {
  const isAnswer = ({ part }: Block): boolean => part?.role === 'answer';
  const first = blocks.findIndex(isAnswer);
  if (first === -1) return blocks;
  const placeOf = ({ part }: Block): number => Math.max(shownAnswers.indexOf(part?.id ?? ''), 0);
  return [
    ...blocks.slice(0, first),
    ...blocks.filter(isAnswer).toSorted((a, b) => placeOf(a) - placeOf(b)),
    ...blocks.slice(first).filter((block) => !isAnswer(block)),
  ];
}
