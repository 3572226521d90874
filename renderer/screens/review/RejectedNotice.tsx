import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './RejectedNotice.module.css';

/** Tells the worker that work of theirs was rejected, and leads to why. Nothing while none was. */
export function RejectedNotice() {
  const { say } = useMessages();
  const actions = useActions();
  const rejected = useSession((session) => session.project?.rejected ?? null);
  if (!rejected) return null;
  return (
    <div className={classes.notice} role="note" data-testid="rejected-notice">
      <p>{say('review.notice', { count: rejected.count })}</p>
      <Button size="small" onClick={() => void actions.lookAt('handed-in', rejected.newestId)}>
        {say('review.seeWhy')}
      </Button>
    </div>
  );
}
