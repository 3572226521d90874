import { useId } from 'react';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Working } from '../verify/Working.tsx';
import { MetadataNotice } from './MetadataNotice.tsx';
import type { Blocker } from './readiness.ts';
import classes from './SignStep.module.css';
import { Step } from './Step.tsx';

interface SignStepProps {
  readonly blockers: readonly Blocker[];
  /** Submissions that would be published. */
  readonly accepted: number;
  readonly running: boolean;
  readonly refusal: Refusal | null;
  readonly onSign: () => void;
}

/** The last step: one button, and while it cannot be pressed, why. */
export function SignStep({ blockers, accepted, running, refusal, onSign }: SignStepProps) {
  const { say } = useMessages();
  const id = useId();
  const ready = blockers.length === 0;
  return (
    <Step
      step={4}
      title={say('export.sign.title')}
      hint={say('export.sign.hint')}
      state={{ done: ready, words: say(ready ? 'export.sign.ready' : 'export.sign.notReady') }}
    >
      <MetadataNotice accepted={accepted} />
      <div className={classes.sign}>
        <Button
          look="primary"
          size="large"
          disabled={!ready || running}
          aria-describedby={ready ? undefined : id}
          onClick={onSign}
        >
          {say('export.sign.button')}
        </Button>
        {ready ? null : (
          <ul id={id} className={classes.blockers}>
            {blockers.map((blocker) => (
              <li key={blocker} data-blocker={blocker}>
                {say(`export.sign.blocked.${blocker}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div role="status">
        {running ? <Working words={say('export.sign.running')} hint={say('export.sign.runningHint')} /> : null}
      </div>
      {refusal ? (
        <p role="alert" className={classes.refused} data-code={refusal.code}>
          {sayRefusal(say, refusal)}
        </p>
      ) : null}
    </Step>
  );
}
