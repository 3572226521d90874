import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TaskView } from '../../../shared/ipc/views.ts';
import { type SkipReason, skipReasonSchema } from '../../../shared/project/task.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { useActions } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface SkipDialogProps {
  readonly task: TaskView;
  readonly opened: boolean;
  readonly start?: SkipReason;
  readonly onClose: () => void;
}

/** Skips with a reason. No penalty, and the dialog says so. */
export function SkipDialog({ task, opened, start = 'unclear', onClose }: SkipDialogProps) {
  const { say } = useMessages();
  const actions = useActions();
  const [reason, setReason] = useState<SkipReason>(start);
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const skip = async () => {
    const answer = await call('task.skip', { taskId: task.id, reason, words });
    if (!answer.ok) return setRefusal(answer.error);
    onClose();
    return actions.showNext(answer.value.next);
  };

  return (
    <Dialog
      opened={opened}
      title={say('skip.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" onClick={() => void skip()}>
            {say('skip.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('skip.hint')}</p>
      <Radio.Group
        label={say('skip.reason')}
        value={reason}
        onChange={(value) => setReason(skipReasonSchema.catch('other').parse(value))}
      >
        {skipReasonSchema.options.map((option, index) => (
          <Radio
            key={option}
            value={option}
            label={say(`skip.because.${option}`)}
            mt="xs"
            {...(index === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
      </Radio.Group>
      <Textarea
        label={say('skip.words')}
        value={words}
        maxLength={500}
        rows={3}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {refusal ? <p role="alert">{sayRefusal(say, refusal)}</p> : null}
    </Dialog>
  );
}
