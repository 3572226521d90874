import type { VerificationSummary } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import { timeRows } from './time-rows.ts';
import classes from './TimeRows.module.css';

type WorkSums = Pick<VerificationSummary, 'undeterminedMs' | 'outageMs'> & {
  readonly durationsMs: Readonly<Record<string, number>>;
};

/** Work time by activity, with a bar for each; and the time that stands beside the work. */
export function TimeRows({ summary }: { summary: WorkSums }) {
  const { say, format } = useMessages();
  const rows = timeRows(summary.durationsMs);
  if (rows.length === 0) return null;
  const beside = [
    { words: say('verify.undetermined'), ms: summary.undeterminedMs },
    { words: say('verify.outage'), ms: summary.outageMs },
  ].filter(({ ms }) => ms > 0);
  return (
    <div>
      <h4 className={classes.title}>{say('verify.timeBy')}</h4>
      <dl className={classes.rows}>
        {rows.map(({ activity, ms, share }) => (
          <div key={activity} className={classes.row} data-activity={activity}>
            <dt>{say(`activity.${activity}`)}</dt>
            <dd className={classes.time}>{format.duration(ms)}</dd>
            <dd className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${share * 100}%` }} />
            </dd>
          </div>
        ))}
        {beside.map(({ words, ms }) => (
          <div key={words} className={classes.row} data-beside="true">
            <dt>{words}</dt>
            <dd className={classes.time}>{format.duration(ms)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
