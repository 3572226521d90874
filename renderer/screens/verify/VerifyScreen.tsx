import { TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { VerifiedFolder } from '../../../shared/ipc/calls/export-calls.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { useActions } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { OwnHoursView } from './OwnHoursView.tsx';
import { ReportView } from './ReportView.tsx';
import classes from './VerifyScreen.module.css';
import { Working } from './Working.tsx';

type Check =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'done'; readonly path: string; readonly verified: VerifiedFolder };

/** Checks a package that somebody handed over, or a worker's own hours, with nothing but the bytes of the folder. */
export function VerifyScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const id = useId();
  const [path, setPath] = useState('');
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const running = check.state === 'running';
  const named = path.trim() !== '';

  const run = async (folder: string) => {
    setCheck({ state: 'running' });
    const answer = await call('verify.run', { path: folder });
    if (answer.ok) setCheck({ state: 'done', path: folder, verified: answer.value });
    else setCheck({ state: 'refused', refusal: answer.error });
  };

  const choose = async () => {
    const chosen = await actions.ask('verify.choose', {});
    if (!chosen?.path) return;
    setPath(chosen.path);
    await run(chosen.path);
  };

  return (
    <Page title={say('verify.title')}>
      <div className={classes.ask}>
        <p className={classes.lead}>{say('verify.lead')}</p>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (named && !running) void run(path.trim());
          }}
        >
          <Button
            look={check.state === 'none' && !named ? 'primary' : 'secondary'}
            icon={<IconFolderOpen size={18} aria-hidden="true" />}
            disabled={running}
            onClick={() => void choose()}
          >
            {say('verify.choose')}
          </Button>
          <TextInput
            className={classes.path}
            label={say('verify.path')}
            value={path}
            maxLength={4096}
            spellCheck={false}
            autoComplete="off"
            dir="auto"
            onChange={(event) => setPath(event.currentTarget.value)}
          />
          <Button
            type="submit"
            look={named ? 'primary' : 'secondary'}
            disabled={!named || running}
            aria-describedby={named ? undefined : id}
          >
            {say('verify.check')}
          </Button>
        </form>
        {named || check.state === 'none' ? null : (
          <p id={id} className={classes.why}>
            {say('verify.needsPath')}
          </p>
        )}
      </div>
      <div role="status" className={classes.status}>
        {running ? <Working words={say('verify.running')} hint={say('verify.runningHint')} /> : null}
        {check.state === 'done' ? (
          <p className="visually-hidden">
            {say(check.verified.report.ok ? 'verify.nothingFailed' : 'verify.failedHint')}
          </p>
        ) : null}
      </div>
      {check.state === 'none' ? <Beginning id={id} /> : null}
      {check.state === 'refused' ? (
        <div role="alert" className={classes.refused} data-code={check.refusal.code}>
          <h2>{say('verify.refused')}</h2>
          <p>{sayRefusal(say, check.refusal)}</p>
        </div>
      ) : null}
      {check.state === 'done' ? (
        <section className={classes.result} aria-labelledby={`${id}-report`}>
          <div>
            <h2 id={`${id}-report`}>{say('verify.report')}</h2>
            <p className={classes.checked}>
              <bdi>{say('verify.checked', { path: check.path })}</bdi>
            </p>
          </div>
          {check.verified.of === 'package' ? (
            <ReportView report={check.verified.report} />
          ) : (
            <OwnHoursView report={check.verified.report} />
          )}
        </section>
      ) : null}
    </Page>
  );
}

/** Before the first check: what a check does. */
function Beginning({ id }: { id: string }) {
  const { say } = useMessages();
  return (
    <div className={classes.beginning}>
      <p id={id}>{say('verify.empty')}</p>
      <ol className={classes.steps}>
        {(['files', 'sums', 'words'] as const).map((step) => (
          <li key={step}>{say(`verify.emptySteps.${step}`)}</li>
        ))}
      </ol>
    </div>
  );
}
