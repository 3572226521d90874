import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './ReviewStep.module.css';

interface SubmissionRowProps {
  readonly submission: SubmissionCard;
  readonly pay: string;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

/** A submission that waits for its verdict. It is rejected only where it is seen: with the item before one's eyes. */
export function SubmissionRow({ submission, pay, busy, onAccept }: SubmissionRowProps) {
  const { say, format } = useMessages();
  const actions = useActions();
  const { title, medium, annotations, submittedAt } = submission;
  return (
    <li className={classes.row} data-submission={submission.id}>
      <div className={classes.words}>
        <p className={classes.title}>
          <bdi>{title}</bdi>
        </p>
        <p className={classes.facts}>
          {say(`medium.${medium}`)} · {say('export.review.annotations', { count: annotations })} ·{' '}
          {say('export.review.submittedAt', { when: format.instant(submittedAt) })}
        </p>
      </div>
      <p className={classes.pay}>{pay}</p>
      <div className={classes.buttons}>
        <Button
          size="small"
          aria-label={say('export.review.lookNamed', { title })}
          onClick={() => void actions.lookAt('review', submission.id)}
        >
          {say('export.review.look')}
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={say('export.review.acceptNamed', { title })}
          onClick={onAccept}
        >
          {say('export.review.accept')}
        </Button>
      </div>
    </li>
  );
}
