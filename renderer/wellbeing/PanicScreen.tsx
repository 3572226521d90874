import { useMessages } from '../app/messages.ts';
import { useActions, useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { Cover } from './Cover.tsx';

/** A neutral screen. Nothing of any item is on it, and nothing is asked. */
export function PanicScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const hasBegun = useSession(({ live }) => live?.time.activity === 'break.exposure');
  return (
    <Cover title={say('panic.title')} testId="panic-screen">
      <p>{say('panic.words')}</p>
      {/* signed off, or on a disk that refuses, none has */}
      <p role="status">{hasBegun ? say('panic.break') : ''}</p>
      <Button onClick={() => void actions.leavePanic()}>{say('panic.back')}</Button>
    </Cover>
  );
}
