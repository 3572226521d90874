import { Checkbox } from '@mantine/core';
import { useMessages } from '../../app/messages.ts';
import type { Answers } from './hand-over-answers.ts';
import { ReceiptChoice } from './ReceiptChoice.tsx';
import classes from './WorkersWord.module.css';

interface WorkersWordProps {
  readonly answers: Answers;
  readonly onChange: (change: Partial<Answers>) => void;
}

/** What only the worker may say: whether the pay arrived, and whether their own statements may be published. */
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
    </div>
  );
}
