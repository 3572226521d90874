import { answersTo, type Question } from '../../../shared/annotation/questions.ts';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { letterOf } from '../../app/option-letter.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';
import { answerWords, isAnswer } from '../workspace/answers/answer-words.ts';
import { useQuestionTitle } from '../workspace/answers/question-words.ts';
import classes from './Submission.module.css';

interface HandedInAnswersProps {
  readonly submission: SubmissionView;
  readonly bench: ReadableBench;
}

/** What was answered about the item as a whole, question by question; nothing where nothing is asked. */
export function HandedInAnswers({ submission, bench }: HandedInAnswersProps) {
  if (bench.questions.length === 0) return null;
  return (
    <dl className={classes.answers} data-testid="handed-in-answers">
      {bench.questions.map((question) => (
        <Answer key={question.id} question={question} submission={submission} />
      ))}
    </dl>
  );
}

function Answer({ question, submission }: { question: Question; submission: SubmissionView }) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  const shown = question.options.map(({ id }) => id);
  /** The letter that the worker saw, and what the worker did not: where the answer comes from. */
  const nameOf = (id: string): string => {
    const own = question.options.find((option) => option.id === id)?.name;
    const name = own ?? say('answers.answer', { letter: letterOf(shown, id) });
    const from = submission.answers.find((answer) => answer.id === id)?.name ?? null;
    return from === null ? name : say('export.review.from', { name, from });
  };
  const words = answersTo(question, submission.annotations).map(({ classId, shape }) => {
    const className = question.classes.find(({ id }) => id === classId)?.name ?? classId;
    return isAnswer(shape) ? answerWords(say, shape, { className, nameOf }) : '';
  });
  return (
    <div>
      <dt>
        <bdi>{title}</bdi>
      </dt>
      <dd data-empty={words.length === 0}>
        <bdi>{words.length === 0 ? say('export.review.unanswered') : words.join(' · ')}</bdi>
      </dd>
    </div>
  );
}
