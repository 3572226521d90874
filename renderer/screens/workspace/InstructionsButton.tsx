import { useMessages } from '../../app/messages.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';

/** Opens and closes the instructions beside the work. */
export function InstructionsButton() {
  const { say } = useMessages();
  const actions = useActions();
  const keysOf = useKeysOf();
  const reading = useSession((session) => session.reading);
  return (
    <Button
      size="small"
      look="quiet"
      keys={keysOf('instructions')}
      aria-expanded={reading}
      onClick={() => void actions.setReading(!reading)}
    >
      {say('action.instructions')}
    </Button>
  );
}
