import { type RestPreset, restPresets } from '../../../shared/project/limits.ts';
import { useMessages } from '../../app/messages.ts';
import { SelectRow, SettingsGroup } from './SettingsGroup.tsx';
import type { GroupProps } from './group-props.ts';
import { useProjectLimits, withProjectHint } from './project-hint.ts';
import { hintWithLater } from './later-words.ts';
import { changeRest, minuteChoices, type RestLimits } from './rest-limits.ts';

const MINUTE_MS = 60_000;
const presetNames = Object.keys(restPresets) as readonly RestPreset[];

/** When a rest is due and how long it lasts, within the ranges of the rules. */
export function BreakSettings({ settings, saved, save }: GroupProps) {
  const project = useProjectLimits();
  const { say, format } = useMessages();
  const minutesText = (minutes: number) => format.duration(minutes * MINUTE_MS);
  const preset = presetNames.find((name) =>
    Object.entries(restPresets[name]).every(([limit, minutes]) => settings[limit as keyof RestLimits] === minutes),
  );
  const row = (limit: keyof RestLimits, words: 'restDue' | 'restGate' | 'restLength') => (
    <SelectRow
      label={say(`settings.${words}`)}
      hint={withProjectHint(
        hintWithLater(say(`settings.${words}Hint`), settings.later[limit], minutesText, say, format),
        { name: limit, own: settings[limit], asked: project[limit] },
        say,
        format,
      )}
      value={String(settings[limit])}
      options={minuteChoices(limit, settings[limit]).map((minutes) => ({
        value: String(minutes),
        label: format.duration(minutes * MINUTE_MS),
      }))}
      onChange={(value) => void save('breaks', changeRest(settings, limit, Number(value)))}
    />
  );
  return (
    <SettingsGroup title={say('settings.breaks')} hint={say('settings.breaksHint')} area="breaks" saved={saved}>
      <SelectRow
        label={say('settings.preset')}
        hint={say('settings.presetHint')}
        value={preset ?? 'own'}
        options={[
          { value: 'own' as const, label: say('settings.presetNone') },
          ...presetNames.map((name) => ({ value: name, label: say(`settings.presets.${name}`) })),
        ]}
        onChange={(name) => {
          if (name !== 'own') void save('breaks', restPresets[name]);
        }}
      />
      {row('restDueMinutes', 'restDue')}
      {row('restGateMinutes', 'restGate')}
      {row('restLengthMinutes', 'restLength')}
    </SettingsGroup>
  );
}
