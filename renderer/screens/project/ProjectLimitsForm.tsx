import { useState } from 'react';
import type { ProjectCare } from '../../../shared/project/care.ts';
import { type ProjectLimitName, projectLimitNames, type ProjectLimits } from '../../../shared/project/limits.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { limitText } from '../../wellbeing/limit-words.ts';
import { ProjectLimitList } from '../../wellbeing/ProjectLimitList.tsx';
import { SelectRow, SettingsGroup } from '../settings/SettingsGroup.tsx';
import { stricterChoices } from './stricter-choices.ts';
import classes from './ProjectScreen.module.css';

interface ProjectLimitsFormProps {
  readonly care: ProjectCare;
  /** Somebody relies on what is set. */
  readonly isAccepted: boolean;
}

/** Limits for this project's tasks. Once somebody accepted it each can only become stricter; the stricter of worker's and project's holds. */
export function ProjectLimitsForm({ care, isAccepted }: ProjectLimitsFormProps) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [wanted, setWanted] = useState<ProjectLimits>({});
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState<'care.limitsSet' | 'care.takenBack' | null>(null);
  const isChanged = Object.keys(wanted).length > 0;
  const save = async () => {
    setAsking(false);
    const ok = await actions.changeCare('care.tighten', () => ({ disclosed: [], limits: wanted }));
    setSaved(ok ? 'care.limitsSet' : null);
    if (ok) setWanted({});
  };
  const takeBack = async (name: ProjectLimitName) => {
    const without = (now: ProjectCare): ProjectCare => {
      const { [name]: _before, ...limits } = now.limits;
      return { ...now, limits };
    };
    if (await actions.changeCare('care.replace', without)) setSaved('care.takenBack');
  };
  const row = (name: ProjectLimitName) => (
    <SelectRow
      key={name}
      label={say(`care.limit.${name}`)}
      value={String(wanted[name] ?? care.limits[name] ?? '')}
      options={[
        ...(care.limits[name] === undefined ? [{ value: '', label: say('care.asWorker') }] : []),
        ...stricterChoices(name, care.limits[name]).map((value) => ({
          value: String(value),
          label: limitText(name, value, format),
        })),
      ]}
      onChange={(value) => {
        setSaved(null);
        const { [name]: _before, ...rest } = wanted;
        setWanted(value === '' || Number(value) === care.limits[name] ? rest : { ...rest, [name]: Number(value) });
      }}
    />
  );
  return (
    <SettingsGroup title={say('care.limits')} hint={say('care.limitsHint')}>
      {projectLimitNames.map(row)}
      {!isAccepted && Object.keys(care.limits).length > 0 ? (
        <div className={classes.form}>
          <div>
            <p className={classes.word}>{say('care.limitsNow')}</p>
            <ProjectLimitList limits={care.limits} onTakeBack={(name) => void takeBack(name)} />
          </div>
        </div>
      ) : null}
      <div className={classes.form}>
        <Button disabled={!isChanged} onClick={() => setAsking(true)}>
          {say('care.setLimits')}
        </Button>
      </div>
      <p role="status" className={classes.done}>
        {saved ? say(saved) : ''}
      </p>
      <Dialog
        opened={asking}
        title={say('care.limitsAsk')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{say('common.cancel')}</Button>
            <Button look="primary" data-autofocus onClick={() => void save()}>
              {say('care.setLimits')}
            </Button>
          </>
        }
      >
        <ProjectLimitList limits={wanted} />
        <p>{say(isAccepted ? 'care.forGood' : 'care.untilAccepted')}</p>
      </Dialog>
    </SettingsGroup>
  );
}
