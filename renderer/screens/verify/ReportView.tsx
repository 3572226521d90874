import type { VerificationReport } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import { ClaimGroups } from './ClaimGroups.tsx';
import { FindingsBeside, Limits } from './ReportParts.tsx';
import classes from './ReportView.module.css';
import { SummaryView } from './SummaryView.tsx';
import { VerdictView } from './VerdictView.tsx';

/** A whole verification: what failed, what the manifest states, what that rests on, and what nobody can show. */
export function ReportView({ report }: { report: VerificationReport }) {
  const { say } = useMessages();
  return (
    <div className={classes.report}>
      <VerdictView report={report} of="package" />
      <FindingsBeside report={report} />
      {report.summary ? <SummaryView summary={report.summary} doubtful={!report.ok} /> : null}
      {report.claims.length > 0 ? (
        <ClaimGroups claims={report.claims} meaning={(id) => say(`verify.says.${id}`)} />
      ) : null}
      <Limits
        title="verify.limits"
        limits={['verify.limit.who', 'verify.limit.truth', 'verify.limit.attention', 'verify.limit.person']}
      />
    </div>
  );
}
