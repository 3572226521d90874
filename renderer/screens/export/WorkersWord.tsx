import { Checkbox, Textarea } from '@mantine/core';
import { useMessages } from '../../app/messages.ts';
import type { Answers } from './hand-over-answers.ts';
import { ReceiptChoice } from './ReceiptChoice.tsx';
import classes from './WorkersWord.module.css';

interface WorkersWordProps {
  readonly answers: Answers;
  readonly onChange: (change: Partial<Answers>) => void;
}

/** What only the worker may say: whether the pay arrived, whether their own statements may be published, and what is wrong. */
export function WorkersWord({ answers, onChange }: WorkersWordProps) {
  const { say } = useMessages();
  return (
    <div className={classes.words}>
      <ReceiptChoice receipt={answers.receipt} onChoose={(receipt) => onChange({ receipt })} />
      <Checkbox
        checked={answers.publishRows}
        label={say('export.pay.publishRows')}
        description={say('export.pay.publishRowsHint')}
        onChange={(event) => onChange({ publishRows: event.currentTarget.checked })}
      />
      <Textarea
        label={say('export.pay.protest')}
        description={say('export.pay.protestHint')}
        value={answers.protest}
        maxLength={2000}
        rows={2}
        onChange={(event) => onChange({ protest: event.currentTarget.value })}
      />
    </div>
  );
}
