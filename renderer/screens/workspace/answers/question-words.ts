import type { Question } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import { letterOf } from '../../../app/option-letter.ts';

/** What a question asks: its own words, else the name of its kind. */
export function useQuestionTitle({ title, kind }: Question): string {
  const { say } = useMessages();
  return title ?? say(`kind.${kind}`);
}

/** How what is ranked or compared is called: by its own name, or by the letter of its place on the screen. */
export function useOptionNames({ options }: Question): (id: string) => string {
  const { say } = useMessages();
  const shown = options.map(({ id }) => id);
  return (id) =>
    options.find((option) => option.id === id)?.name ?? say('answers.answer', { letter: letterOf(shown, id) });
}
