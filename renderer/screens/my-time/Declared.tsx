import type { DeclaredView } from '../../../shared/time/day-view.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './Declared.module.css';
import { useTimeWords } from './use-time-words.ts';

/** Every correction beside what was recorded there: both stay. */
export function Declared({ declared }: { declared: readonly DeclaredView[] }) {
  const { say, format } = useMessages();
  const words = useTimeWords();
  return (
    <ul className={classes.list} data-testid="declared">
      {declared.map(({ seq, startUtcMs, durationMs, recorded, to, reason }) => (
        <li key={seq}>
          <span className={classes.when}>
            {say('myTime.declared.row', {
              when: format.instant(startUtcMs),
              time: format.duration(durationMs),
            })}
          </span>
          <span className={classes.was}>
            {recorded === null
              ? say('myTime.declared.wasNothing')
              : say('myTime.declared.was', { phase: words.phase(recorded) })}
          </span>
          <span className={classes.now}>{say('myTime.declared.now', { phase: words.phase(to) })}</span>
          {reason ? <bdi className={classes.reason}>{reason}</bdi> : null}
        </li>
      ))}
    </ul>
  );
}
