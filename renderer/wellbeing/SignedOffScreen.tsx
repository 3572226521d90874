import { useMessages } from '../app/messages.ts';
import { useActions } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from './Cover.tsx';
import classes from './Cover.module.css';

/** Over the open task while signed off, as after a restart: labelling now would be work without a record. */
export function SignedOffScreen() {
  const { say } = useMessages();
  const actions = useActions();
  return (
    <Cover title={say('signedOff.title')} testId="signed-off">
      <p>{say('signedOff.words')}</p>
      <div className={classes.actions}>
        <Button look="primary" onClick={() => void actions.signOn()}>
          {say('signedOff.goOn')}
        </Button>
        <Button onClick={() => void actions.leaveTask()}>{say('workspace.leave')}</Button>
      </div>
    </Cover>
  );
}
