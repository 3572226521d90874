import { z } from 'zod';
import { languageTagSchema } from '../i18n/languages.ts';

/**
 * What leaves the machine about time when something is handed over: nothing, or sums by activity over one project.
 * With `none` nothing can be signed, because a manifest without time would say that there was none.
 */
export const privacyLevelSchema = z.enum(['none', 'totals']);

/** The worker's own settings on this machine. */
export const appSettingsSchema = z.strictObject({
  language: languageTagSchema,
  theme: z.enum(['system', 'light', 'dark']),
  privacy: privacyLevelSchema,
  /** A toggle with a 5 s limit for those who cannot hold a key or button. */
  revealByToggle: z.boolean(),
  /** Lens diameter in view pixels. */
  lensPx: z.int().min(40).max(160),
  restDueMinutes: z.int().min(25).max(60),
  restGateMinutes: z.int().min(50).max(75),
  restLengthMinutes: z.int().min(5).max(15),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const defaultAppSettings: AppSettings = {
  language: 'en',
  theme: 'system',
  privacy: 'totals',
  revealByToggle: false,
  lensPx: 80,
  restDueMinutes: 50,
  restGateMinutes: 60,
  restLengthMinutes: 5,
};
