import type { ProjectCare } from '../../project/care.ts';
import { type ProjectLimitName, projectLimitNames } from '../../project/limits.ts';
import type { WorkActivity } from '../../time/activity.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';

/** English names of the activities, for documents that travel without the app. */
export const activityNames: Readonly<Record<WorkActivity, string>> = {
  task: 'Labelling',
  rework: 'Rework of returned items',
  search: 'Searching for work',
  queue: 'Waiting for work',
  onboarding: 'Reading instructions',
  qualification: 'Qualification tests',
  appeal: 'Answering rejections',
  messages: 'Messages',
  payments: 'Checking payments',
  blocked: 'Blocked by a fault',
  'break.rest': 'Rest breaks',
  'break.exposure': 'Breaks from disturbing content',
};

/** What signatures cannot show. Stands wherever a manifest is shown. */
export const signatureLimits =
  'Signatures show who said what about which bytes. They do not show that it is true, that money moved, that anyone paid attention, that each key is a different person, or that consent was free.';

/** What measuring cannot show (time.md). Stands wherever time is shown. */
export const timeLimits =
  'Fairmark measures time inside Fairmark: searching on other sites is invisible unless declared. The record was made by this program and not altered since; it does not prove that a person was present.';

/** Whose time is not in these sums; empty if all told theirs. */
export function withheldWords({ timeWithheldBy, workers }: DatasetManifest): string {
  if (timeWithheldBy === 0) return '';
  return `Time is withheld by ${timeWithheldBy} of ${counted(workers.included, 'worker')}, as they may: it is not in these sums, and no hourly rate is stated.`;
}

const limitNames: Readonly<Record<ProjectLimitName, readonly [before: string, unit: string]>> = {
  restDueMinutes: ['a rest is due after', 'min'],
  restGateMinutes: ['no new task without a rest after', 'min'],
  restLengthMinutes: ['a rest lasts at least', 'min'],
  longLengthMinutes: ['the long break lasts at least', 'min'],
  dayGateHours: ['no new task in 24 hours after', 'h'],
  weekGateHours: ['no new task in seven days after', 'h'],
  flaggedSessionMinutes: ['flagged items in one session at most', 'min'],
  flaggedDayMinutes: ['flagged items in 24 hours at most', 'min'],
};

/** `gore: severity 3 of 3 at most, in about 5.0 % of the tasks`, or `none`. */
export function disclosedWords({ disclosed }: ProjectCare): string {
  const each = disclosed.map(
    ({ category, severity, shareBp }) =>
      `${category}: severity ${severity} of 3 at most, in about ${percent(shareBp)} of the tasks`,
  );
  return each.join('; ') || 'none';
}

/** `no new task without a rest after 55 min; ...`. Where the project sets none, the workers' own and the app's hold. */
export function limitsWords({ limits }: ProjectCare): string {
  const each = projectLimitNames.flatMap((name) => {
    const value = limits[name];
    const [before, unit] = limitNames[name];
    return value === undefined ? [] : [`${before} ${value} ${unit}`];
  });
  return each.join('; ') || 'none of its own';
}

/** `1 h 02 min 05 s`; exact to the second, rounded down. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    { value: Math.floor(seconds / 3600), unit: 'h' },
    { value: Math.floor(seconds / 60) % 60, unit: 'min' },
    { value: seconds % 60, unit: 's' },
  ];
  const first = parts.findIndex(({ value }) => value > 0);
  if (first < 0) return ms > 0 ? 'under 1 s' : '0 s';
  return parts
    .slice(first)
    .map(({ value, unit }, index) => `${index === 0 ? value : String(value).padStart(2, '0')} ${unit}`)
    .join(' ');
}

/** `12.34 EUR`; exact for every whole number of cents that JavaScript holds. */
export function money(minor: number, currency: string): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')} ${currency}`;
}

/** `46.8 %` of basis points. */
export function percent(basisPoints: number): string {
  return `${Math.floor(basisPoints / 100)}.${Math.floor((basisPoints % 100) / 10)} %`;
}

/** `part` of `whole` in basis points, rounded down; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 10_000);
}

export function hourly(minor: number | null, currency: string): string {
  return minor === null ? 'not enough work to say' : `${money(minor, currency)} per hour`;
}

/** `2026-W07 to 2026-W08`. */
export function weeks({ period }: DatasetManifest): string {
  if (!period) return 'no time recorded';
  return period.fromWeek === period.toWeek ? period.fromWeek : `${period.fromWeek} to ${period.toWeek}`;
}

/** Text on one line, without control characters and without marks that turn the writing direction. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim();
}

/** `1 worker`, `2 workers`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
