import type { Question, Unanswered } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import notices from '../../../app/Notices.module.css';
import { Button } from '../../../ui/Button.tsx';
import classes from './Answers.module.css';
import { focusQuestion } from './focus-question.ts';
import { useQuestionTitle } from './question-words.ts';

/** What stops the task from being handed in, each with the way there. */
export function MissingAnswers({ unanswered }: { unanswered: readonly Unanswered[] }) {
  const { say } = useMessages();
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

function Way({ question, unfinished }: { question: Question; unfinished: boolean }) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  return (
    <Button size="small" look="quiet" onClick={() => focusQuestion(question)}>
      <bdi>{unfinished ? say('answers.unfinished', { title }) : title}</bdi>
    </Button>
  );
}
