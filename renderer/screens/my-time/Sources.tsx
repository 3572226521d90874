import type { TimeReport } from '../../../shared/time/report.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './MyTimeScreen.module.css';

/** How the time is known: by beats, by the worker's return soon after, or by the worker's word. */
export function Sources({ report }: { report: TimeReport }) {
  const { say, format } = useMessages();
  const { workMs, sourcesMs } = report;
  const share = (ms: number) => format.percent(workMs === 0 ? 0 : Math.round((ms / workMs) * 10_000));
  return (
    <>
      <dl className={classes.pairs}>
        {(['measured', 'inferred', 'declared'] as const).map((source) => (
          <div key={source}>
            <dt>{say(`myTime.source.${source}`)}</dt>
            <dd>
              {format.duration(sourcesMs[source])} · {share(sourcesMs[source])}
            </dd>
          </div>
        ))}
      </dl>
      {report.clock.idleSource === 'app' ? <p className={classes.quiet}>{say('myTime.appOnly')}</p> : null}
    </>
  );
}
