import { type ComponentType, useState } from 'react';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import classes from './ProjectScreen.module.css';

interface FileToTakeProps<Report> {
  readonly title: string;
  readonly hint: string;
  readonly testId: string;
  /** Reads the file; with `dryRun`, the project stays as it is. Null when that was refused. */
  readonly read: (file: { readonly path: string; readonly dryRun: boolean }) => Promise<Report | null>;
  /** Whether taking it would change anything. */
  readonly isWorthTaking: (report: Report) => boolean;
  readonly takeWords: (report: Report) => string;
  readonly takenWords: (report: Report) => string;
  /** What would happen. */
  readonly Preview: ComponentType<{ readonly report: Report }>;
}

/** Takes something into the project from a file: first what would happen, then the act. */
export function FileToTake<Report>({
  title,
  hint,
  testId,
  read,
  isWorthTaking,
  takeWords,
  takenWords,
  Preview,
}: FileToTakeProps<Report>) {
  const { say } = useMessages();
  const actions = useActions();
  const [tried, setTried] = useState<{ readonly path: string; readonly report: Report } | null>(null);
  const [done, setDone] = useState<Report | null>(null);
  const choose = async () => {
    const chosen = await actions.ask('care.choose', {});
    if (!chosen?.path) return;
    const report = await read({ path: chosen.path, dryRun: true });
    setDone(null);
    setTried(report ? { path: chosen.path, report } : null);
  };
  const take = async (path: string) => {
    const report = await read({ path, dryRun: false });
    setTried(null);
    setDone(report);
  };
  return (
    <SettingsGroup title={title} hint={hint}>
      <div className={classes.form}>
        <Button onClick={() => void choose()}>{say('care.choose')}</Button>
      </div>
      {tried ? (
        <section aria-label={say('care.preview')} data-testid={testId}>
          <Preview report={tried.report} />
          <div className={classes.form}>
            <Button look="primary" disabled={!isWorthTaking(tried.report)} onClick={() => void take(tried.path)}>
              {takeWords(tried.report)}
            </Button>
            <Button look="quiet" onClick={() => setTried(null)}>
              {say('common.cancel')}
            </Button>
          </div>
        </section>
      ) : null}
      <p role="status" className={classes.done}>
        {done ? takenWords(done) : ''}
      </p>
    </SettingsGroup>
  );
}
