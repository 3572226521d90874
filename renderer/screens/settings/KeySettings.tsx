import { type KeyboardEvent, useState } from 'react';
import type { KeyBindings } from '../../../shared/project/app-settings.ts';
import {
  bindingsWith,
  canRebind,
  chordOf,
  clashOf,
  oneHandPresets,
  refuseChord,
  shownChord,
} from '../../app/bindings.ts';
import { useKeyNames } from '../../app/key-names.ts';
import { useMessages } from '../../app/messages.ts';
import { type Action, actionKey, allActions } from '../../app/actions.ts';
import { Button } from '../../ui/Button.tsx';
import type { GroupProps } from './group-props.ts';
import classes from './KeySettings.module.css';
import { SelectRow, SettingsGroup } from './SettingsGroup.tsx';

const presets = { standard: {}, ...oneHandPresets } as const;
type Preset = keyof typeof presets | 'own';

/** The keys of the workspace: each can be changed, and a clash is refused when it is set. */
export function KeySettings({ settings, saved, save }: GroupProps) {
  const { say } = useMessages();
  const nameOf = useKeyNames();
  const [asking, setAsking] = useState<Action | null>(null);
  const [refusal, setRefusal] = useState<{ readonly action: Action; readonly words: string } | null>(null);
  const chosen = settings.keys;
  const bindings = bindingsWith(chosen);
  const preset = presetOf(chosen);

  const set = (keys: KeyBindings) => {
    setRefusal(null);
    setAsking(null);
    void save('keys', { keys });
  };
  const onKeyDown = (action: Action, event: KeyboardEvent) => {
    if (asking !== action || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setAsking(null);
    const { code, key, ctrlKey, metaKey, altKey, shiftKey } = event.nativeEvent;
    const chord = chordOf({ code, key, ctrlKey, metaKey, altKey, shiftKey });
    if (chord === null) return undefined;
    const refused = refuseChord(chord, action, chosen);
    if (!refused) return set({ ...chosen, [action]: [chord] });
    const shown = nameOf({ codes: [code], shown: shownChord(chord) });
    setAsking(null);
    return setRefusal({
      action,
      words:
        refused.why === 'clash'
          ? say('settings.keysClash', { key: shown, action: say(actionKey(refused.with)) })
          : say('settings.keysReserved', { key: shown }),
    });
  };

  return (
    <SettingsGroup title={say('settings.keys')} hint={say('settings.keysHint')} area="keys" saved={saved}>
      <SelectRow<Preset>
        label={say('settings.keysPreset')}
        value={preset}
        options={(['standard', 'left', 'right', ...(preset === 'own' ? (['own'] as const) : [])] as const).map(
          (value) => ({ value, label: say(`settings.keysPresets.${value}`) }),
        )}
        onChange={(value) => (value === 'own' ? undefined : set({ ...presets[value] }))}
      />
      <ul className={classes.list}>
        {allActions.filter(canRebind).map((action) => {
          const own = bindings.filter((shortcut) => shortcut.action === action);
          const name = say(actionKey(action));
          const keys = own.map(nameOf).join(' · ');
          const shown = asking === action ? say('settings.keysPress') : keys === '' ? say('settings.keysNone') : keys;
          return (
            <li key={action} className={classes.row}>
              <span className={classes.name}>{name}</span>
              {chosen[action] ? (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={say('settings.keysReset', { action: name })}
                  onClick={() => {
                    const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== action));
                    const clash = clashOf(action, bindingsWith(others));
                    if (!clash) return set(others);
                    const words = say('settings.keysClash', { key: clash.shown, action: say(actionKey(clash.with)) });
                    return setRefusal({ action, words });
                  }}
                >
                  ↺
                </Button>
              ) : null}
              <button
                type="button"
                className={classes.key}
                data-asking={asking === action}
                // what is seen comes first, so that who speaks it to the machine is heard
                aria-label={`${shown}. ${say('settings.keysChange', { action: name })}`}
                aria-describedby={refusal?.action === action ? 'key-refusal' : undefined}
                onClick={() => {
                  setRefusal(null);
                  setAsking(action);
                }}
                onBlur={() => setAsking(null)}
                onKeyDown={(event) => onKeyDown(action, event)}
              >
                {shown}
              </button>
              {refusal?.action === action ? (
                <p id="key-refusal" role="alert" className={classes.refusal}>
                  {refusal.words}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </SettingsGroup>
  );
}

/** Which preset these keys are; `own` when they are none. */
function presetOf(chosen: KeyBindings): Preset {
  const same = (keys: KeyBindings): boolean =>
    Object.keys(keys).length === Object.keys(chosen).length &&
    Object.entries(keys).every(([action, chords]) => chords.join(' ') === chosen[action]?.join(' '));
  const names = ['standard', 'left', 'right'] as const;
  return names.find((name) => same(presets[name])) ?? 'own';
}
