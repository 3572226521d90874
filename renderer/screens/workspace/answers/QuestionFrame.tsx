import type { KeyboardEvent, ReactNode } from 'react';
import { answersTo, type Question } from '../../../../shared/annotation/questions.ts';
import { waitingSuggestions } from '../../../../shared/annotation/suggestion.ts';
import { useMessages } from '../../../app/messages.ts';
import { isTyping } from '../../../app/key-press.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import { answerWords, type AnswerShape } from './answer-words.ts';
import classes from './Answers.module.css';
import { useOptionNames, useQuestionTitle } from './question-words.ts';

interface QuestionFrameProps {
  readonly bench: Bench;
  readonly question: Question;
  /** Chooses by a digit that was pressed on this question; answers with the number of the field that it chose. */
  readonly onDigit?: (digit: number) => number;
  readonly children: ReactNode;
}

/** What every question has: its words, whether it is needed, what a model suggests, and a way to take the answer back. */
export function QuestionFrame({ bench, question, onDigit, children }: QuestionFrameProps) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const answers = answersTo(question, annotations);
  const hintId = `hint-${question.id}`;

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit !== undefined && onDigit) event.currentTarget.querySelectorAll('input')[onDigit(Number(digit))]?.focus();
    else if (event.code === 'Delete' || event.code === 'Backspace') bench.editor.withdraw(answers);
    else return;
    event.preventDefault();
  };

  return (
    // The keys are those of the fields in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <fieldset
      className={classes.question}
      data-question={question.id}
      data-answered={answers.length > 0}
      aria-describedby={question.hint === '' ? undefined : hintId}
      onKeyDown={onKeyDown}
    >
      <legend className={classes.legend}>
        <bdi>{title}</bdi>
        {question.required ? <span className={classes.needed}>{say('answers.required')}</span> : null}
      </legend>
      {question.hint === '' ? null : (
        <p id={hintId} className={classes.hint}>
          <bdi>{question.hint}</bdi>
        </p>
      )}
      {children}
      <Suggested bench={bench} question={question} title={title} />
      {answers.length > 0 && question.kind !== 'tag' && question.kind !== 'free-text' ? (
        <button
          type="button"
          className={classes.takeBack}
          aria-label={say('answers.takeBackNamed', { title })}
          onClick={() => bench.editor.withdraw(answers)}
        >
          {say('answers.takeBack')}
        </button>
      ) : null}
    </fieldset>
  );
}

/** What models answer to a question: each waits until it is accepted or rejected. */
function Suggested({ bench, question, title }: Omit<QuestionFrameProps, 'children'> & { readonly title: string }) {
  const { say, format } = useMessages();
  const nameOf = useOptionNames(question);
  const suggestions = useWorkbench(bench, (state) => state.suggestions);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const dismissed = useWorkbench(bench, (state) => state.dismissed);
  const chosenId = useWorkbench(bench, (state) => state.suggestionId);
  const waiting = waitingSuggestions(suggestions, annotations, dismissed).filter(
    ({ classId, shape }) => shape.kind === question.kind && question.classes.some(({ id }) => id === classId),
  );
  return waiting.map((one) => {
    const className = question.classes.find(({ id }) => id === one.classId)?.name ?? '';
    const answer = answerWords(say, one.shape as AnswerShape, { className, nameOf });
    const score = one.score === null ? null : format.percent(Math.round(one.score * 10_000));
    return (
      <div
        key={one.id}
        className={classes.suggested}
        data-suggestion={one.id}
        data-looked={one.id === chosenId}
        title={say('suggestion.from', { source: one.source })}
        ref={one.id === chosenId ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      >
        <p>
          <bdi>
            {score === null ? say('answers.suggested', { answer }) : say('answers.suggestedScore', { answer, score })}
          </bdi>
        </p>
        <Button
          size="small"
          look="quiet"
          aria-label={say('answers.acceptNamed', { title })}
          onClick={() => bench.editor.accept([one])}
        >
          {say('answers.accept')}
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-label={say('answers.rejectNamed', { title })}
          onClick={() => bench.editor.reject([one])}
        >
          {say('answers.reject')}
        </Button>
      </div>
    );
  });
}
