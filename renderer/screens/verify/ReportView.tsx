import type { VerificationReport } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import { ClaimGroups } from './ClaimGroups.tsx';
import { FindingList } from './FindingList.tsx';
import { findingsBesideClaims } from './group-claims.ts';
import classes from './ReportView.module.css';
import { SummaryView } from './SummaryView.tsx';
import { VerdictView } from './VerdictView.tsx';

/** A whole verification: what failed, what the manifest states, what that rests on, and what nobody can show. */
export function ReportView({ report }: { report: VerificationReport }) {
  const { say } = useMessages();
  const beside = findingsBesideClaims(report);
  return (
    <div className={classes.report}>
      <VerdictView report={report} of="package" />
      {beside.length > 0 ? (
        <section className={classes.part}>
          <h3>{say(report.claims.length === 0 ? 'verify.findings' : 'verify.otherFindings')}</h3>
          <FindingList findings={beside} />
        </section>
      ) : null}
      {report.summary ? <SummaryView summary={report.summary} doubtful={!report.ok} /> : null}
      {report.claims.length > 0 ? (
        <ClaimGroups claims={report.claims} meaning={(id) => say(`verify.says.${id}`)} />
      ) : null}
      <section className={classes.part}>
        <h3>{say('verify.limits')}</h3>
        <ul className={classes.limits}>
          {(['who', 'truth', 'attention', 'person'] as const).map((limit) => (
            <li key={limit}>{say(`verify.limit.${limit}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
