import { z } from 'zod';
import { languageTagSchema } from '../i18n/languages.ts';
import { laterLimitsSchema, limitShape } from './limits.ts';

/**
 * What leaves the machine about the worker's time when something is handed over: nothing, sums by activity, or the time
 * of every task too. A hand-over is about one project, so its sums are that project's: a level between would say the same.
 * What is kept back says `withheld`, never 0. The worker's own export is not bound by it.
 */
export const privacyLevelSchema = z.enum(['none', 'totals', 'per-task']);
export type PrivacyLevel = z.infer<typeof privacyLevelSchema>;

/** Keys that the worker chose for actions (`Ctrl+Shift+KeyA`, by place); what is not there has the keys it comes with. */
export const keyBindingsSchema = z.record(
  z.string().regex(/^[a-z-]{1,40}$/),
  z.array(z.string().regex(/^(?:(?:Ctrl|Shift)\+)*[A-Za-z0-9]{1,30}$/)).max(4),
);
export type KeyBindings = z.infer<typeof keyBindingsSchema>;

/** The worker's own settings on this machine. */
export const appSettingsSchema = z.strictObject({
  language: languageTagSchema,
  theme: z.enum(['system', 'light', 'dark']),
  privacy: privacyLevelSchema,
  /** How long flagged content was looked at leaves with the totals: only if the worker says so. */
  tellExposure: z.boolean(),
  /** A toggle with a 5 s limit for those who cannot hold a key or button. */
  revealByToggle: z.boolean(),
  /** Lens diameter in view pixels. */
  lensPx: z.int().min(40).max(160),
  ...limitShape,
  eyePause: z.boolean(),
  /** Limits that become looser on a day to come. */
  later: laterLimitsSchema,
  keys: keyBindingsSchema,
  /** What is marked in a text grows to whole words. */
  wholeWords: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const defaultAppSettings: AppSettings = {
  language: 'en',
  theme: 'system',
  privacy: 'totals',
  tellExposure: false,
  revealByToggle: false,
  lensPx: 80,
  restDueMinutes: 50,
  restGateMinutes: 60,
  restLengthMinutes: 5,
  longLengthMinutes: 20,
  dayGateHours: 10,
  weekGateHours: 48,
  eyePause: true,
  flaggedSessionMinutes: 45,
  flaggedDayMinutes: 120,
  nightFromHour: 20,
  later: {},
  keys: {},
  wholeWords: true,
};

/** Settings as they lie on the disk: one from an older Fairmark lacks what came later, and has its default. */
export const storedSettingsSchema = z
  .looseObject({})
  .transform((stored) => ({ ...defaultAppSettings, ...stored, ...knownPrivacy(stored) }))
  .pipe(appSettingsSchema);

/** An older Fairmark had a level by project, which said the same as totals. */
function knownPrivacy({ privacy }: Readonly<Record<string, unknown>>): Pick<AppSettings, 'privacy'> | null {
  return privacy === 'per-project' ? { privacy: 'totals' } : null;
}
