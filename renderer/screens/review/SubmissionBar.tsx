import { type ReactNode, useEffect, useRef } from 'react';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { useSession } from '../../app/use-session.ts';
import bar from '../workspace/TaskBar.module.css';
import classes from './SubmissionBar.module.css';

interface SubmissionBarProps {
  readonly submission: SubmissionView | null;
  /** "2 of 5 waiting"; empty where it is not one of several. */
  readonly place: string;
  readonly children: ReactNode;
}

/** What is looked at, and what can be done with it. Its title has the focus when another one comes, so that it is read out. */
export function SubmissionBar({ submission, place, children }: SubmissionBarProps) {
  const { say, format } = useMessages();
  const currency = useSession((session) => session.project?.terms.currency ?? 'USD');
  const heading = useRef<HTMLHeadingElement>(null);
  const id = submission?.id;
  useEffect(() => {
    // what was pressed last may be gone; a card that opens takes the focus after this
    if (id !== undefined && !document.querySelector('[data-testid="hidden-card"]')) heading.current?.focus();
  }, [id]);
  const facts = submission
    ? [
        place,
        say(`medium.${submission.medium}`),
        say('export.review.annotations', { count: submission.annotations.length }),
        say('export.review.submittedAt', { when: format.instant(submission.submittedAt) }),
        format.money(submission.payMinor, currency),
        say(`verdict.${submission.verdict}`),
      ].filter((fact) => fact !== '')
    : [];
  return (
    <section className={bar.bar} aria-label={say('review.bar')}>
      <div className={bar.what}>
        <h1 className={`${bar.title} ${classes.title}`} ref={heading} tabIndex={-1}>
          <bdi>{submission?.title ?? ''}</bdi>
        </h1>
        <p className={bar.facts}>{facts.join(' · ')}</p>
      </div>
      <div className={bar.actions}>{children}</div>
      {submission === null || submission.note === '' ? null : (
        <p className={bar.note}>
          <bdi>{submission.note}</bdi>
        </p>
      )}
    </section>
  );
}
