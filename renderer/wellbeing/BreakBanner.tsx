import { useMessages } from '../app/messages.ts';
import notices from '../app/Notices.module.css';
import { isCoveredByBreak } from '../app/session.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { clockOf } from '../ui/format.ts';
import { useBreakView } from './use-break-view.ts';

/** A quiet line: a break is due, new tasks wait for one, or one is running while something else is looked at. */
export function BreakBanner() {
  const { say, format } = useMessages();
  const actions = useActions();
  const view = useBreakView();
  const gateShown = useSession((session) => session.gateShown);
  const covered = useSession(isCoveredByBreak);
  if (view.show === 'nothing' || covered || gateShown) return null;
  if (view.show === 'break') {
    return (
      <div className={notices.notice} data-tone="calm">
        <p>{view.over ? say('break.over') : say('break.running', { left: clockOf(view.leftMs) })}</p>
        <div className={notices.actions}>
          <Button size="small" onClick={() => actions.setBreakAside(false)}>
            {say('break.show')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void actions.endBreak()}>
            {say(view.over ? 'break.goOn' : 'break.endEarly')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={notices.notice} data-tone="calm" role="status" data-testid="break-banner">
      <p>
        {say(view.gate ? 'break.gate' : 'break.due', { time: format.duration(view.continuousMs) })}{' '}
        {view.gate ? say('break.gateHint') : ''}
      </p>
      <div className={notices.actions}>
        <Button size="small" look="primary" onClick={() => void actions.startBreak()}>
          {say('break.take')}
        </Button>
        {view.postponesLeft > 0 ? (
          <Button size="small" look="quiet" onClick={() => void actions.postponeBreak()}>
            {say('break.postpone', { count: view.postponesLeft })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
