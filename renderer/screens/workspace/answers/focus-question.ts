import { answersTo, type Question } from '../../../../shared/annotation/questions.ts';
import type { Bench } from '../../../workbench/use-workbench.ts';

/** Puts the focus on a question: on what is chosen there, else on its first field. False when there is none. */
export function focusQuestion(question: Question | undefined): boolean {
  const frame = question && document.querySelector(`[data-question="${CSS.escape(question.id)}"]`);
  const field =
    frame?.querySelector<HTMLElement>('input:checked') ??
    frame?.querySelector<HTMLElement>('input, textarea:enabled, button');
  frame?.scrollIntoView({ block: 'nearest' });
  field?.focus();
  // one goes on with what one wrote
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  return field instanceof HTMLElement;
}

/** Goes to the first question without an answer, else to the first; false when nothing is asked. */
export function focusQuestions({ questions, store }: Bench): boolean {
  const { annotations } = store.read();
  return focusQuestion(questions.find((question) => answersTo(question, annotations).length === 0) ?? questions[0]);
}
