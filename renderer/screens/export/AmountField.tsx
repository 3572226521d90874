import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { writeAmount } from '../../ui/amount.ts';
import classes from './PayStep.module.css';

interface AmountFieldProps {
  readonly preview: Output<'export.preview'>;
  /** Null until somebody types: then what is due stands here. */
  readonly typed: string | null;
  readonly sentMinor: number | null;
  readonly onType: (typed: string) => void;
}

/** What the requester states to have sent; says how it differs from what is due. */
export function AmountField({ preview: { currency, dueMinor }, typed, sentMinor, onType }: AmountFieldProps) {
  const { say, format, language } = useMessages();
  const id = useId();
  return (
    <div className={classes.answer}>
      <TextInput
        className={classes.amount}
        label={say('export.pay.sent', { currency })}
        description={say('export.pay.sentHint', { due: format.money(dueMinor, currency) })}
        value={typed ?? writeAmount(dueMinor, language)}
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        aria-invalid={sentMinor === null}
        aria-describedby={id}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <p id={id} role="status" className={classes.difference} data-wrong={sentMinor === null}>
        {difference()}
      </p>
    </div>
  );

  function difference(): string {
    if (sentMinor === null) return say('export.pay.sentWrong', { example: writeAmount(dueMinor || 435, language) });
    const amount = format.money(Math.abs(sentMinor - dueMinor), currency);
    if (sentMinor < dueMinor) return say('export.pay.sentLess', { amount });
    return sentMinor > dueMinor ? say('export.pay.sentMore', { amount }) : '';
  }
}
