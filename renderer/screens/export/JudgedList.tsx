import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './ReviewStep.module.css';

const MOST_SHOWN = 200;

/** What was decided already, rejections first, each with its reason. */
export function JudgedList({ submissions, currency }: { submissions: readonly SubmissionCard[]; currency: string }) {
  const { say, format } = useMessages();
  const actions = useActions();
  const rejected = submissions.filter(({ verdict }) => verdict === 'rejected');
  const accepted = submissions.filter(({ verdict }) => verdict === 'accepted');
  return (
    <details className={classes.judged}>
      <summary>
        {say('export.review.judged', {
          accepted: format.number(accepted.length),
          rejected: format.number(rejected.length),
        })}
      </summary>
      <ul className={classes.rows}>
        {[...rejected, ...accepted].slice(0, MOST_SHOWN).map((submission) => (
          <li key={submission.id} className={classes.row} data-submission={submission.id}>
            <div className={classes.words}>
              <p className={classes.title}>
                <bdi>{submission.title}</bdi>
              </p>
              {submission.verdict === 'rejected' ? (
                <p className={classes.facts}>
                  <bdi>{say('export.review.because', { reason: submission.reason })}</bdi>
                </p>
              ) : null}
            </div>
            <p className={classes.pay}>
              {submission.verdict === 'accepted' ? format.money(submission.payMinor, currency) : null}
            </p>
            <div className={classes.buttons}>
              <p className={classes.verdict} data-verdict={submission.verdict}>
                {say(`verdict.${submission.verdict}`)}
              </p>
              <Button
                size="small"
                look="quiet"
                aria-label={say('export.review.lookNamed', { title: submission.title })}
                onClick={() => void actions.lookAt('review', submission.id)}
              >
                {say('export.review.look')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
