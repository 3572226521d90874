import { z } from 'zod';

/** What the worker does; exactly one at a time (time.md, "Activity"). */
export const activitySchema = z.enum([
  'search',
  'queue',
  'onboarding',
  'qualification',
  'task',
  'rework',
  'appeal',
  'messages',
  'payments',
  'blocked',
  'break.rest',
  'break.exposure',
  'outage',
  'ledger',
  'off',
]);
export type Activity = z.infer<typeof activitySchema>;

/** Every activity code, in the order in which they are shown. */
export const activities: readonly Activity[] = activitySchema.options;

/** Whether the worker is there. Kept apart from the activity; never leaves the machine. */
export const presenceSchema = z.enum(['interacting', 'attending', 'off-window', 'uncertain', 'away', 'gap']);
export type Presence = z.infer<typeof presenceSchema>;

const beside = ['outage', 'ledger', 'off'] as const satisfies readonly Activity[];
const notWork: ReadonlySet<Activity> = new Set<Activity>(beside);

/** The activities that make up the work time W: every total, here and in a manifest, is over these and no others. */
export type WorkActivity = Exclude<Activity, (typeof beside)[number]>;

/** The same as a list, in the order in which they are shown. */
export const workActivities: readonly WorkActivity[] = activities.filter(isWork);

/** True for the activities that make up the work time W. */
export function isWork(activity: Activity): activity is WorkActivity {
  return !notWork.has(activity);
}

/** True for the two breaks, which are work time up to their policy length. */
export function isBreak(activity: Activity): activity is 'break.rest' | 'break.exposure' {
  return activity === 'break.rest' || activity === 'break.exposure';
}

/** True when the person is taken to be at work: reading and thinking included. */
export function isPresent(presence: Presence): boolean {
  return presence === 'interacting' || presence === 'attending' || presence === 'off-window';
}
