import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { flagWords } from '../../ui/flag-words.ts';

interface AcceptFlaggedProps {
  readonly task: TaskCard | null;
  readonly onAccept: (task: TaskCard) => void;
  readonly onClose: () => void;
}

/** Says what is flagged before a flagged task is accepted, and that skipping costs nothing. */
export function AcceptFlagged({ task, onAccept, onClose }: AcceptFlaggedProps) {
  const { say, format } = useMessages();
  return (
    <Dialog
      opened={task !== null}
      title={say('browse.acceptFlaggedTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('common.notNow')}</Button>
          <Button look="primary" data-autofocus onClick={() => task && onAccept(task)}>
            {say('browse.acceptFlagged')}
          </Button>
        </>
      }
    >
      {task?.flags ? <p>{flagWords(task.flags, task.medium, say, format)}</p> : null}
      <p>{say('browse.acceptFlaggedBody')}</p>
    </Dialog>
  );
}
