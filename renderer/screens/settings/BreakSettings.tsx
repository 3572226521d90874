import { useMessages } from '../../app/messages.ts';
import { SelectRow, SettingsGroup } from './SettingsGroup.tsx';
import type { GroupProps } from './group-props.ts';
import { changeRest, minuteChoices, type RestLimits } from './rest-limits.ts';

const MINUTE_MS = 60_000;

/** When a rest is due and how long it lasts, within the ranges of the rules. */
export function BreakSettings({ settings, saved, save }: GroupProps) {
  const { say, format } = useMessages();
  const row = (limit: keyof RestLimits, words: 'restDue' | 'restGate' | 'restLength') => (
    <SelectRow
      label={say(`settings.${words}`)}
      hint={say(`settings.${words}Hint`)}
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
      {row('restDueMinutes', 'restDue')}
      {row('restGateMinutes', 'restGate')}
      {row('restLengthMinutes', 'restLength')}
    </SettingsGroup>
  );
}
