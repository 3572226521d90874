import { Radio } from '@mantine/core';
import { useMessages } from '../../app/messages.ts';
import type { Receipt } from './hand-over-answers.ts';
import classes from './PayStep.module.css';

const receipts: readonly Receipt[] = ['no-response', 'received', 'not-received', 'disputed'];

/** The worker's own answer. Set apart, because on one machine two people may sit before the same screen. */
export function ReceiptChoice({ receipt, onChoose }: { receipt: Receipt; onChoose: (receipt: Receipt) => void }) {
  const { say } = useMessages();
  return (
    <Radio.Group
      className={classes.receipt}
      label={say('export.pay.receipt')}
      description={say('export.pay.receiptHint')}
      value={receipt}
      onChange={(value) => onChoose(receipts.find((one) => one === value) ?? 'no-response')}
    >
      <div className={classes.options}>
        {receipts.map((option) => (
          <Radio key={option} value={option} label={say(`export.pay.receipts.${option}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
