import { type Question, type Unanswered, unansweredOf } from '../../../../shared/annotation/questions.ts';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { useMessages } from '../../../app/messages.ts';
import notices from '../../../app/Notices.module.css';
import { Button } from '../../../ui/Button.tsx';
import classes from './Answers.module.css';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import { focusQuestion } from './focus-question.ts';
import { useQuestionTitle } from './question-words.ts';

/** What stopped the task from being handed in and still does, each with the way there. */
export function MissingAnswers({ bench, asked }: { bench: Bench; asked: readonly Unanswered[] }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => (asked.length === 0 ? none : state.annotations));
  const unanswered = unansweredOf(bench.questions, annotations).filter(({ question }) =>
    asked.some((one) => one.question.id === question.id),
  );
  if (unanswered.length === 0) return null;
  return (
    <div className={notices.notice} role="alert" data-tone="warn" data-testid="missing-answers">
      <p>{say('answers.missing', { count: unanswered.length })}</p>
      <ul className={classes.missing}>
        {unanswered.map(({ question, why }) => (
          <li key={question.id}>
            <Way question={question} unfinished={why === 'unfinished'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const none: readonly Annotation[] = [];

function Way({ question, unfinished }: { question: Question; unfinished: boolean }) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  return (
    <Button size="small" look="quiet" onClick={() => focusQuestion(question)}>
      <bdi>{unfinished ? say('answers.unfinished', { title }) : title}</bdi>
    </Button>
  );
}
