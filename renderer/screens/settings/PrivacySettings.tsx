import { useId } from 'react';
import { privacyLevelSchema } from '../../../shared/project/app-settings.ts';
import { useMessages } from '../../app/messages.ts';
import { SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import classes from './SettingsScreen.module.css';
import type { GroupProps } from './group-props.ts';

/** How much about time leaves this machine, each level with one plain sentence. */
export function PrivacySettings({ settings, saved, save }: GroupProps) {
  const { say } = useMessages();
  const id = useId();
  return (
    <SettingsGroup title={say('settings.privacy')} hint={say('settings.privacyHint')} area="privacy" saved={saved}>
      <fieldset className={classes.levels}>
        <legend className="visually-hidden">{say('settings.privacy')}</legend>
        {privacyLevelSchema.options.map((level) => (
          <label key={level} className={classes.level}>
            <input
              type="radio"
              name={id}
              value={level}
              checked={settings.privacy === level}
              aria-label={say(`settings.privacyLevel.${level}`)}
              aria-describedby={`${id}-${level}`}
              onChange={() => void save('privacy', { privacy: level })}
            />
            <span>
              <span className={classes.levelName}>{say(`settings.privacyLevel.${level}`)}</span>
              <span id={`${id}-${level}`} className={classes.levelSentence}>
                {say(`settings.privacySentence.${level}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <SettingRow
        label={say('settings.tellExposure')}
        htmlFor={`${id}-exposure`}
        hint={say('settings.tellExposureHint')}
        hintId={`${id}-exposure-hint`}
      >
        <input
          id={`${id}-exposure`}
          type="checkbox"
          role="switch"
          className={classes.switch}
          aria-describedby={`${id}-exposure-hint`}
          checked={settings.tellExposure}
          aria-checked={settings.tellExposure}
          disabled={settings.privacy === 'none'}
          onChange={(event) => void save('privacy', { tellExposure: event.currentTarget.checked })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}
