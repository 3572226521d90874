import { Radio, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { type FlagCategory, flagCategorySchema } from '../../../shared/content/flag.ts';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import type { TaskView } from '../../../shared/ipc/views.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { useActions, useSessionStore } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './FlagDialog.module.css';

interface FlagDialogProps {
  readonly task: TaskView;
  /** Words of a text that are marked: those alone are flagged, unless all of it is meant. */
  readonly marked: TextRange | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The worker's own flag. The item is veiled from the moment this opens; it counts as a hazard nobody disclosed. */
export function FlagDialog({ task, marked, opened, onClose }: FlagDialogProps) {
  const { say } = useMessages();
  const store = useSessionStore();
  const actions = useActions();
  const [category, setCategory] = useState<FlagCategory>('disturbing-other');
  const [severity, setSeverity] = useState(2);
  const [onlyMarked, setOnlyMarked] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const flag = async (putBack: boolean) => {
    const range = onlyMarked ? marked : null;
    const answer = await call('content.flag', { taskId: task.id, category, severity, range });
    if (!answer.ok) {
      setRefusal(answer.error);
      return;
    }
    store.send({ type: 'task flagged', taskId: task.id, ...answer.value });
    onClose();
    if (putBack) await actions.leaveTask();
  };

  return (
    <Dialog
      opened={opened}
      title={say('flagging.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('flagging.cancel')}</Button>
          <Button onClick={() => void flag(false)}>{say('flagging.confirm')}</Button>
          <Button look="primary" onClick={() => void flag(true)}>
            {say('flagging.putBack')}
          </Button>
        </>
      }
    >
      <p>{say('flagging.hint')}</p>
      {marked ? (
        <SegmentedControl
          aria-label={say('flagging.extent')}
          value={onlyMarked ? 'marked' : 'whole'}
          onChange={(value) => setOnlyMarked(value === 'marked')}
          data={[
            { value: 'marked', label: say('flagging.onlyMarked') },
            { value: 'whole', label: say('flag.wholeText') },
          ]}
        />
      ) : null}
      <Radio.Group
        label={say('flagging.category')}
        value={category}
        onChange={(value) => setCategory(flagCategorySchema.catch('disturbing-other').parse(value))}
      >
        <div className={classes.categories}>
          {flagCategorySchema.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={say(`flag.category.${option}`)}
              {...(option === category ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <p className={classes.label}>{say('flagging.severity')}</p>
      <SegmentedControl
        aria-label={say('flagging.severity')}
        value={String(severity)}
        onChange={(value) => setSeverity(Number(value))}
        data={[
          { value: '1', label: say('flag.severityName.s1') },
          { value: '2', label: say('flag.severityName.s2') },
          { value: '3', label: say('flag.severityName.s3') },
        ]}
      />
      {refusal ? <p role="alert">{sayRefusal(say, refusal)}</p> : null}
    </Dialog>
  );
}
