import { useState } from 'react';
import { isCoveredByBreak } from '../../app/session.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page } from '../../ui/Page.tsx';
import { InstructionsButton } from '../workspace/InstructionsButton.tsx';
import screen from '../workspace/LabelTask.module.css';
import { RejectDialog } from './RejectDialog.tsx';
import { SubmissionBar } from './SubmissionBar.tsx';
import { SubmissionBench } from './SubmissionBench.tsx';
import { useSubmission, useSubmissions } from './use-submission.ts';
import { useWalkKeys } from './use-walk-keys.ts';
import { WalkButtons } from './WalkButtons.tsx';
import { stepFrom } from './walk.ts';

/** The requester before a submission: the item with what was handed in, a verdict by key or button, then the next one. */
export function ReviewScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const submissionId = useSession((session) => session.submissionId);
  const reading = useSession((session) => session.reading);
  const stopped = useSession((session) => session.panic || session.gateShown || isCoveredByBreak(session));
  const opened = useSubmission(submissionId, 'requester');
  const { all, judged } = useSubmissions();
  // not before the list is there: a verdict or a step that is asked for by then would have nowhere to go on to
  const submission = all && opened;
  const [busy, setBusy] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [done, setDone] = useState(false);
  const [told, setTold] = useState('');
  const keysOf = useKeysOf();

  const pending = all?.filter(({ verdict }) => verdict === 'pending') ?? [];
  const at = pending.findIndex(({ id }) => id === submissionId);
  const others = pending.length > (at === -1 ? 0 : 1);
  const go = (step: 1 | -1) => {
    const next = all && stepFrom(all, submissionId, { verdict: 'pending', step });
    if (next) void actions.lookAt('review', next);
  };
  const back = () => void actions.go('export');

  /** Goes on to the next one that waits; when none does, says so. */
  const goOn = (verdict: 'accepted' | 'rejected') => {
    if (!submission || !all) return;
    setTold(say(`review.${verdict}`, { title: submission.title }));
    judged(submission.id, verdict);
    const next = stepFrom(all, submission.id, { verdict: 'pending', step: 1 });
    if (next) void actions.lookAt('review', next);
    else setDone(true);
  };
  const accept = async () => {
    if (!submission || !all || busy || submission.verdict === 'accepted') return;
    setBusy(true);
    if (await actions.ask('review.accept', { submissionIds: [submission.id] })) goOn('accepted');
    setBusy(false);
  };
  const canReject = all !== null && submission?.verdict === 'pending';

  const onAction = (action: Action, repeated: boolean): unknown => {
    switch (action) {
      // a key that is held down must judge nothing that nobody has looked at
      case 'accept':
        return repeated ? undefined : void accept();
      case 'reject':
        return repeated || !canReject ? undefined : setRejecting(true);
      case 'instructions':
        return void actions.setReading(!reading);
      default:
        return false;
    }
  };
  const enabled = !rejecting && !busy && !stopped && !done && submission !== null;
  useShortcuts({ onAction }, enabled, submission?.medium ?? 'image');
  useWalkKeys(go, enabled);

  if (done || submissionId === null) {
    return (
      <Page title={say('export.review.title')}>
        <p role="status">{told}</p>
        <Empty
          action={
            <Button look="primary" onClick={back}>
              {say('review.back')}
            </Button>
          }
        >
          {say('review.done')}
        </Empty>
      </Page>
    );
  }
  return (
    <div className={screen.screen} data-testid="review">
      <SubmissionBar
        submission={submission}
        place={at === -1 ? '' : say('review.place', { place: at + 1, total: pending.length })}
      >
        <Button size="small" look="quiet" onClick={back}>
          {say('review.back')}
        </Button>
        <InstructionsButton />
        {others ? <WalkButtons go={go} /> : null}
        {canReject ? (
          <Button size="small" keys={keysOf('reject')} disabled={busy} onClick={() => setRejecting(true)}>
            {say('review.reject')}
          </Button>
        ) : null}
        {submission && submission.verdict !== 'accepted' ? (
          <Button size="small" look="primary" keys={keysOf('accept')} disabled={busy} onClick={() => void accept()}>
            {say(submission.verdict === 'rejected' ? 'review.acceptAfterAll' : 'review.accept')}
          </Button>
        ) : null}
      </SubmissionBar>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {submission ? (
        <SubmissionBench key={submission.id} submission={submission} enabled={enabled} onSelected={setSelectedIds} />
      ) : null}
      {rejecting && submission ? (
        <RejectDialog
          submission={submission}
          selectedIds={selectedIds}
          onClose={() => setRejecting(false)}
          onRejected={() => {
            setRejecting(false);
            goOn('rejected');
          }}
        />
      ) : null}
    </div>
  );
}
