import { useRef, useState } from 'react';
import type { AppSettings } from '../../../shared/project/app-settings.ts';
import { useSessionStore } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';

/** The groups of the screen, each with its own word. */
export type SettingsArea = 'looks' | 'privacy' | 'reveal' | 'breaks' | 'limits' | 'keys';

/** Whether the last change of a group is on the disk; null before any. */
export interface SaveState {
  readonly area: SettingsArea;
  readonly word: 'saving' | 'saved' | 'failed';
}

export type SaveSettings = (area: SettingsArea, change: Partial<AppSettings>) => Promise<void>;

/** Saves changes one after the other, and says "saved" only once the main process has answered. */
export function useSaveSettings(): { readonly saved: SaveState | null; readonly save: SaveSettings } {
  const store = useSessionStore();
  const [saved, setSaved] = useState<SaveState | null>(null);
  const last = useRef(Promise.resolve());
  const save: SaveSettings = (area, change) => {
    setSaved({ area, word: 'saving' });
    last.current = last.current.then(async () => {
      const answer = await call('settings.write', change);
      if (answer.ok) store.send({ type: 'settings changed', settings: answer.value });
      else store.send({ type: 'refused', refusal: answer.error });
      setSaved({ area, word: answer.ok ? 'saved' : 'failed' });
    });
    return last.current;
  };
  return { saved, save };
}
