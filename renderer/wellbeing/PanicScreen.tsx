import { useEffect, useRef } from 'react';
import { useMessages } from '../app/messages.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import classes from './PanicScreen.module.css';
import { useReturnFocus } from './use-return-focus.ts';

/** A neutral screen. Nothing of any item is on it, and nothing is asked. */
export function PanicScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const hasBegun = useSession(({ live }) => live?.time.activity === 'break.exposure');
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.screen} aria-labelledby="panic-title" data-testid="panic-screen">
      <h1 id="panic-title" tabIndex={-1} ref={heading}>
        {say('panic.title')}
      </h1>
      <p>{say('panic.words')}</p>
      {/* signed off, or on a disk that refuses, none has */}
      <p role="status">{hasBegun ? say('panic.break') : ''}</p>
      <Button onClick={() => void actions.leavePanic()}>{say('panic.back')}</Button>
    </section>
  );
}
