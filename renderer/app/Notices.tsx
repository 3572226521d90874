import { Button } from '../ui/Button.tsx';
import classes from './Notices.module.css';
import { sayRefusal, useMessages } from './messages.ts';
import { useActions, useSession } from './use-session.ts';

/** Lines under the header: what was refused and what to do next, and that nothing is being recorded. */
export function Notices() {
  const { say } = useMessages();
  const actions = useActions();
  const refusal = useSession((session) => session.refusal);
  if (!refusal) return null;
  return (
    <div className={classes.notice} role="alert" data-tone="bad" data-code={refusal.code}>
      <p>{sayRefusal(say, refusal)}</p>
      <Button size="small" look="quiet" onClick={actions.readRefusal}>
        {say('common.dismiss')}
      </Button>
    </div>
  );
}
