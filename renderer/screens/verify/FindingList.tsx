import { sayReason } from '../../../shared/i18n/reason.ts';
import type { VerificationFinding } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './FindingList.module.css';

interface FindingListProps {
  readonly findings: readonly VerificationFinding[];
}

/** Each with its code, which programs and papers quote, its place and its sentence. */
export function FindingList({ findings }: FindingListProps) {
  const { say } = useMessages();
  return (
    <ul className={classes.findings}>
      {findings.map((finding, index) => (
        <li key={`${index}-${finding.code}-${finding.path}`} className={classes.finding} data-code={finding.code}>
          <code className={classes.code}>{finding.code}</code>
          <span>
            <code className={classes.path}>{finding.path}</code>{' '}
            <span className={classes.message}>{sayReason(say, 'verified', finding)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
