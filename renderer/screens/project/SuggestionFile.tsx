import { useState } from 'react';
import { sayReason } from '../../../shared/i18n/reason.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import classes from './ProjectScreen.module.css';

type Report = Output<'suggestion.import'>;

/** Takes what a model predicted from a file: first what would happen, then the act. */
export function SuggestionFile() {
  const { say } = useMessages();
  const actions = useActions();
  const [tried, setTried] = useState<{ readonly path: string; readonly report: Report } | null>(null);
  const [done, setDone] = useState<Report | null>(null);
  const choose = async () => {
    const chosen = await actions.ask('care.choose', {});
    if (!chosen?.path) return;
    const report = await actions.ask('suggestion.import', { path: chosen.path, dryRun: true });
    setDone(null);
    setTried(report ? { path: chosen.path, report } : null);
  };
  const take = async (path: string) => {
    const report = await actions.ask('suggestion.import', { path, dryRun: false });
    setTried(null);
    setDone(report);
  };
  return (
    <SettingsGroup title={say('predictions.title')} hint={say('predictions.hint')}>
      <div className={classes.form}>
        <Button onClick={() => void choose()}>{say('care.choose')}</Button>
      </div>
      {tried ? (
        <section aria-label={say('care.preview')} data-testid="prediction-preview">
          <PredictionReport report={tried.report} />
          <div className={classes.form}>
            <Button
              look="primary"
              disabled={tried.report.added + tried.report.newlyHidden === 0}
              onClick={() => void take(tried.path)}
            >
              {say('predictions.take', { count: tried.report.added })}
            </Button>
            <Button look="quiet" onClick={() => setTried(null)}>
              {say('common.cancel')}
            </Button>
          </div>
        </section>
      ) : null}
      <p role="status" className={classes.done}>
        {done ? say('predictions.taken', { count: done.added }) : ''}
      </p>
    </SettingsGroup>
  );
}

function PredictionReport({ report }: { report: Report }) {
  const { say } = useMessages();
  const { format, added, present, items, unknownClasses, refused, newlyHidden, told, toldOf } = report;
  return (
    <>
      <p>
        {format}
        {' · '}
        {added === 0 ? say('care.addsNothing') : say('predictions.adds', { count: added, items })}
      </p>
      {present > 0 ? <p className={classes.word}>{say('predictions.present', { count: present })}</p> : null}
      {newlyHidden > 0 ? <p>{say('predictions.hides', { count: newlyHidden })}</p> : null}
      {unknownClasses.map(({ name, count }) => (
        <p key={name}>{say('predictions.unknownClass', { name, count })}</p>
      ))}
      {refused > 0 ? <p>{say('predictions.refused', { count: refused })}</p> : null}
      {told.length > 0 ? (
        <ul className={classes.told} aria-label={say('predictions.toldList')}>
          {told.map(({ path, ...why }, index) => (
            <li key={`${index}-${path}`}>
              <bdi>{path}</bdi>
              {' · '}
              {sayReason(say, 'read', why)}
            </li>
          ))}
          {toldOf > told.length ? <li>{say('newProject.more', { count: toldOf - told.length })}</li> : null}
        </ul>
      ) : null}
    </>
  );
}
