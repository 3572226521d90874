const DAY_MS = 86_400_000;

/** The UTC day of an instant in Unix milliseconds, `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The ISO 8601 week of an instant (UTC), e.g. `2026-W07`: weeks begin on Monday and belong to their Thursday's year. */
export function isoWeekOf(instant: number): string {
  const dayOfWeek = (new Date(instant).getUTCDay() + 6) % 7;
  const thursday = new Date(instant + (3 - dayOfWeek) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday 0:00 UTC of an ISO week, in Unix milliseconds; NaN for text that is none. */
export function startOfIsoWeek(week: string): number {
  const [, year = '', number = ''] = /^([0-9]{4})-W([0-9]{2})$/.exec(week) ?? [];
  const fourth = Date.UTC(Number(year || 'x'), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  return monday + (Number(number) - 1) * 7 * DAY_MS;
}

/** Number of weeks from one ISO week to another, both included; below 1 if they are out of order. */
export function weeksBetween(fromWeek: string, toWeek: string): number {
  return Math.round((startOfIsoWeek(toWeek) - startOfIsoWeek(fromWeek)) / (7 * DAY_MS)) + 1;
}
