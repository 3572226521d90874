import { useId } from 'react';
import { type FlagCategory, flagCategorySchema } from '../../../shared/content/flag.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './ProjectScreen.module.css';

/** A category with its severity. */
export interface ChosenFlag {
  readonly category: FlagCategory;
  readonly severity: number;
}

const severities = [1, 2, 3] as const;

/** Which category, and how severe. */
export function FlagFields({ chosen, onChange }: { chosen: ChosenFlag; onChange: (chosen: ChosenFlag) => void }) {
  const { say } = useMessages();
  return (
    <>
      <SelectField
        label={say('flagging.category')}
        value={chosen.category}
        options={flagCategorySchema.options.map((value) => ({ value, label: say(`flag.category.${value}`) }))}
        onChange={(category) => onChange({ ...chosen, category })}
      />
      <SelectField
        label={say('flagging.severity')}
        value={String(chosen.severity)}
        options={severities.map((severity) => ({
          value: String(severity),
          label: `${severity} (${say(`flag.severityName.s${severity}`)})`,
        }))}
        onChange={(severity) => onChange({ ...chosen, severity: Number(severity) })}
      />
    </>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, its name above it. */
export function SelectField<Value extends string>({ label, value, options, onChange }: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
