import { useMessages } from '../../app/messages.ts';
import { isCoveredByBreak } from '../../app/session.ts';
import type { Action } from '../../app/actions.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { InstructionsButton } from '../workspace/InstructionsButton.tsx';
import screen from '../workspace/LabelTask.module.css';
import { Rejection } from './Rejection.tsx';
import { SubmissionBar } from './SubmissionBar.tsx';
import { SubmissionBench } from './SubmissionBench.tsx';
import { useSubmission, useSubmissions } from './use-submission.ts';
import { useWalkKeys } from './use-walk-keys.ts';
import { WalkButtons } from './WalkButtons.tsx';
import { stepFrom } from './walk.ts';

/** The worker before what they handed in: unchanged, with what was said of it. From one rejection to the next by keys. */
export function HandedInScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const submissionId = useSession((session) => session.submissionId);
  const reading = useSession((session) => session.reading);
  const stopped = useSession((session) => session.panic || session.gateShown || isCoveredByBreak(session));
  const submission = useSubmission(submissionId, 'worker');
  const { all } = useSubmissions();
  const rejected = all?.filter(({ verdict }) => verdict === 'rejected') ?? [];
  const at = rejected.findIndex(({ id }) => id === submissionId);
  const go = (step: 1 | -1) => {
    const next = all && stepFrom(all, submissionId, { verdict: 'rejected', step });
    if (next) void actions.lookAt('handed-in', next);
  };
  const onAction = (action: Action): unknown => (action === 'instructions' ? void actions.setReading(!reading) : false);
  const enabled = !stopped && submission !== null;
  useShortcuts({ onAction }, enabled, submission?.medium ?? 'image');
  useWalkKeys(go, enabled && at !== -1);
  return (
    <div className={screen.screen} data-testid="handed-in">
      <SubmissionBar
        submission={submission}
        place={at === -1 ? '' : say('review.placeRejected', { place: at + 1, total: rejected.length })}
      >
        <Button size="small" look="quiet" onClick={() => void actions.go('browse')}>
          {say('review.backToTasks')}
        </Button>
        <InstructionsButton />
        {at !== -1 && rejected.length > 1 ? <WalkButtons go={go} /> : null}
        <Button size="small" onClick={() => void actions.go('my-time')}>
          {say('nav.my-time')}
        </Button>
      </SubmissionBar>
      {submission?.verdict === 'rejected' ? <Rejection submission={submission} /> : null}
      {submission ? <SubmissionBench key={submission.id} submission={submission} enabled={enabled} /> : null}
    </div>
  );
}
