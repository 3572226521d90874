import type { NewItem } from '../../electron/services/project/create-project.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import type { Part } from '../../shared/project/part.ts';
import { makeTextItem } from './make-facts.ts';

/** A label set for texts that asks every kind of question, and marks spans besides. */
export const questionsLabelSet: LabelSet = {
  medium: 'text',
  classes: [
    { id: 'claim', name: 'Claim', colour: 2, kinds: ['span'] },
    { id: 'news', name: 'News', colour: 0, kinds: ['class'], question: 'What kind of text is it?', required: true },
    { id: 'opinion', name: 'Opinion', colour: 1, kinds: ['class'], question: 'What kind of text is it?' },
    { id: 'law', name: 'Law', colour: 3, kinds: ['tag'], question: 'What is it about?' },
    { id: 'work', name: 'Work', colour: 4, kinds: ['tag'], question: 'What is it about?' },
    {
      id: 'plain',
      name: 'How plain is it?',
      colour: 5,
      kinds: ['rating'],
      hint: 'Think of a reader of twelve years.',
      required: true,
      rating: { from: 1, to: 5, fromName: 'hard to read', toName: 'very plain' },
    },
    { id: 'gist', name: 'Say it in one sentence', colour: 6, kinds: ['free-text'], freeText: { most: 300, lines: 2 } },
    { id: 'order', name: 'Best answer first', colour: 7, kinds: ['ranking'], ranking: { ties: true } },
    {
      id: 'better',
      name: 'Which answer is better?',
      colour: 8,
      kinds: ['preference'],
      required: true,
      preference: { tie: true, bothBad: true, reason: 'required' },
    },
  ],
};

/** A prompt and answers to it as one text, each part a paragraph. */
export function comparedText(
  prompt: string,
  answers: readonly string[],
): { readonly text: string; readonly parts: readonly Part[] } {
  let text = '';
  const parts: Part[] = [];
  const from = ['a person', 'a model', 'another model'];
  for (const [index, words] of [prompt, ...answers].entries()) {
    const start = [...text].length;
    parts.push({
      id: index === 0 ? 'prompt' : `answer-${index}`,
      role: index === 0 ? 'prompt' : 'answer',
      ...(index === 0 ? {} : { name: from[index - 1] ?? 'somebody' }),
      start,
      end: start + [...words].length,
    });
    text += `${words}\n\n`;
  }
  return { text, parts };
}

/** A prompt and two answers to it. */
export const comparedWords = comparedText('Say in plain words: Everyone has the right to rest. 👩‍👧', [
  'You may rest.\nNobody may take that away.',
  'Resting is a thing which shall be granted.',
]);

/** A text item with a prompt and two answers. */
export function makeComparedItem(id: string, given: Partial<NewItem> = {}): NewItem {
  const { text, parts } = comparedWords;
  return makeTextItem(id, text, { parts, ...given });
}
