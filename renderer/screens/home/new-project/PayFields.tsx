import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useMessages } from '../../../app/messages.ts';
import { SelectRow, SettingsGroup } from '../../settings/SettingsGroup.tsx';
import { type Draft, type Field, media } from './draft.ts';
import classes from './NewProject.module.css';

interface PayFieldsProps {
  readonly draft: Draft;
  readonly errorOf: (field: Field) => string | null;
  readonly onChange: (changed: Partial<Draft>) => void;
}

/** What the work pays and how long it is thought to take: shown to whoever works, before they begin. */
export function PayFields({ draft, errorOf, onChange }: PayFieldsProps) {
  const { say, language } = useMessages();
  const currencies = useMemo(() => currenciesIn(language), [language]);
  const used = media.filter((medium) => draft[medium].use !== 'none');
  return (
    <SettingsGroup title={say('newProject.pay')} hint={say('newProject.payHint')}>
      <SelectRow
        label={say('newProject.currency')}
        value={draft.currency}
        options={currencies}
        onChange={(currency) => onChange({ currency })}
      />
      <div className={classes.amounts}>
        {used.map((medium) => (
          <TextInput
            key={medium}
            label={say(`newProject.${medium}Pay`)}
            data-field={`${medium}-pay`}
            value={draft[medium].pay}
            error={errorOf(`${medium}-pay`)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={16}
            onChange={(event) => onChange({ [medium]: { ...draft[medium], pay: event.currentTarget.value } })}
          />
        ))}
        <TextInput
          label={say('newProject.floor')}
          data-field="floor"
          value={draft.floor}
          error={errorOf('floor')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          onChange={(event) => onChange({ floor: event.currentTarget.value })}
        />
        {used.map((medium) => (
          <TextInput
            key={medium}
            label={say(`newProject.${medium}Minutes`)}
            data-field={`${medium}-minutes`}
            value={draft[medium].minutes}
            error={errorOf(`${medium}-minutes`)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={8}
            onChange={(event) => onChange({ [medium]: { ...draft[medium], minutes: event.currentTarget.value } })}
          />
        ))}
      </div>
    </SettingsGroup>
  );
}

/** Currencies of hundredths, by their names: amounts are kept in hundredths. */
function currenciesIn(language: string): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const inOrder = new Intl.Collator(language);
  return Intl.supportedValuesOf('currency')
    .filter((code) => digitsOf(code) === 2)
    .map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))
    .toSorted((a, b) => inOrder.compare(a.label, b.label));
}

function digitsOf(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}
