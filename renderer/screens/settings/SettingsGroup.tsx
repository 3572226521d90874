import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useMessages } from '../../app/messages.ts';
import classes from './SettingsGroup.module.css';
import type { SaveState, SettingsArea } from './use-save-settings.ts';

interface SettingsGroupProps {
  readonly title: string;
  readonly hint?: string;
  /** Without one, nothing here can be changed. */
  readonly area?: SettingsArea;
  readonly saved?: SaveState | null;
  readonly children: ReactNode;
}

/** A group of settings: what it is about on the one side, the settings on the other. */
export function SettingsGroup({ title, hint, area, saved, children }: SettingsGroupProps) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <div className={classes.about}>
        <h2 id={id}>{title}</h2>
        {hint ? <p className={classes.hint}>{hint}</p> : null}
        {area ? <SavedWord word={saved?.area === area ? saved.word : null} /> : null}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}

function SavedWord({ word }: { word: SaveState['word'] | null }) {
  const { say } = useMessages();
  return (
    <p role="status" className={classes.saved} data-word={word ?? undefined}>
      {word === 'saved' ? (
        <>
          <IconCheck size={16} aria-hidden="true" />
          {say('settings.saved')}
        </>
      ) : null}
      {word === 'failed' ? (
        <>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {say('settings.notSaved')}
        </>
      ) : null}
    </p>
  );
}

interface SettingRowProps {
  readonly label: string;
  /** Of the control, for the label; without it the label stands alone. */
  readonly htmlFor?: string;
  readonly hint?: string;
  readonly hintId?: string;
  readonly children: ReactNode;
}

/** One setting: its name and what it does, and the control at the end of the line. */
export function SettingRow({ label, htmlFor, hint, hintId, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.name}>
        {htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}
        {hint ? (
          <p id={hintId} className={classes.hint}>
            {hint}
          </p>
        ) : null}
      </div>
      {children}
    </div>
  );
}

interface SelectRowProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

/** A setting that is one of a few. */
export function SelectRow<Value extends string>({ label, hint, value, options, onChange }: SelectRowProps<Value>) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <SettingRow label={label} htmlFor={id} hintId={hintId} {...(hint ? { hint } : {})}>
      <select
        id={id}
        className={classes.select}
        value={value}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}
