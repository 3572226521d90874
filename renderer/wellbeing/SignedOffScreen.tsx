import { useEffect, useRef } from 'react';
import { useMessages } from '../app/messages.ts';
import { useActions } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import classes from './PanicScreen.module.css';
import { useReturnFocus } from './use-return-focus.ts';

/** Over the open task while signed off, as after a restart: labelling now would be work without a record. */
export function SignedOffScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.screen} aria-labelledby="signed-off-title" data-testid="signed-off">
      <h1 id="signed-off-title" tabIndex={-1} ref={heading}>
        {say('signedOff.title')}
      </h1>
      <p>{say('signedOff.words')}</p>
      <div className={classes.actions}>
        <Button look="primary" onClick={() => void actions.signOn()}>
          {say('signedOff.goOn')}
        </Button>
        <Button onClick={() => void actions.leaveTask()}>{say('workspace.leave')}</Button>
      </div>
    </section>
  );
}
