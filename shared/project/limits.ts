import { z } from 'zod';
import type { ClockReading } from '../core/ports.ts';

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

/** What each limit may be set to. */
export const limitShape = {
  restDueMinutes: z.int().min(25).max(60),
  restGateMinutes: z.int().min(50).max(75),
  restLengthMinutes: z.int().min(5).max(15),
  longLengthMinutes: z.int().min(20).max(60),
  /** Work in any 24 hours, and in any 7 x 24, after which new tasks wait. Lower only. */
  dayGateHours: z.int().min(1).max(10),
  weekGateHours: z.int().min(5).max(48),
  /** Handling of flagged content in one session, and in 24 hours. */
  flaggedSessionMinutes: z.int().min(5).max(60),
  flaggedDayMinutes: z.int().min(5).max(300),
  /** Local hour at which the 11 hours without flagged items begin. */
  nightFromHour: z.int().min(18).max(22),
} as const satisfies Record<LimitName, z.ZodInt>;

/** A place in the worker's own record of time: so long after the start of a session, the time signed off included. */
export const recordPlaceSchema = z.strictObject({ session: z.int().min(1), sinceStartMs: z.number().min(0) });
export type RecordPlace = Readonly<z.infer<typeof recordPlaceSchema>>;

/** The moment at which a looser limit was asked for, by clocks that nobody sets. */
const askedSchema = z.strictObject({
  bootId: z.string().max(100),
  bootMs: z.number().min(0),
  wallMs: z.number(),
  /** Missing before the first session, and in what an older Fairmark wrote. */
  place: recordPlaceSchema.optional(),
});

/** A limit that becomes looser on a day to come. */
export const laterLimitSchema = z.strictObject({
  /** The first local day on which it holds, `2026-11-23`. */
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  value: z.int().min(0).max(10_000),
  /** Missing in what an older Fairmark wrote. */
  asked: askedSchema.optional(),
});
export const laterLimitsSchema = z.partialRecord(z.enum(limitNames as [LimitName, ...LimitName[]]), laterLimitSchema);
export type LaterLimits = Readonly<z.infer<typeof laterLimitsSchema>>;

/** A calendar of the host: the local day, `2026-11-23`, so many days after an instant. */
export type LocalDay = (wallMs: number, daysLater: number) => string;

/** Now, and how the host names days. */
export interface LimitMoment {
  readonly now: Pick<ClockReading, 'bootId' | 'bootMs' | 'wallMs'>;
  readonly dayOf: LocalDay;
  /** Where the worker's record stands now; null before the first session. */
  readonly place?: () => RecordPlace | null;
  /** How long ago a place was, as far as the record knows; null if it does not reach back to it. */
  readonly passedSince?: (place: RecordPlace) => number | null;
}

type Limits = Readonly<Record<LimitName, number>>;
type WithLater = Limits & { readonly later: LaterLimits };

/**
 * The settings after the worker changed something. What is tighter holds at once and takes back what was to become
 * looser; what is looser holds from tomorrow on, so that nobody loosens a limit at the moment it speaks. A night that
 * moves is looser at one of its ends, whichever way it goes: until tomorrow both nights hold (`nightHoursOf`).
 */
export function changeSettings<Settings extends WithLater>(
  settings: Settings,
  change: Partial<Settings>,
  { now, dayOf, place }: LimitMoment,
): Settings {
  const kept: { -readonly [Name in LimitName]?: number } = {};
  const later: { -readonly [Name in LimitName]?: LaterLimits[Name] } = { ...settings.later };
  const at = place?.() ?? null;
  const asked = { bootId: now.bootId, bootMs: now.bootMs, wallMs: now.wallMs, ...(at ? { place: at } : {}) };
  for (const name of limitNames) {
    const wanted = change[name];
    if (wanted === undefined) continue;
    delete later[name];
    if (!isLooser(name, wanted, settings[name])) continue;
    kept[name] = settings[name];
    later[name] = { from: dayOf(now.wallMs, 1), value: wanted, asked };
  }
  return { ...settings, ...change, ...kept, later };
}

/**
 * The settings with every limit in force whose day has come. The same object when there is none. The day is told by the
 * time that has passed since it was asked for, so that a clock set forward loosens nothing: by the boot clock within one
 * boot, after it by the worker's own record, which takes back what a clock said that was set back since.
 */
export function settingsOn<Settings extends WithLater>(settings: Settings, moment: LimitMoment): Settings {
  const isDue = (name: LimitName): boolean => {
    const later = settings.later[name];
    return later !== undefined && later.from <= moment.dayOf(provenWallMs(later, moment), 0);
  };
  const due = limitNames.filter(isDue);
  if (due.length === 0) return settings;
  const later = Object.fromEntries(Object.entries(settings.later).filter(([name]) => !due.includes(name as LimitName)));
  const values = Object.fromEntries(due.map((name) => [name, settings.later[name]?.value]));
  return { ...settings, ...values, later };
}

function provenWallMs({ asked }: LaterLimits[LimitName] & object, { now, passedSince }: LimitMoment): number {
  if (!asked) return now.wallMs;
  const isSameBoot = asked.bootId === now.bootId;
  const passedMs = isSameBoot ? now.bootMs - asked.bootMs : asked.place && passedSince?.(asked.place);
  return Math.min(now.wallMs, asked.wallMs + (passedMs ?? Number.POSITIVE_INFINITY));
}

/**
 * What is written after a change to the settings in force. A limit that was not touched stays as it was kept, with the
 * day on which it loosens: whether that day has come is asked again each time, for a clock may be set back.
 */
export function keptSettings<Settings extends WithLater>(args: {
  readonly kept: Settings;
  readonly inForce: Settings;
  readonly changed: Settings;
}): Settings {
  const { kept, inForce, changed } = args;
  const limits: { -readonly [Name in LimitName]?: number } = {};
  const later: { -readonly [Name in LimitName]?: LaterLimits[Name] } = { ...changed.later };
  for (const name of limitNames) {
    if (changed[name] !== inForce[name] || changed.later[name] !== inForce.later[name]) continue;
    limits[name] = kept[name];
    if (kept.later[name]) later[name] = kept.later[name];
  }
  return { ...changed, ...limits, later };
}

/** Local hours at which a night without flagged items begins; where it is about to move, both. */
export function nightHoursOf({ nightFromHour, later }: WithLater): readonly number[] {
  return later.nightFromHour ? [nightFromHour, later.nightFromHour.value] : [nightFromHour];
}

function isLooser(name: LimitName, wanted: number, present: number): boolean {
  if (name === 'nightFromHour') return wanted !== present;
  return tighter[name] === 'down' ? wanted > present : wanted < present;
}

/** Limits that a requester may set for a project. The night is the worker's: it is about where and how they live. */
export type ProjectLimitName = Exclude<LimitName, 'nightFromHour'>;
export type ProjectLimits = Readonly<{ [Name in ProjectLimitName]?: number | undefined }>;
export const projectLimitNames = limitNames.filter((name): name is ProjectLimitName => name !== 'nightFromHour');

/** The stricter of two values of a limit. */
export function stricterLimit(name: ProjectLimitName, a: number, b: number): number {
  return tighter[name] === 'down' ? Math.min(a, b) : Math.max(a, b);
}

/** Limits of which each is the stricter of the two: the order does not matter, and none is ever looser than before. */
export function stricterLimits(a: ProjectLimits, b: ProjectLimits): ProjectLimits {
  return Object.fromEntries(
    projectLimitNames.flatMap((name) => {
      const [one, other] = [a[name] ?? b[name], b[name] ?? a[name]];
      return one === undefined || other === undefined ? [] : [[name, stricterLimit(name, one, other)]];
    }),
  );
}

/** Limits that both set, each the looser of the two: what may be said of both. */
export function looserLimits(a: ProjectLimits, b: ProjectLimits): ProjectLimits {
  return Object.fromEntries(
    projectLimitNames.flatMap((name) => {
      const [one, other] = [a[name], b[name]];
      if (one === undefined || other === undefined) return [];
      return [[name, stricterLimit(name, one, other) === one ? other : one]];
    }),
  );
}

/** The worker's limits as they hold while a project is open: where it asks for a stricter one, that one. */
export function withProjectLimits<Settings extends Limits>(settings: Settings, project: ProjectLimits): Settings {
  return { ...settings, ...stricterLimits(ofProjects(settings), project) };
}

function ofProjects(settings: Limits): ProjectLimits {
  return Object.fromEntries(projectLimitNames.map((name) => [name, settings[name]]));
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
