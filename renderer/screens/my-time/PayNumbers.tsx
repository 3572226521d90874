import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import type { PayReport } from '../../../shared/time/report.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './PayNumbers.module.css';
import { Explained } from './Explained.tsx';
import { aroundMs, perHourMs } from './time-shares.ts';

/** The big numbers: what an hour of all work time brought, beside what an advertisement would say. */
export function PayNumbers({ report }: { report: TimeView['report'] }) {
  const { say, format } = useMessages();
  return (
    <section className={classes.numbers} aria-label={say('myTime.numbers')}>
      <div className={classes.main}>
        {report.pay.length === 0 ? <p className={classes.notYet}>{say('myTime.noPay')}</p> : null}
        {report.pay.map((pay) => (
          <Effective key={pay.currency} pay={pay} />
        ))}
      </div>
      <div className={classes.side}>
        <dl className={classes.facts}>
          <div className={classes.fact}>
            <dt>{say('myTime.work')}</dt>
            <dd>
              <Explained how={say('myTime.explain.work')}>{format.duration(report.workMs)}</Explained>
            </dd>
            <dd className={classes.words}>{say('myTime.workWords', { count: report.submissions })}</dd>
          </div>
          <div className={classes.fact}>
            <dt>{say('myTime.unpaid')}</dt>
            <dd>
              <Explained how={say('myTime.explain.unpaid')}>{format.percent(report.unpaidShareBp)}</Explained>
            </dd>
            <dd className={classes.words}>
              {say('myTime.ofEveryHourUnpaid', { unpaid: format.duration(perHourMs(report.unpaidShareBp)) })}
            </dd>
          </div>
          <div className={classes.fact}>
            <dt>{say('myTime.invisible')}</dt>
            <dd>
              <Explained how={say('myTime.explain.invisible')}>{format.percent(report.invisibleShareBp)}</Explained>
            </dd>
            <dd className={classes.words}>
              {say('myTime.invisibleWords', { time: format.duration(aroundMs(report)) })}
            </dd>
          </div>
        </dl>
        {report.workMs > 0 ? (
          <p className={classes.sentence} data-testid="of-every-hour">
            {say('myTime.ofEveryHour', { around: format.longMinutes(perHourMs(report.invisibleShareBp)) })}
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Effective({ pay }: { pay: PayReport }) {
  const { say, format } = useMessages();
  const money = (minor: number) => format.money(minor, pay.currency);
  const { effectiveHourlyMinor: hourly } = pay;
  return (
    <div className={classes.effective}>
      <p className={classes.label}>{say('myTime.effective')}</p>
      {hourly ? (
        <p className={classes.big} data-testid="effective-hourly">
          <Explained how={say('myTime.explain.effective')}>{money(hourly.value)}</Explained>{' '}
          <span className={classes.per}>{say('myTime.perHour')}</span>
        </p>
      ) : (
        <p className={classes.notYet} data-testid="effective-hourly">
          {say('myTime.notEnough')}
        </p>
      )}
      {hourly && (hourly.low !== hourly.value || hourly.high !== hourly.value) ? (
        <p className={classes.words}>{say('myTime.spread', { low: money(hourly.low), high: money(hourly.high) })}</p>
      ) : null}
      {hourly ? null : <p className={classes.words}>{say('myTime.notEnoughWords')}</p>}
      {pay.naiveHourlyMinor === null ? null : (
        <p className={classes.naive}>
          <Explained how={say('myTime.explain.naive')}>
            {say('myTime.naive', { amount: money(pay.naiveHourlyMinor) })}
          </Explained>
        </p>
      )}
      <dl className={classes.money}>
        {(['received', 'pending', 'refused'] as const).map((what) => (
          <div key={what}>
            <dt>{say(`myTime.${what}`)}</dt>
            <dd>
              <Explained how={say(`myTime.explain.${what}`)}>{money(pay[`${what}Minor`])}</Explained>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
