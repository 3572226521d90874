import type { VerificationSummary } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import { Fact, Figure } from './Figures.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import classes from './SummaryView.module.css';
import { TimeRows } from './TimeRows.tsx';

/** The signed numbers, for people: the pay of an hour of all work beside the rate that leaves the unpaid work out. */
export function SummaryView({ summary, doubtful }: { summary: VerificationSummary; doubtful: boolean }) {
  const { say, format } = useMessages();
  const { pay, workers, items, labelOrigin } = summary;
  const money = (minor: number) => format.money(minor, pay.currency);
  const { timeWithheldBy } = summary;
  const noRate = () => say(timeWithheldBy > 0 ? 'verify.rateWithheld' : 'verify.tooLittle');
  const rate = (minor: number | null) => (minor === null ? noRate() : money(minor));
  const isAllWithheld = timeWithheldBy > 0 && timeWithheldBy === workers.included;
  return (
    <section className={classes.summary} aria-labelledby="summary-title">
      <div>
        <h3 id="summary-title" className={classes.over}>
          {say('verify.summary')}
        </h3>
        <p className={classes.title}>
          <bdi>{summary.datasetTitle}</bdi>
        </p>
        <p className={classes.soft}>
          {summary.projectName === summary.datasetTitle ? null : (
            <>
              <bdi>{summary.projectName}</bdi>
              {' · '}
            </>
          )}
          {weeks(summary)}
        </p>
        {doubtful ? <p className={classes.doubt}>{say('verify.doubt')}</p> : null}
      </div>

      <dl className={classes.figures}>
        <Figure
          value={isAllWithheld ? say('verify.rateWithheld') : format.duration(summary.totalMs)}
          words={say('verify.workTime')}
        />
        <Figure value={money(pay.netMinor)} words={say('verify.paid')} />
        <Figure value={rate(summary.effectiveHourlyMinor)} words={say('verify.effective')} strong />
        <Figure value={rate(summary.taskTimeOnlyHourlyMinor)} words={say('verify.labellingOnly')} />
      </dl>
      <div className={classes.notes}>
        {summary.effectiveHourlyMinor === null ? null : <p>{say('verify.gap')}</p>}
        {timeWithheldBy > 0 ? (
          <p>{say('verify.timeWithheld', { withheld: timeWithheldBy, included: workers.included })}</p>
        ) : null}
        <p>
          {pay.feesMinor > 0
            ? `${say('verify.fees', { fees: money(pay.feesMinor), gross: money(pay.grossMinor) })} `
            : null}
          {say('verify.acknowledged', { share: format.percent(pay.acknowledgedBp) })}
        </p>
      </div>

      <TimeRows summary={summary} />

      <dl className={classes.facts}>
        <Fact
          name={say('verify.workers')}
          value={say(workers.disputed > 0 ? 'verify.workersDisputed' : 'verify.workersValue', numbers(workers))}
        />
        <Fact name={say('verify.items')} value={say('verify.itemsValue', numbers(items))} />
        <Fact
          name={say('verify.annotations')}
          value={say('verify.originValue', numbers({ ...labelOrigin, annotations: summary.annotations }))}
        />
      </dl>

      <Fingerprint
        name={say('verify.fingerprint')}
        value={summary.requesterFingerprint}
        hint={say('verify.fingerprintHint')}
      />
    </section>
  );

  function weeks({ fromWeek, toWeek }: VerificationSummary): string | null {
    if (fromWeek === null || toWeek === null) return null;
    if (fromWeek === toWeek) return say('verify.week', { from: fromWeek });
    return say('verify.weeks', { from: fromWeek, to: toWeek });
  }

  function numbers(counts: Readonly<Record<string, number>>): Record<string, string> {
    return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, format.number(count)]));
  }
}
