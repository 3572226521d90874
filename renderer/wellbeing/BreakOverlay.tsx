import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../app/messages.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { clockOf } from '../ui/format.ts';
import classes from './BreakOverlay.module.css';
import { useReturnFocus } from './use-return-focus.ts';
import { useBreakView } from './use-break-view.ts';

const suggestions = ['far', 'stand', 'water', 'hands', 'breathe', 'outside'] as const;

/** The break itself: a countdown, one suggestion, and plain words about pay. Inside the window, never in the way. */
export function BreakOverlay() {
  const { say } = useMessages();
  const actions = useActions();
  const view = useBreakView();
  const breaksPaid = useSession((session) => session.project?.terms.breaksPaid ?? null);
  const hasTask = useSession((session) => session.task !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [suggestion] = useState(() => suggestions[Math.floor(performance.now() / 1000) % suggestions.length] ?? 'far');
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  if (view.show !== 'break') return null;
  const share = view.lengthMs === 0 ? 0 : view.leftMs / view.lengthMs;
  return (
    <section className={classes.overlay} aria-labelledby="break-title" data-testid="break-overlay">
      <div className={classes.middle}>
        <Ring share={share} />
        <p className={classes.clock} role="timer" aria-live="off">
          {clockOf(view.leftMs)}
        </p>
        <h1 id="break-title" tabIndex={-1} ref={heading} className={classes.title}>
          {say(view.over ? 'break.over' : view.kind === 'rest' ? 'break.rest' : 'break.exposure')}
        </h1>
        <p className={classes.suggestion}>{say(view.over ? 'break.overHint' : `break.suggestion.${suggestion}`)}</p>
        <p className={classes.pay}>
          {say('break.isWork')} {breaksPaid === null ? '' : say(breaksPaid ? 'break.paid' : 'break.unpaid')}
        </p>
        <div className={classes.actions}>
          {view.over ? (
            <Button look="primary" size="large" onClick={() => void actions.endBreak()}>
              {say('break.goOn')}
            </Button>
          ) : (
            <Button onClick={() => void actions.endBreak()}>{say('break.endEarly')}</Button>
          )}
          <Button look="quiet" onClick={() => actions.setBreakAside(true)}>
            {say(hasTask ? 'break.finishOpen' : 'break.lookElsewhere')}
          </Button>
        </div>
        {view.over ? null : <p className={classes.note}>{say('break.interrupted')}</p>}
      </div>
    </section>
  );
}

/** The time that is left, as a ring that closes slowly. */
function Ring({ share }: { share: number }) {
  const radius = 130;
  const length = 2 * Math.PI * radius;
  return (
    <svg viewBox="0 0 280 280" className={classes.ring} aria-hidden="true">
      <circle cx="140" cy="140" r={radius} className={classes.track} />
      <circle
        cx="140"
        cy="140"
        r={radius}
        className={classes.left}
        strokeDasharray={length}
        strokeDashoffset={length * (1 - share)}
        transform="rotate(-90 140 140)"
      />
    </svg>
  );
}
