import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Fingerprint } from '../verify/Fingerprint.tsx';
import classes from './KeysStep.module.css';
import { PassphraseForm } from './PassphraseForm.tsx';
import { refocus } from './refocus.ts';
import { Step } from './Step.tsx';

interface KeysStepProps {
  readonly keys: KeyStatus | null;
  /** True when this is what to do next. */
  readonly next: boolean;
  readonly onKeys: (keys: KeyStatus) => void;
}

/** The signing keys: make them, unlock them, or compare their fingerprints. */
export function KeysStep({ keys, next, onKeys }: KeysStepProps) {
  const { say } = useMessages();
  const actions = useActions();
  const keep = (status: KeyStatus) => {
    onKeys(status);
    refocus(2);
  };
  const lock = async () => {
    const status = await actions.ask('keys.lock', {});
    if (status) keep(status);
  };
  return (
    <Step
      step={2}
      title={say('export.keys.title')}
      hint={say('export.keys.hint')}
      state={keys ? { done: keys.state === 'ready', words: say(`export.keys.${keys.state}`) } : null}
    >
      {keys && keys.state !== 'ready' ? (
        <PassphraseForm key={keys.state} keys={keys} next={next} onKeys={keep} />
      ) : null}
      {keys?.state === 'ready' ? (
        <>
          {keys.fingerprints ? (
            <div className={classes.fingerprints}>
              <Fingerprint name={say('export.keys.worker')} value={keys.fingerprints.worker} />
              <Fingerprint
                name={say('export.keys.requester')}
                value={keys.fingerprints.requester}
                hint={say('export.keys.fingerprintHint')}
              />
            </div>
          ) : null}
          {keys.guard === 'passphrase' ? (
            <div>
              <Button size="small" onClick={() => void lock()}>
                {say('export.keys.lock')}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </Step>
  );
}
