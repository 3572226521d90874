import { useEffect, useRef } from 'react';
import { useMessages } from '../app/messages.ts';
import { useActions } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import classes from './PanicScreen.module.css';
import { useReturnFocus } from './use-return-focus.ts';

/** A neutral screen. Nothing of any item is on it, and nothing is asked. */
export function PanicScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.screen} aria-labelledby="panic-title" data-testid="panic-screen">
      <h1 id="panic-title" tabIndex={-1} ref={heading}>
        {say('panic.title')}
      </h1>
      <p>{say('panic.words')}</p>
      <Button onClick={() => void actions.leavePanic()}>{say('panic.back')}</Button>
    </section>
  );
}
