import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { withoutAnswers } from '../../../shared/annotation/questions.ts';
import { HIDDEN_BAR } from '../../../shared/content/hidden-words.ts';
import { useMessages } from '../../app/messages.ts';
import { type ReadableBench, useWorkbench } from '../../workbench/use-workbench.ts';

const MOST_LETTERS = 24;

/**
 * What an annotation is called where another one speaks of it: the words of a span, else its class and its number in
 * the list; of a suggestion its class alone. `hideWords` while the words are hidden.
 */
export function useEndName(bench: ReadableBench, hideWords = false): (id: string) => string {
  const { say } = useMessages();
  const all = useWorkbench(bench, (state) => state.annotations);
  const suggestions = useWorkbench(bench, (state) => state.suggestions);
  return (id) => {
    // numbered as the list has them
    const annotations = withoutAnswers(all, bench.questions);
    const place = annotations.findIndex((one) => one.id === id);
    const found: Pick<Annotation, 'classId' | 'shape'> | undefined =
      annotations[place] ?? suggestions.find((one) => one.id === id);
    if (!found) return '';
    if (found.shape.kind === 'span' && !hideWords) {
      return shortened(found.shape.text.replaceAll(HIDDEN_BAR, `[${say('text.hiddenBar')}]`));
    }
    const name = bench.labelSet.classes.find((one) => one.id === found.classId)?.name ?? found.classId;
    return place === -1 ? name : say('relation.end', { name, place: place + 1 });
  };
}

function shortened(words: string): string {
  const letters = Array.from(words.replaceAll(/\s+/g, ' '));
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('');
}
