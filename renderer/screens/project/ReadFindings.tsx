import { type Because, sayReason } from '../../../shared/i18n/reason.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './ProjectScreen.module.css';

interface ReadFindingsProps {
  readonly label: string;
  readonly told: readonly ({ readonly path: string } & Because<'read'>)[];
  /** How many there are, where not all are told. */
  readonly of?: number;
}

/** What was found while a file was read, and where. */
export function ReadFindings({ label, told, of = told.length }: ReadFindingsProps) {
  const { say } = useMessages();
  if (told.length === 0) return null;
  return (
    <ul className={classes.told} aria-label={label}>
      {told.map(({ path, ...why }, index) => (
        <li key={`${index}-${path}`}>
          <bdi>{path}</bdi>
          {' · '}
          {sayReason(say, 'read', why)}
        </li>
      ))}
      {of > told.length ? <li>{say('newProject.more', { count: of - told.length })}</li> : null}
    </ul>
  );
}
