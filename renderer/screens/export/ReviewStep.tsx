import { useState } from 'react';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Page.tsx';
import { JudgedList } from './JudgedList.tsx';
import { refocus } from './refocus.ts';
import classes from './ReviewStep.module.css';
import { Step } from './Step.tsx';
import { SubmissionRow } from './SubmissionRow.tsx';

const SHOWN_AT_ONCE = 30;

interface ReviewStepProps {
  readonly submissions: readonly SubmissionCard[] | null;
  readonly currency: string;
  /** True when this is what to do next. */
  readonly next: boolean;
  readonly onChanged: () => Promise<void>;
}

/** The requester's verdicts: one by one with the work before their eyes, or all accepted at once. */
export function ReviewStep({ submissions, currency, next, onChanged }: ReviewStepProps) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [busy, setBusy] = useState(false);

  const all = submissions ?? [];
  const pending = all.filter(({ verdict }) => verdict === 'pending');
  const [first] = pending;
  const judged = all.filter(({ verdict }) => verdict !== 'pending');

  const accept = async (chosen: readonly SubmissionCard[]) => {
    setBusy(true);
    await actions.ask('review.accept', { submissionIds: chosen.map(({ id }) => id) });
    await onChanged();
    setBusy(false);
    refocus(1);
  };

  return (
    <Step
      step={1}
      title={say('export.review.title')}
      hint={say('export.review.hint')}
      state={
        submissions === null || all.length === 0
          ? null
          : pending.length > 0
            ? { done: false, words: say('export.review.waiting', { count: pending.length }) }
            : { done: true, words: say('export.review.done') }
      }
    >
      {submissions !== null && all.length === 0 ? (
        <Empty action={<Button onClick={() => void actions.go('browse')}>{say('export.review.toTasks')}</Button>}>
          {say('export.review.nothing')}
        </Empty>
      ) : null}
      {first ? (
        <>
          <ul className={classes.rows} aria-label={say('export.review.list')}>
            {pending.slice(0, shown).map((submission) => (
              <SubmissionRow
                key={submission.id}
                submission={submission}
                pay={format.money(submission.payMinor, currency)}
                busy={busy}
                onAccept={() => void accept([submission])}
              />
            ))}
          </ul>
          <div className={classes.actions}>
            <Button look={next ? 'primary' : 'secondary'} onClick={() => void actions.lookAt('review', first.id)}>
              {say('export.review.oneByOne')}
            </Button>
            <Button disabled={busy} onClick={() => void accept(pending)}>
              {say('export.review.acceptAll')}
            </Button>
            {pending.length > shown ? (
              <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
                {say('export.review.more', { count: Math.min(SHOWN_AT_ONCE, pending.length - shown) })}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {judged.length > 0 ? <JudgedList submissions={judged} currency={currency} /> : null}
    </Step>
  );
}
