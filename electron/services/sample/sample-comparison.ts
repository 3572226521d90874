import type { LabelClass } from '../../../shared/project/label-set.ts';
import type { Part } from '../../../shared/project/part.ts';
import type { NewItem } from '../project/create-project.ts';

/** Article 24 of the Declaration, and two ways to say it plainly. The article is in the public domain. */
const parts = [
  {
    id: 'article',
    role: 'prompt',
    words:
      'Say Article 24 of the Declaration in plain words: “Everyone has the right to rest and leisure, including reasonable limitation of working hours and periodic holidays with pay.”',
  },
  {
    id: 'version-1',
    role: 'answer',
    name: 'short sentences',
    words:
      'You have the right to rest and to free time.\nNobody may make you work too many hours.\nYou have the right to holidays. You are paid while you are on holiday.',
  },
  {
    id: 'version-2',
    role: 'answer',
    name: 'one sentence',
    words:
      'Rest and free time are due to every person, and for this reason working hours have to be limited in a reasonable way and paid holidays have to be granted at regular intervals.',
  },
] as const;

/** The question that comes with it; asked only of texts with two answers. */
export const comparisonClass: LabelClass = {
  id: 'plainer',
  name: 'Which version is plainer?',
  colour: 7,
  kinds: ['preference'],
  hint: 'Think of somebody who learns English.',
  required: true,
  preference: { tie: true, bothBad: true, reason: 'optional' },
};

/** The two versions as one text, to be compared. */
export function sampleComparison(): NewItem {
  let text = '';
  const ranges: Part[] = [];
  for (const { words, ...part } of parts) {
    const start = Array.from(text).length;
    ranges.push({ ...part, start, end: start + Array.from(words).length });
    text += `${words}\n\n`;
  }
  return {
    id: 'text-comparison',
    title: 'The right to rest, in plain words',
    path: 'data/texts/comparison.txt',
    bytes: new TextEncoder().encode(text),
    medium: 'text',
    language: 'en',
    direction: 'ltr',
    note: 'A language model that helped to build Fairmark wrote both versions for this sample. Which one stands first differs from task to task.',
    flags: [],
    parts: ranges,
  };
}
