import type { AppSettings } from '../../../shared/project/app-settings.ts';
import type { SaveSettings, SaveState } from './use-save-settings.ts';

/** What each group of settings gets. */
export interface GroupProps {
  readonly settings: AppSettings;
  readonly saved: SaveState | null;
  readonly save: SaveSettings;
}
