import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../app/messages.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './ShownScreen.module.css';

/** A list that the worker, a union or a team writes. It comes empty: numbers that nobody checks must not go out. */
export function HelpLines({ kept }: { kept: string }) {
  const { say } = useMessages();
  const [text, setText] = useState(kept);
  const [saved, setSaved] = useState(false);
  const write = (next: string) => {
    setText(next);
    setSaved(false);
  };
  const save = async () => setSaved((await call('exposure.helplines', { text })).ok);
  return (
    <Section title={say('shown.help')} hint={say('shown.helpHint')}>
      <Textarea
        aria-label={say('shown.helpLabel')}
        value={text}
        rows={7}
        maxLength={10_000}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button look="primary" onClick={() => void save()}>
          {say('shown.helpSave')}
        </Button>
        {text === '' ? (
          <Button onClick={() => write(say('shown.helpTemplate'))}>{say('shown.helpUseTemplate')}</Button>
        ) : null}
        <span role="status">{saved ? say('shown.helpSaved') : ''}</span>
      </div>
    </Section>
  );
}
