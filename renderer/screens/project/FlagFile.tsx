import { useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { sayReason } from '../../../shared/i18n/reason.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import classes from './ProjectScreen.module.css';

type Report = Output<'care.import'>;

/** Takes flags from a file: first what would happen, then the act. */
export function FlagFile() {
  const { say } = useMessages();
  const actions = useActions();
  const [tried, setTried] = useState<{ readonly path: string; readonly report: Report } | null>(null);
  const [done, setDone] = useState<Report | null>(null);
  const choose = async () => {
    const chosen = await actions.ask('care.choose', {});
    if (!chosen?.path) return;
    const report = await actions.ask('care.import', { path: chosen.path, dryRun: true });
    setDone(null);
    setTried(report ? { path: chosen.path, report } : null);
  };
  const take = async (path: string) => {
    const report = await actions.ask('care.import', { path, dryRun: false });
    setTried(null);
    setDone(report);
  };
  return (
    <SettingsGroup title={say('care.file')} hint={say('care.fileHint')}>
      <div className={classes.form}>
        <Button onClick={() => void choose()}>{say('care.choose')}</Button>
      </div>
      {tried ? (
        <section aria-label={say('care.preview')} data-testid="flag-preview">
          <FlagReport report={tried.report} />
          <div className={classes.form}>
            <Button look="primary" disabled={tried.report.added === 0} onClick={() => void take(tried.path)}>
              {say('care.take', { count: tried.report.added })}
            </Button>
            <Button look="quiet" onClick={() => setTried(null)}>
              {say('common.cancel')}
            </Button>
          </div>
        </section>
      ) : null}
      <p role="status" className={classes.done}>
        {done ? say('care.taken', { count: done.added }) : ''}
      </p>
    </SettingsGroup>
  );
}

function FlagReport({ report }: { report: Report }) {
  const { say, format } = useMessages();
  const { added, present, items, newlyHidden, byCategory, unmatched, findings, told } = report;
  const kinds = Object.entries(byCategory).map(
    ([category, count]) => `${say(`flag.category.${category as keyof typeof byCategory}`)} (${format.number(count)})`,
  );
  return (
    <>
      <p>
        {added === 0 ? say('care.addsNothing') : say('care.adds', { count: items, hidden: newlyHidden })}{' '}
        {kinds.length > 0 ? format.list(kinds) : null}
      </p>
      {present > 0 ? <p className={classes.word}>{say('care.present', { count: present })}</p> : null}
      {unmatched > 0 ? <p>{say('care.unmatched', { count: unmatched })}</p> : null}
      {findings > 0 ? <p>{say('care.findings', { count: findings })}</p> : null}
      {told.length > 0 ? (
        <ul className={classes.told} aria-label={say('care.findingsList')}>
          {told.map(({ path, ...why }, index) => (
            <li key={`${index}-${path}`}>
              <bdi>{path}</bdi>
              {' · '}
              {sayReason(say, 'read', why)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
