import { useState } from 'react';
import { type Disclosed, type ProjectCare, tightenedCare } from '../../../shared/project/care.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DisclosedList } from '../../wellbeing/DisclosedList.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import { type ChosenFlag, FlagFields } from './FlagFields.tsx';
import classes from './ProjectScreen.module.css';

const sharesBp = [100, 500, 1000, 2500, 5000, 7500, 10_000];

interface DiscloseFormProps {
  readonly care: ProjectCare;
  /** Somebody relies on what is said. */
  readonly isAccepted: boolean;
}

/** What is to be expected of the content, told before any work; asked once more, in the words that workers will read. */
export function DiscloseForm({ care, isAccepted }: DiscloseFormProps) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [chosen, setChosen] = useState<ChosenFlag>({ category: 'violence', severity: 2 });
  const [shareBp, setShareBp] = useState(1000);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<'care.told' | 'care.takenBack' | null>(null);
  const next = { disclosed: [{ ...chosen, shareBp }], limits: {} };
  // what will stand there: of what was said already, the stronger stays
  const said = tightenedCare(care, next).disclosed.filter(({ category }) => category === chosen.category);
  const tell = async () => {
    setAsking(false);
    if (await actions.changeCare('care.tighten', () => next)) setDone('care.told');
  };
  const takeBack = async (given: Disclosed) => {
    const without = (now: ProjectCare): ProjectCare => ({
      ...now,
      disclosed: now.disclosed.filter(({ category }) => category !== given.category),
    });
    if (await actions.changeCare('care.replace', without)) setDone('care.takenBack');
  };
  return (
    <SettingsGroup title={say('care.disclose')} hint={say('care.discloseHint')}>
      {care.disclosed.length > 0 ? (
        <DisclosedList
          disclosed={care.disclosed}
          {...(isAccepted ? {} : { onTakeBack: (given: Disclosed) => void takeBack(given) })}
        />
      ) : (
        <p>{say('care.nothingDisclosed')}</p>
      )}
      <div className={classes.form}>
        <FlagFields
          chosen={chosen}
          onChange={(flag) => {
            setDone(null);
            setChosen(flag);
          }}
        />
        <Choice
          className={classes.field}
          label={say('care.share')}
          value={String(shareBp)}
          options={sharesBp.map((value) => ({ value: String(value), label: format.percent(value) }))}
          onChange={(value) => {
            setDone(null);
            setShareBp(Number(value));
          }}
        />
        <Button onClick={() => setAsking(true)}>{say('care.tell')}</Button>
      </div>
      <p role="status" className={classes.done}>
        {done ? say(done) : ''}
      </p>
      <Dialog
        opened={asking}
        title={say('care.tellAsk')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{say('common.cancel')}</Button>
            <Button look="primary" data-autofocus onClick={() => void tell()}>
              {say('care.tellDo')}
            </Button>
          </>
        }
      >
        <DisclosedList disclosed={said} />
        <p>{say('care.tellWhere')}</p>
        <p>{say(isAccepted ? 'care.forGood' : 'care.untilAccepted')}</p>
      </Dialog>
    </SettingsGroup>
  );
}
