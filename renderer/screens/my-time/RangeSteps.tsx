import type { TimeView } from '../../../shared/ipc/calls/time-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './MyTimeScreen.module.css';
import { useTimeWords } from './use-time-words.ts';

interface RangeStepsProps {
  readonly view: TimeView;
  /** True when an earlier range than the present one is shown. */
  readonly past: boolean;
  /** An instant in the range to show; null for the present one. */
  readonly onGo: (atMs: number | null) => void;
}

/** Which day, week or month this is, and the way to the one before. */
export function RangeSteps({ view, past, onGo }: RangeStepsProps) {
  const { say } = useMessages();
  const words = useTimeWords();
  const { fromMs, toMs } = view.report.range;
  const isDay = view.days.length === 1;
  return (
    <div className={classes.steps}>
      <Button look="quiet" size="small" aria-label={say('myTime.earlier')} onClick={() => onGo(fromMs - 1)}>
        ←
      </Button>
      <span className={classes.which}>
        {isDay ? words.longDay(fromMs) : `${words.day(fromMs)} – ${words.day(toMs - 1)}`}
      </span>
      {past ? (
        <>
          <Button look="quiet" size="small" aria-label={say('myTime.later')} onClick={() => onGo(toMs)}>
            →
          </Button>
          <Button look="quiet" size="small" onClick={() => onGo(null)}>
            {say('myTime.now')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
