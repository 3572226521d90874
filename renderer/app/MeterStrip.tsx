import { Tooltip } from '@mantine/core';
import { Button } from '../ui/Button.tsx';
import { clockOf } from '../ui/format.ts';
import classes from './MeterStrip.module.css';
import { useMessages } from './messages.ts';
import { useMeter } from './use-meter.ts';
import { StopMenu } from './StopMenu.tsx';
import { useActions, useSession } from './use-session.ts';

/** The recording state, this task's time, today's time and the pay so far. Never announced each second. */
export function MeterStrip() {
  const { say, format } = useMessages();
  const actions = useActions();
  const meter = useMeter();
  const activity = useSession((session) => session.live?.time.activity ?? 'off');
  if (!meter) return null;
  const words = {
    recording: say('meter.recording'),
    away: say('meter.away'),
    off: say('meter.off'),
    failed: say('meter.failed'),
  }[meter.state];
  return (
    <section className={classes.strip} aria-label={say('meter.label')} data-state={meter.state}>
      <dl className={classes.numbers}>
        {meter.taskMs === null ? null : (
          <div className={classes.number}>
            <dt>{say('meter.task')}</dt>
            <dd data-testid="task-clock">{clockOf(meter.taskMs)}</dd>
          </div>
        )}
        <div className={classes.number}>
          <dt>{say('meter.today')}</dt>
          <dd data-testid="today-clock">{clockOf(meter.todayMs)}</dd>
        </div>
        {meter.pay ? (
          <Tooltip
            label={say('meter.payPending', { amount: format.money(meter.pay.pendingMinor, meter.pay.currency) })}
            disabled={meter.pay.pendingMinor === 0}
          >
            <div className={classes.number}>
              <dt>{say('meter.pay')}</dt>
              <dd>{format.money(meter.pay.todayMinor, meter.pay.currency)}</dd>
            </div>
          </Tooltip>
        ) : null}
      </dl>
      <div className={classes.state}>
        <Tooltip
          label={say('meter.now', { activity: say(`activity.${activity}`) })}
          disabled={meter.state !== 'recording'}
        >
          <p role="status" className={classes.words}>
            <span className={classes.dot} aria-hidden="true" />
            {words}
          </p>
        </Tooltip>
        {meter.state === 'away' ? (
          <Button size="small" look="primary" onClick={() => void actions.comeBack()}>
            {say('meter.back')}
          </Button>
        ) : null}
        {meter.state === 'recording' && !activity.startsWith('break.') ? <StopMenu /> : null}
        <Button
          size="small"
          look={meter.state === 'off' ? 'primary' : 'secondary'}
          onClick={() => void (meter.state === 'off' ? actions.signOn() : actions.signOff())}
        >
          {say(meter.state === 'off' ? 'meter.signOn' : 'meter.signOff')}
        </Button>
      </div>
    </section>
  );
}
