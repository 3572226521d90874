import { type Activity, activities, isWork } from '../../../shared/time/activity.ts';

/** The time of one activity and its part of all work. */
export interface TimeRow {
  readonly activity: Activity;
  readonly ms: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Work time by activity, in the order of `activities`; those without time are left out. */
export function timeRows(durationsMs: Readonly<Record<string, number>>): readonly TimeRow[] {
  const rows = activities
    .filter(isWork)
    .map((activity) => ({ activity, ms: durationsMs[activity] ?? 0 }))
    .filter(({ ms }) => ms > 0);
  const totalMs = rows.reduce((sum, { ms }) => sum + ms, 0);
  return rows.map((row) => ({ ...row, share: row.ms / totalMs }));
}
