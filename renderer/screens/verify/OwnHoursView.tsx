import type { OwnRecordReport } from '../../../shared/manifest/verify/verify-own-record.ts';
import { useMessages } from '../../app/messages.ts';
import { ClaimGroups } from './ClaimGroups.tsx';
import { OwnHoursSummary } from './OwnHoursSummary.tsx';
import { FindingsBeside, Limits } from './ReportParts.tsx';
import classes from './ReportView.module.css';
import { VerdictView } from './VerdictView.tsx';

const ownClaims = ['files', 'signatures', 'time', 'clock'] as const;
const ownLimits = [
  'verify.own.limit.who',
  'verify.own.limit.inside',
  'verify.own.limit.attention',
  'verify.own.limit.confirmed',
  'verify.own.limit.pdf',
] as const;

/** The hours that a worker exported of their own: what failed, what they state, what that proves, and what it does not. */
export function OwnHoursView({ report }: { report: OwnRecordReport }) {
  const { say } = useMessages();
  return (
    <div className={classes.report} data-testid="own-hours">
      <VerdictView report={report} of="own-hours" />
      <FindingsBeside report={report} />
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
      <Limits title="verify.own.limits" limits={ownLimits} />
    </div>
  );
}
