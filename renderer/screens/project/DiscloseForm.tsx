import { useState } from 'react';
import type { ProjectCare } from '../../../shared/project/care.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DisclosedList } from '../../wellbeing/DisclosedList.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import { type ChosenFlag, FlagFields } from './FlagFields.tsx';
import classes from './ProjectScreen.module.css';

const sharesBp = [100, 500, 1000, 2500, 5000, 7500, 10_000];

/** What is to be expected of the content, told before any work. */
export function DiscloseForm({ care }: { care: ProjectCare }) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [chosen, setChosen] = useState<ChosenFlag>({ category: 'violence', severity: 2 });
  const [shareBp, setShareBp] = useState(1000);
  const [told, setTold] = useState(false);
  const tell = async () => {
    setTold(await actions.tightenCare({ disclosed: [{ ...chosen, shareBp }], limits: {} }));
  };
  return (
    <SettingsGroup title={say('care.disclose')} hint={say('care.discloseHint')}>
      {care.disclosed.length > 0 ? <DisclosedList disclosed={care.disclosed} /> : <p>{say('care.nothingDisclosed')}</p>}
      <div className={classes.form}>
        <FlagFields
          chosen={chosen}
          onChange={(next) => {
            setTold(false);
            setChosen(next);
          }}
        />
        <Choice
          className={classes.field}
          label={say('care.share')}
          value={String(shareBp)}
          options={sharesBp.map((value) => ({ value: String(value), label: format.percent(value) }))}
          onChange={(value) => {
            setTold(false);
            setShareBp(Number(value));
          }}
        />
        <Button onClick={() => void tell()}>{say('care.tell')}</Button>
      </div>
      <p role="status" className={classes.done}>
        {told ? say('care.told') : ''}
      </p>
    </SettingsGroup>
  );
}
