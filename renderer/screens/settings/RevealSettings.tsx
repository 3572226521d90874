import { useId, useState } from 'react';
import { useMessages } from '../../app/messages.ts';
import { SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import classes from './SettingsScreen.module.css';
import type { GroupProps } from './group-props.ts';

const LENS = { least: 40, most: 160, step: 10 } as const;

/** How looking at flagged content works for this worker. Nothing here can show it without a deliberate act. */
export function RevealSettings({ settings, saved, save }: GroupProps) {
  const { say } = useMessages();
  const id = useId();
  return (
    <SettingsGroup title={say('settings.reveal')} hint={say('settings.revealHint')} area="reveal" saved={saved}>
      <SettingRow
        label={say('settings.revealByToggle')}
        htmlFor={`${id}-toggle`}
        hint={say('settings.revealByToggleHint')}
        hintId={`${id}-hint`}
      >
        <input
          id={`${id}-toggle`}
          type="checkbox"
          role="switch"
          className={classes.switch}
          aria-describedby={`${id}-hint`}
          checked={settings.revealByToggle}
          aria-checked={settings.revealByToggle}
          onChange={(event) => void save('reveal', { revealByToggle: event.currentTarget.checked })}
        />
      </SettingRow>
      <LensRow lensPx={settings.lensPx} onSave={(lensPx) => save('reveal', { lensPx })} />
    </SettingsGroup>
  );
}

/** The circle follows the hand; what is saved is where the hand lets go. */
function LensRow({ lensPx, onSave }: { lensPx: number; onSave: (lensPx: number) => Promise<void> }) {
  const { say } = useMessages();
  const id = useId();
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? lensPx;
  const settle = () => {
    if (moving === null) return;
    if (moving === lensPx) setMoving(null);
    else void onSave(moving).then(() => setMoving(null));
  };
  return (
    <SettingRow label={say('settings.lens')} htmlFor={id} hint={say('settings.lensHint')} hintId={`${id}-hint`}>
      <div className={classes.lens}>
        <div className={classes.lensControl}>
          <input
            id={id}
            type="range"
            className={classes.slider}
            min={LENS.least}
            max={LENS.most}
            step={LENS.step}
            value={shown}
            aria-describedby={`${id}-hint`}
            aria-valuetext={say('settings.lensSize', { count: shown })}
            onChange={(event) => setMoving(event.currentTarget.valueAsNumber)}
            onPointerUp={settle}
            onKeyUp={settle}
            onBlur={settle}
          />
          <output htmlFor={id} className={classes.lensSize}>
            {say('settings.lensSize', { count: shown })}
          </output>
        </div>
        <div className={classes.lensWell} aria-hidden="true">
          <div className={classes.lensCircle} style={{ width: shown, height: shown }} />
        </div>
      </div>
    </SettingRow>
  );
}
