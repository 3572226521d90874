import { useState } from 'react';
import { useMessages } from '../app/messages.ts';
import notices from '../app/Notices.module.css';
import { isCoveredByBreak } from '../app/session.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { clockOf } from '../ui/format.ts';
import { breakWords, gateWords } from './break-words.ts';
import { useBreakView } from './use-break-view.ts';

/** A quiet line: a break is due, new tasks wait for one, or one is running while something else is looked at. */
export function BreakBanner() {
  const { say, format } = useMessages();
  const actions = useActions();
  const view = useBreakView();
  const gateShown = useSession((session) => session.gateShown);
  const covered = useSession(isCoveredByBreak);
  const [readWord, setReadWord] = useState('');
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
  const word = `${view.rule} ${view.gate ? 'gate' : 'due'}`;
  // what only informs is read once; a gate stays in view
  if (view.isLimit && !view.gate && readWord === word) return null;
  return (
    <div className={notices.notice} data-tone="calm" role="status" data-testid="break-banner">
      <p>
        {breakWords(view, say, format)} {gateWords(view, say)}
      </p>
      <div className={notices.actions}>
        {view.isLimit ? null : (
          <Button size="small" look="primary" onClick={() => void actions.startBreak()}>
            {say('break.take')}
          </Button>
        )}
        {view.postponesLeft > 0 ? (
          <Button size="small" look="quiet" onClick={() => void actions.postponeBreak()}>
            {say('break.postpone', { count: view.postponesLeft })}
          </Button>
        ) : null}
        {view.liftable ? (
          <Button size="small" look="quiet" onClick={actions.openGate}>
            {say('break.lift')}
          </Button>
        ) : null}
        {view.isLimit && !view.gate ? (
          <Button size="small" look="quiet" onClick={() => setReadWord(word)}>
            {say('break.understood')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
