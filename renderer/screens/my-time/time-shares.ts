import type { Activity } from '../../../shared/time/activity.ts';
import type { TimeReport } from '../../../shared/time/report.ts';

/** What a stretch of work time was for, in three families that are told apart by more than colour. */
export type Family = 'tasks' | 'around' | 'breaks';

const families: readonly { readonly family: Family; readonly activities: readonly Activity[] }[] = [
  { family: 'tasks', activities: ['task', 'rework'] },
  {
    family: 'around',
    activities: ['search', 'queue', 'onboarding', 'qualification', 'appeal', 'messages', 'payments', 'blocked'],
  },
  { family: 'breaks', activities: ['break.rest', 'break.exposure'] },
];

export interface Share {
  readonly activity: Activity;
  readonly family: Family;
  readonly ms: number;
  /** Basis points of the work time shown. */
  readonly bp: number;
}

/** Where the work time went, family by family; activities without any are left out. */
export function sharesOf(report: Pick<TimeReport, 'byActivityMs'>): readonly Share[] {
  const found = families.flatMap(({ family, activities }) =>
    activities.map((activity) => ({ activity, family, ms: report.byActivityMs[activity] })).filter(({ ms }) => ms > 0),
  );
  const total = found.reduce((sum, { ms }) => sum + ms, 0);
  return found.map((share) => ({ ...share, bp: total === 0 ? 0 : Math.round((share.ms / total) * 10_000) }));
}

/** Time around the tasks and in breaks, in milliseconds. */
export function aroundMs(report: Pick<TimeReport, 'byActivityMs'>): number {
  return sharesOf(report)
    .filter(({ family }) => family !== 'tasks')
    .reduce((sum, { ms }) => sum + ms, 0);
}

/** A share of work time as the part of each hour, to the full minute: what people can picture. */
export function perHourMs(shareBp: number): number {
  return Math.round((shareBp / 10_000) * 60) * 60_000;
}
