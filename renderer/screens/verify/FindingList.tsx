import type { VerificationFinding } from '../../../shared/manifest/report.ts';
import classes from './FindingList.module.css';

interface FindingListProps {
  readonly findings: readonly VerificationFinding[];
}

/** Each with its code, its place and its sentence. The sentences are English, as programs and papers quote them. */
export function FindingList({ findings }: FindingListProps) {
  return (
    <ul className={classes.findings}>
      {findings.map((finding, index) => (
        <li key={`${index}-${finding.code}-${finding.path}`} className={classes.finding} data-code={finding.code}>
          <code className={classes.code}>{finding.code}</code>
          <span>
            <code className={classes.path}>{finding.path}</code>{' '}
            <span lang="en" className={classes.message}>
              {finding.message}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
