import { z } from 'zod';

/** The worker's limits on work and on flagged content, and which way is tighter: fewer (`down`) or more (`up`). */
const tighter = {
  restDueMinutes: 'down',
  restGateMinutes: 'down',
  restLengthMinutes: 'up',
  longLengthMinutes: 'up',
  dayGateHours: 'down',
  weekGateHours: 'down',
  flaggedSessionMinutes: 'down',
  flaggedDayMinutes: 'down',
  nightFromHour: 'down',
} as const;

export type LimitName = keyof typeof tighter;
export const limitNames = Object.keys(tighter) as readonly LimitName[];

/** A limit that becomes looser on a day to come. */
export const laterLimitSchema = z.strictObject({
  /** The first local day on which it holds, `2026-11-23`. */
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  value: z.int().min(0).max(10_000),
});
export const laterLimitsSchema = z.partialRecord(z.enum(limitNames as [LimitName, ...LimitName[]]), laterLimitSchema);
export type LaterLimits = Readonly<z.infer<typeof laterLimitsSchema>>;

/** Today and tomorrow by the worker's calendar. */
export interface LocalDays {
  readonly today: string;
  readonly tomorrow: string;
}

type WithLater = Readonly<Record<LimitName, number>> & { readonly later: LaterLimits };

/**
 * The settings after the worker changed something. What is tighter holds at once and takes back what was to become
 * looser; what is looser holds from tomorrow on, so that nobody loosens a limit at the moment it speaks.
 */
export function changeSettings<Settings extends WithLater>(
  settings: Settings,
  change: Partial<Settings>,
  { tomorrow }: LocalDays,
): Settings {
  const kept: { -readonly [Name in LimitName]?: number } = {};
  const later: { -readonly [Name in LimitName]?: LaterLimits[Name] } = { ...settings.later };
  for (const name of limitNames) {
    const wanted = change[name];
    if (wanted === undefined) continue;
    delete later[name];
    if (!isLooser(name, wanted, settings[name])) continue;
    kept[name] = settings[name];
    later[name] = { from: tomorrow, value: wanted };
  }
  return { ...settings, ...change, ...kept, later };
}

/** The settings with every limit in force whose day has come. The same object when there is none. */
export function settingsOn<Settings extends WithLater>(settings: Settings, { today }: LocalDays): Settings {
  const due = limitNames.filter((name) => (settings.later[name]?.from ?? '9999') <= today);
  if (due.length === 0) return settings;
  const later = Object.fromEntries(Object.entries(settings.later).filter(([name]) => !due.includes(name as LimitName)));
  const values = Object.fromEntries(due.map((name) => [name, settings.later[name]?.value]));
  return { ...settings, ...values, later };
}

function isLooser(name: LimitName, wanted: number, present: number): boolean {
  return tighter[name] === 'down' ? wanted > present : wanted < present;
}

/** Rests as law or guidance has them; a postponed or shorter one is the worker's to choose. */
export const restPresets = {
  /** Bildschirmarbeitsverordnung § 10: 10 min after 50 of screen work. */
  austria: { restDueMinutes: 45, restGateMinutes: 50, restLengthMinutes: 10 },
  /** D.Lgs. 81/2008 art. 175: 15 min every 120; the gate here comes at the app's latest, 75. */
  italy: { restDueMinutes: 60, restGateMinutes: 75, restLengthMinutes: 15 },
  /** HSE: short and often; 5-10 min after 50-60. */
  hse: { restDueMinutes: 50, restGateMinutes: 60, restLengthMinutes: 10 },
} as const;
export type RestPreset = keyof typeof restPresets;
