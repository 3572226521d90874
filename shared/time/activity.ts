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

/** Whether the worker is there. Kept apart from the activity; never leaves the machine. */
export const presenceSchema = z.enum(['interacting', 'attending', 'off-window', 'uncertain', 'away', 'gap']);
export type Presence = z.infer<typeof presenceSchema>;
