import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { Explained } from './Explained.tsx';
import classes from './MyTimeScreen.module.css';

/** How the time is known: by beats, by the worker's return soon after, or by the worker's word. */
export function Sources({ report }: { report: TimeView['report'] }) {
  const { say, format } = useMessages();
  const { workMs, sourcesMs, asRecorded } = report;
  const share = (ms: number) => format.percent(workMs === 0 ? 0 : Math.round((ms / workMs) * 10_000));
  const changeMs = workMs - asRecorded.workMs;
  return (
    <>
      <dl className={classes.pairs}>
        {(['measured', 'inferred', 'declared'] as const).map((source) => (
          <div key={source}>
            <dt>{say(`myTime.source.${source}`)}</dt>
            <dd>
              <Explained how={say(`myTime.explain.${source}`)}>
                {format.duration(sourcesMs[source])} · {share(sourcesMs[source])}
              </Explained>
            </dd>
          </div>
        ))}
      </dl>
      {changeMs === 0 && sourcesMs.declared === 0 ? null : (
        <p className={classes.quiet} data-testid="declared-sum">
          {say('myTime.declared.measured', {
            recorded: format.clock(asRecorded.workMs),
            change: `${changeMs < 0 ? '−' : '+'}${format.clock(Math.abs(changeMs))}`,
          })}
        </p>
      )}
      {report.clock.idleSource === 'app' ? <p className={classes.quiet}>{say('myTime.appOnly')}</p> : null}
    </>
  );
}
