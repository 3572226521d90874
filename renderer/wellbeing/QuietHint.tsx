import { useMessages } from '../app/messages.ts';
import { useSession } from '../app/use-session.ts';
import classes from './QuietHint.module.css';

/** A word in the corner that comes and goes by itself: it moves nothing, takes no click and interrupts no reader. */
export function QuietHint() {
  const { say, format } = useMessages();
  const hint = useSession((session) => session.live?.time.breakAdvice.hint ?? null);
  if (!hint || (hint.rule !== 'eye-pause' && hint.rule !== 'daily-rest')) return null;
  return (
    <p className={classes.hint} data-testid="quiet-hint">
      {say(`break.hint.${hint.rule}`, { time: format.duration(hint.ms) })}
    </p>
  );
}
