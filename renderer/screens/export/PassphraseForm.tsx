import { TextInput } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import type { KeyStatus } from '../../../shared/ipc/calls/export-calls.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './KeysStep.module.css';

interface PassphraseFormProps {
  readonly keys: KeyStatus;
  /** True when this is what to do next. */
  readonly next: boolean;
  readonly onKeys: (keys: KeyStatus) => void;
}

/**
 * Makes or unlocks the keys. The fields are read once when sent and emptied at once: a passphrase is never in the
 * state of a component, and no longer in the page than it takes to type.
 */
export function PassphraseForm({ keys, next, onKeys }: PassphraseFormProps) {
  const { say } = useMessages();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const making = keys.state === 'missing';
  const asks = keys.guard === 'passphrase';

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const typed = new FormData(form);
    form.reset();
    const passphrase = textOf(typed, 'passphrase');
    if (asks && making && passphrase !== textOf(typed, 'repeat')) {
      setError(say('export.keys.differ'));
      form.querySelector('input')?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    const answer = await call(making ? 'keys.create' : 'keys.unlock', { passphrase });
    setBusy(false);
    if (answer.ok) return onKeys(answer.value);
    setError(sayRefusal(say, answer.error));
    return form.querySelector('input')?.focus();
  };

  const field = (name: string, label: string) => (
    <TextInput
      className={classes.field}
      name={name}
      type="password"
      label={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={1024}
      required
      withAsterisk={false}
      aria-describedby={error ? `${id}-error` : undefined}
    />
  );

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void send(event)}>
      {making ? (
        <p className={classes.hint}>{say(asks ? 'export.keys.passphraseHint' : 'export.keys.keyring')}</p>
      ) : null}
      {asks ? field('passphrase', say('export.keys.passphrase')) : null}
      {asks && making ? field('repeat', say('export.keys.repeat')) : null}
      <p id={`${id}-error`} role="alert" className={classes.error}>
        {error}
      </p>
      <Button type="submit" look={next ? 'primary' : 'secondary'} disabled={busy}>
        {say(
          making
            ? busy
              ? 'export.keys.making'
              : 'export.keys.make'
            : busy
              ? 'export.keys.unlocking'
              : 'export.keys.unlock',
        )}
      </Button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
