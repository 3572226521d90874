import { allLocales } from '../../../shared/i18n/languages.ts';
import { useMessages } from '../../app/messages.ts';
import { useSession } from '../../app/use-session.ts';
import { Page } from '../../ui/Page.tsx';
import { BreakSettings } from './BreakSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { LimitSettings } from './LimitSettings.tsx';
import { PrivacySettings } from './PrivacySettings.tsx';
import { RevealSettings } from './RevealSettings.tsx';
import { SelectRow, SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import classes from './SettingsScreen.module.css';
import { useSaveSettings } from './use-save-settings.ts';

const themes = ['system', 'light', 'dark'] as const;

/** The worker's own settings on this machine. Saved at once; there is no button to forget. */
export function SettingsScreen() {
  const { say } = useMessages();
  const settings = useSession((session) => session.settings);
  const info = useSession((session) => session.info);
  const { saved, save } = useSaveSettings();
  return (
    <Page title={say('settings.title')}>
      <SettingsGroup title={say('settings.looks')} area="looks" saved={saved}>
        <SelectRow
          label={say('settings.language')}
          value={settings.language}
          options={allLocales.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
          onChange={(language) => void save('looks', { language })}
        />
        <SelectRow
          label={say('settings.theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: say(`settings.themes.${value}`) }))}
          onChange={(theme) => void save('looks', { theme })}
        />
      </SettingsGroup>
      <PrivacySettings settings={settings} saved={saved} save={save} />
      <RevealSettings settings={settings} saved={saved} save={save} />
      <BreakSettings settings={settings} saved={saved} save={save} />
      <LimitSettings settings={settings} saved={saved} save={save} />
      <KeySettings settings={settings} saved={saved} save={save} />
      <SettingsGroup title={say('settings.places')}>
        <SettingRow label={say('settings.projectsDir')}>
          <bdi className={classes.path}>{info?.projectsDir}</bdi>
        </SettingRow>
        <SettingRow label={say('settings.record')} hint={say('settings.recordPlace')}>
          {null}
        </SettingRow>
        <SettingRow label={say('settings.version')}>
          <span>{info?.version}</span>
        </SettingRow>
      </SettingsGroup>
    </Page>
  );
}
