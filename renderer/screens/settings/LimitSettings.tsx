import { useId } from 'react';
import type { LimitName } from '../../../shared/project/limits.ts';
import { useMessages } from '../../app/messages.ts';
import { limitText } from '../../wellbeing/limit-words.ts';
import { useProjectLimits, withProjectHint } from './project-hint.ts';
import { hintWithLater } from './later-words.ts';
import { SelectRow, SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import classes from './SettingsScreen.module.css';
import type { GroupProps } from './group-props.ts';

type Row = 'longLength' | 'dayGate' | 'weekGate' | 'flaggedSession' | 'flaggedDay' | 'night';

/** Values to choose from, within the ranges of `appSettingsSchema`. */
const choices: Readonly<Record<Row, { readonly limit: LimitName; readonly values: readonly number[] }>> = {
  longLength: { limit: 'longLengthMinutes', values: [20, 30, 45, 60] },
  dayGate: { limit: 'dayGateHours', values: [4, 5, 6, 7, 8, 9, 10] },
  weekGate: { limit: 'weekGateHours', values: [16, 20, 24, 30, 35, 40, 44, 48] },
  flaggedSession: { limit: 'flaggedSessionMinutes', values: [5, 10, 15, 30, 45, 60] },
  flaggedDay: { limit: 'flaggedDayMinutes', values: [10, 15, 30, 60, 120, 180, 240, 300] },
  night: { limit: 'nightFromHour', values: [18, 19, 20, 21, 22] },
};

/** Day, week, long break, and the caps on flagged content. Tighter at once, looser from tomorrow. */
export function LimitSettings({ settings, saved, save }: GroupProps) {
  const { say, format } = useMessages();
  const id = useId();
  const project = useProjectLimits();
  const textOf = (row: Row) => (value: number) => limitText(choices[row].limit, value, format);
  const row = (name: Row, hint = '') => {
    const { limit, values } = choices[name];
    const all = [...new Set([...values, settings[limit]])].toSorted((a, b) => a - b);
    return (
      <SelectRow
        label={say(`settings.${name}`)}
        hint={withProjectHint(
          hintWithLater(hint, settings.later[limit], textOf(name), say, format),
          { name: limit, own: settings[limit], asked: limit === 'nightFromHour' ? undefined : project[limit] },
          say,
          format,
        )}
        value={String(settings[limit])}
        options={all.map((value) => ({ value: String(value), label: textOf(name)(value) }))}
        onChange={(value) => void save('limits', { [limit]: Number(value) })}
      />
    );
  };
  return (
    <SettingsGroup title={say('settings.limits')} hint={say('settings.limitsHint')} area="limits" saved={saved}>
      {row('longLength', say('settings.longLengthHint'))}
      {row('dayGate')}
      {row('weekGate')}
      {row('flaggedSession')}
      {row('flaggedDay')}
      {row('night', say('settings.nightHint'))}
      <SettingRow
        label={say('settings.eyePause')}
        htmlFor={`${id}-eyes`}
        hint={say('settings.eyePauseHint')}
        hintId={`${id}-hint`}
      >
        <input
          id={`${id}-eyes`}
          type="checkbox"
          role="switch"
          className={classes.switch}
          aria-describedby={`${id}-hint`}
          checked={settings.eyePause}
          aria-checked={settings.eyePause}
          onChange={(event) => void save('limits', { eyePause: event.currentTarget.checked })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}
