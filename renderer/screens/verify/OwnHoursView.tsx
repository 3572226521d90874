import type { OwnRecordReport } from '../../../shared/manifest/verify/verify-own-record.ts';
import { useMessages } from '../../app/messages.ts';
import { ClaimGroups } from './ClaimGroups.tsx';
import { FindingList } from './FindingList.tsx';
import { findingsBesideClaims } from './group-claims.ts';
import { OwnHoursSummary } from './OwnHoursSummary.tsx';
import classes from './ReportView.module.css';
import { VerdictView } from './VerdictView.tsx';

const ownClaims = ['files', 'signatures', 'time', 'clock'] as const;

/** The hours that a worker exported of their own: what failed, what they state, what that proves, and what it does not. */
export function OwnHoursView({ report }: { report: OwnRecordReport }) {
  const { say } = useMessages();
  const beside = findingsBesideClaims(report);
  return (
    <div className={classes.report} data-testid="own-hours">
      <VerdictView report={report} of="own-hours" />
      {beside.length > 0 ? (
        <section className={classes.part}>
          <h3>{say(report.claims.length === 0 ? 'verify.findings' : 'verify.otherFindings')}</h3>
          <FindingList findings={beside} />
        </section>
      ) : null}
      {report.summary ? <OwnHoursSummary summary={report.summary} doubtful={!report.ok} /> : null}
      {report.claims.length > 0 ? (
        <ClaimGroups
          claims={report.claims}
          meaning={(id) => {
            const own = ownClaims.find((one) => one === id);
            return say(own ? `verify.own.says.${own}` : `verify.says.${id}`);
          }}
        />
      ) : null}
      <section className={classes.part}>
        <h3>{say('verify.own.limits')}</h3>
        <ul className={classes.limits}>
          {(['who', 'inside', 'attention', 'confirmed', 'pdf'] as const).map((limit) => (
            <li key={limit}>{say(`verify.own.limit.${limit}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
