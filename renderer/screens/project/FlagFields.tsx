import { type FlagCategory, flagCategorySchema } from '../../../shared/content/flag.ts';
import { useMessages } from '../../app/messages.ts';
import { Choice } from '../../ui/Choice.tsx';
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
      <Choice
        className={classes.field}
        label={say('flagging.category')}
        value={chosen.category}
        options={flagCategorySchema.options.map((value) => ({ value, label: say(`flag.category.${value}`) }))}
        onChange={(category) => onChange({ ...chosen, category })}
      />
      <Choice
        className={classes.field}
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
