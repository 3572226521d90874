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

/** Limits for this project's tasks. Each can only become stricter, and the stricter of worker's and project's holds. */
export function ProjectLimitsForm({ care }: { care: ProjectCare }) {
  const { say, format } = useMessages();
  const actions = useActions();
  const [wanted, setWanted] = useState<ProjectLimits>({});
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState(false);
  const isChanged = Object.keys(wanted).length > 0;
  const save = async () => {
    setAsking(false);
    const ok = await actions.tightenCare({ disclosed: [], limits: wanted });
    setSaved(ok);
    if (ok) setWanted({});
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
        setSaved(false);
        const { [name]: _before, ...rest } = wanted;
        setWanted(value === '' || Number(value) === care.limits[name] ? rest : { ...rest, [name]: Number(value) });
      }}
    />
  );
  return (
    <SettingsGroup title={say('care.limits')} hint={say('care.limitsHint')}>
      {projectLimitNames.map(row)}
      <div className={classes.form}>
        <Button disabled={!isChanged} onClick={() => setAsking(true)}>
          {say('care.setLimits')}
        </Button>
      </div>
      <p role="status" className={classes.done}>
        {saved ? say('care.limitsSet') : ''}
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
        <p>{say('care.forGood')}</p>
      </Dialog>
    </SettingsGroup>
  );
}
