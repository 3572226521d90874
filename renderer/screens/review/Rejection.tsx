import { useState } from 'react';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { useSession } from '../../app/use-session.ts';
import { usePlaceNames } from './place-names.ts';
import classes from './Rejection.module.css';

/** Why work was rejected, in the requester's words, and what the worker can do. */
export function Rejection({ submission }: { submission: SubmissionView }) {
  const { say } = useMessages();
  // in a low window the work itself comes first
  const [hasRoom] = useState(() => window.innerHeight >= 720);
  const rule = useSession((session) => session.project?.terms.rejectionRule ?? '');
  const { rejectionCode, reason, rejectedPlaces } = submission;
  const places = usePlaceNames(submission, rejectedPlaces);
  return (
    <section className={classes.rejection} aria-labelledby="rejection-title" data-testid="rejection">
      <h2 id="rejection-title">
        {say('review.reason')}
        {rejectionCode ? ` · ${say(`export.reject.codes.${rejectionCode}`)}` : ''}
      </h2>
      <p className={classes.words}>
        <bdi>{reason}</bdi>
      </p>
      {places === '' ? null : <p>{say('review.about', { places })}</p>}
      <details open={hasRoom}>
        <summary>{say('review.canDo')}</summary>
        <ul>
          <li>{say('review.can.compare', { rule: rule === '' ? say('terms.noRejectionRule') : rule })}</li>
          <li>{say('review.can.answer', { id: submission.id })}</li>
          <li>{say('review.can.kept')}</li>
          <li>{say('review.can.record')}</li>
        </ul>
      </details>
    </section>
  );
}
