import { describe, expect, it } from 'vitest';
import { DocumentMap } from '../../../../renderer/text/document-map.ts';
import { comparedText } from '../../../support/questions-project.ts';

const { text, parts } = comparedText('Why? 👩‍👧', ['Because.\nSo.', 'For this.']);
const view = { text, bars: [], parts: parts.map(({ id, role, start, end }) => ({ id, role, start, end })) };
const wordsOf = (map: DocumentMap) =>
  map.blocks.map(({ part, sections }) => [
    part?.id ?? null,
    sections.flatMap(({ section }) => section.paragraphs.map((paragraph) => paragraph.text)).join(''),
  ]);

describe('the parts of a text', () => {
  it('hold its paragraphs whole and in order: put together they are the text, byte for byte', () => {
    const map = new DocumentMap(view);
    expect(wordsOf(map)).toEqual([
      ['prompt', 'Why? 👩‍👧\n\n'],
      ['answer-1', 'Because.\nSo.\n\n'],
      ['answer-2', 'For this.\n\n'],
    ]);
    expect(map.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('')).toBe(text);
  });

  it('keep words before the first of them, and a text without parts is one block', () => {
    const [, ...answers] = view.parts;
    expect(wordsOf(new DocumentMap({ ...view, parts: answers })).map(([id]) => id)).toEqual([
      null,
      'answer-1',
      'answer-2',
    ]);
    expect(wordsOf(new DocumentMap({ ...view, parts: [] }))).toEqual([[null, text]]);
  });

  it('stand where the words are that are shown of them when some are hidden', () => {
    const start = parts[1]?.start ?? 0;
    const bar = { start, end: start + 8, categories: ['violence' as const] };
    const shown = text.replace('Because.', '█'.repeat(12));
    expect(wordsOf(new DocumentMap({ ...view, text: shown, bars: [bar] }))[1]).toEqual([
      'answer-1',
      `${'█'.repeat(12)}\nSo.\n\n`,
    ]);
  });

  it('that are answers stand in the order in which they are shown, after the prompt', () => {
    const order = (shownAnswers: readonly string[]) =>
      new DocumentMap(view, { shownAnswers }).blocks.map(({ part }) => part?.id);
    expect(order(['answer-1', 'answer-2'])).toEqual(['prompt', 'answer-1', 'answer-2']);
    expect(order(['answer-2', 'answer-1'])).toEqual(['prompt', 'answer-2', 'answer-1']);
  });
});
