import type { OwnRecordReport } from '../../../shared/manifest/verify/verify-own-record.ts';
import { useMessages } from '../../app/messages.ts';
import { Fact, Figure } from './Figures.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import classes from './SummaryView.module.css';
import { TimeRows } from './TimeRows.tsx';

interface OwnHoursSummaryProps {
  readonly summary: NonNullable<OwnRecordReport['summary']>;
  /** True when anything failed. */
  readonly doubtful: boolean;
}

/** The signed hours, for people. */
export function OwnHoursSummary({ summary, doubtful }: OwnHoursSummaryProps) {
  const { say, format } = useMessages();
  const { totalMs, recordedMs, sourcesMs, fromWeek, toWeek } = summary;
  const share = (ms: number) => format.percent(totalMs === 0 ? 0 : Math.floor((ms / totalMs) * 10_000));
  return (
    <section className={classes.summary} aria-labelledby="summary-title">
      <div>
        <h3 id="summary-title" className={classes.over}>
          {say('verify.own.summary')}
        </h3>
        <p className={classes.soft}>
          {fromWeek === null || toWeek === null
            ? say('verify.own.noTime')
            : fromWeek === toWeek
              ? say('verify.week', { from: fromWeek })
              : say('verify.weeks', { from: fromWeek, to: toWeek })}
        </p>
        {doubtful ? <p className={classes.doubt}>{say('verify.doubt')}</p> : null}
      </div>
      <dl className={classes.figures}>
        <Figure value={format.duration(totalMs)} words={say('verify.workTime')} strong />
        <Figure value={format.duration(recordedMs)} words={say('verify.own.recorded')} />
        <Figure value={share(sourcesMs['declared'] ?? 0)} words={say('verify.own.declared')} />
      </dl>
      <TimeRows summary={summary} />
      <dl className={classes.facts}>
        {(['measured', 'inferred', 'declared'] as const).map((source) => (
          <Fact
            key={source}
            name={say(`ownReport.source.${source}.name`)}
            value={`${format.duration(sourcesMs[source] ?? 0)} · ${share(sourcesMs[source] ?? 0)}`}
          />
        ))}
        <Fact name={say('myTime.ownExport.detail')} value={say(`myTime.ownExport.details.${summary.detail}`)} />
      </dl>
      {summary.supersedesSha256 === null ? null : (
        <p className={classes.soft}>
          {say('verify.own.supersedes')} <bdi translate="no">{summary.supersedesSha256}</bdi>
        </p>
      )}
      <Fingerprint
        name={say('verify.own.fingerprint')}
        value={summary.fingerprint}
        hint={say('verify.own.fingerprintHint')}
      />
    </section>
  );
}
