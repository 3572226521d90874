import { useState } from 'react';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { HandedIn } from './HandedIn.tsx';
import classes from './ReviewStep.module.css';

interface SubmissionRowProps {
  readonly submission: SubmissionCard;
  readonly pay: string;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onReject: () => void;
}

/** A submission that waits for its verdict. */
export function SubmissionRow({ submission, pay, busy, onAccept, onReject }: SubmissionRowProps) {
  const { say, format } = useMessages();
  const { title, medium, annotations, submittedAt } = submission;
  const [open, setOpen] = useState(false);
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
          look="quiet"
          aria-expanded={open}
          aria-label={say('export.review.lookNamed', { title })}
          onClick={() => setOpen(!open)}
        >
          {say('export.review.look')}
        </Button>
        <Button
          size="small"
          disabled={busy}
          aria-label={say('export.review.acceptNamed', { title })}
          onClick={onAccept}
        >
          {say('export.review.accept')}
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={say('export.review.rejectNamed', { title })}
          onClick={onReject}
        >
          {say('export.review.reject')}
        </Button>
      </div>
      {open ? <HandedIn submissionId={submission.id} title={title} /> : null}
    </li>
  );
}
