import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { FileToTake } from './FileToTake.tsx';
import classes from './ProjectScreen.module.css';
import { ReadFindings } from './ReadFindings.tsx';

type Report = Output<'care.import'>;

/** Takes flags from a file: first what would happen, then the act. */
export function FlagFile() {
  const { say } = useMessages();
  const actions = useActions();
  return (
    <FileToTake
      title={say('care.file')}
      hint={say('care.fileHint')}
      testId="flag-preview"
      read={(file) => actions.ask('care.import', file)}
      isWorthTaking={({ added }) => added > 0}
      takeWords={({ added }) => say('care.take', { count: added })}
      takenWords={({ added }) => say('care.taken', { count: added })}
      Preview={FlagReport}
    />
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
      <ReadFindings label={say('care.findingsList')} told={told} />
    </>
  );
}
