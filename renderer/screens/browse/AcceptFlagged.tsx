import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { categoryWords, flagWords } from '../../ui/flag-words.ts';
import { type Exposure, useExposure } from '../../wellbeing/use-exposure.ts';
import { DisclosureCard } from './DisclosureCard.tsx';

interface AcceptFlaggedProps {
  readonly task: TaskCard | null;
  readonly onAccept: (task: TaskCard) => void;
  readonly onClose: () => void;
}

/**
 * Says what is flagged before a flagged task is accepted, and that skipping costs nothing. The first time in a session
 * that a category comes, all that is known of the project's flags is told, and accepting chooses the category.
 */
export function AcceptFlagged({ task, onAccept, onClose }: AcceptFlaggedProps) {
  const { say, format } = useMessages();
  const exposure = useExposure();
  const disclosure = useDisclosure(task !== null);
  const wanted = task?.flags?.categories ?? [];
  const isNew = exposure !== null && wanted.some((category) => !exposure.chosen.includes(category));
  const accept = async (chosenTask: TaskCard, { chosen }: Exposure) => {
    const categories = [...new Set([...chosen, ...wanted])];
    const answer = await call('exposure.choose', { categories });
    if (answer.ok) onAccept(chosenTask);
  };
  return (
    <Dialog
      opened={task !== null}
      title={say(isNew ? 'exposure.disclosureTitle' : 'browse.acceptFlaggedTitle')}
      size={isNew ? '38rem' : '30rem'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('common.notNow')}</Button>
          <Button
            look="primary"
            data-autofocus
            disabled={exposure === null}
            onClick={() => task && exposure && void accept(task, exposure)}
          >
            {say('browse.acceptFlagged')}
          </Button>
        </>
      }
    >
      {task?.flags ? <p>{flagWords(task.flags, task.medium, say, format)}</p> : null}
      <p>{say('browse.acceptFlaggedBody')}</p>
      {isNew && disclosure ? <DisclosureCard disclosure={disclosure} caps={exposure.caps} /> : null}
      {isNew && task?.flags ? (
        <p>{say('exposure.choice', { categories: categoryWords(task.flags, say, format) })}</p>
      ) : null}
    </Dialog>
  );
}

function useDisclosure(wanted: boolean): Output<'exposure.disclosure'> | null {
  const [disclosure, setDisclosure] = useState<Output<'exposure.disclosure'> | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let over = false;
    void call('exposure.disclosure', {}).then((answer) => {
      if (!over && answer.ok) setDisclosure(answer.value);
    });
    return () => {
      over = true;
    };
  }, [wanted]);
  return disclosure;
}
