import type { MessageKey } from '../../../shared/i18n/locale.ts';
import { useMessages } from '../../app/messages.ts';
import { FindingList } from './FindingList.tsx';
import { findingsBesideClaims, type Report } from './group-claims.ts';
import classes from './ReportView.module.css';

/** What was found that no claim names. */
export function FindingsBeside({ report }: { report: Report }) {
  const { say } = useMessages();
  const beside = findingsBesideClaims(report);
  if (beside.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{say(report.claims.length === 0 ? 'verify.findings' : 'verify.otherFindings')}</h3>
      <FindingList findings={beside} />
    </section>
  );
}

/** What nobody can show by what was verified. */
export function Limits({ title, limits }: { title: MessageKey; limits: readonly MessageKey[] }) {
  const { say } = useMessages();
  return (
    <section className={classes.part}>
      <h3>{say(title)}</h3>
      <ul className={classes.limits}>
        {limits.map((limit) => (
          <li key={limit}>{say(limit)}</li>
        ))}
      </ul>
    </section>
  );
}
