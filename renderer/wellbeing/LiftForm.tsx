import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../app/messages.ts';
import { useActions } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import classes from './LiftForm.module.css';

/** A sentence, not a phrase to copy: shorter than this says nothing. */
const LEAST_LETTERS = 10;

/** Lifts a day's gate, once, with a sentence of the worker's own. */
export function LiftForm({ onLifted }: { onLifted: () => void }) {
  const { say } = useMessages();
  const actions = useActions();
  const [sentence, setSentence] = useState('');
  const lift = async () => {
    if (await actions.liftGate(sentence.trim())) onLifted();
  };
  return (
    <details className={classes.lift}>
      <summary>{say('break.lift')}</summary>
      <Textarea
        label={say('break.liftLabel')}
        description={say('break.liftBody')}
        value={sentence}
        maxLength={500}
        rows={2}
        onChange={(event) => setSentence(event.currentTarget.value)}
      />
      <Button size="small" disabled={sentence.trim().length < LEAST_LETTERS} onClick={() => void lift()}>
        {say('break.liftDo')}
      </Button>
    </details>
  );
}
