import { z } from 'zod';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const minutes = (least: number, most: number) =>
  z
    .int()
    .min(least * MINUTE_MS)
    .max(most * MINUTE_MS);
const upToHours = (most: number) =>
  z
    .int()
    .min(0)
    .max(most * HOUR_MS);

/**
 * Limits on work, in milliseconds, with the ranges of wellbeing.md ("Breaks"); where a limit may only be lowered, the
 * default is the greatest value. The worker may tighten at once and loosen from the next day, a requester only tighten.
 */
export const breakSettingsSchema = z
  .strictObject({
    /** Continuous work after which a quiet banner shows (UK HSE display-screen guidance). */
    restDueMs: minutes(25, 60),
    /** Continuous work after which no new task is served (HSE; Poland). */
    restGateMs: minutes(50, 75),
    /** Presets: Austria 10 per 50, Italy 15 per 120, HSE 10 per 60. */
    restLengthMs: minutes(5, 15),
    /** EU Working Time Directive art. 4; French Code du travail L3121-16. */
    longLengthMs: minutes(20, 60),
    longWithinMs: upToHours(6),
    /** In any 24 h. */
    daySoftMs: upToHours(8),
    dayGateMs: upToHours(10),
    /** In any 7 x 24 h (Working Time Directive art. 6; WHO and ILO on 55 h). */
    weekSoftMs: upToHours(40),
    weekGateMs: upToHours(48),
    weekHardMs: upToHours(55),
    /** Warn under this much rest since the last work (Working Time Directive art. 3). */
    dailyRestMs: z
      .int()
      .min(11 * HOUR_MS)
      .max(24 * HOUR_MS),
    /** A silent hint, never a gate; null is off (20-20-20, evidence mixed). */
    eyePauseEveryMs: z
      .int()
      .min(MINUTE_MS)
      .max(60 * MINUTE_MS)
      .nullable(),
    eyePauseLengthMs: z.int().min(5_000).max(MINUTE_MS),
    postponesADay: z.int().min(0).max(2),
    postponeMs: minutes(0, 10),
  })
  .refine((settings) => settings.restDueMs <= settings.restGateMs, { path: ['restGateMs'] });
export type BreakSettings = Readonly<z.infer<typeof breakSettingsSchema>>;

export const defaultBreakSettings: BreakSettings = {
  restDueMs: 50 * MINUTE_MS,
  restGateMs: 60 * MINUTE_MS,
  restLengthMs: 5 * MINUTE_MS,
  longLengthMs: 20 * MINUTE_MS,
  longWithinMs: 6 * HOUR_MS,
  daySoftMs: 8 * HOUR_MS,
  dayGateMs: 10 * HOUR_MS,
  weekSoftMs: 40 * HOUR_MS,
  weekGateMs: 48 * HOUR_MS,
  weekHardMs: 55 * HOUR_MS,
  dailyRestMs: 11 * HOUR_MS,
  eyePauseEveryMs: 20 * MINUTE_MS,
  eyePauseLengthMs: 20_000,
  postponesADay: 2,
  postponeMs: 10 * MINUTE_MS,
};
