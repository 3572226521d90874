import type { Activity } from '../time/activity.ts';
import type { Terms } from './terms.ts';

const MS_PER_HOUR = 3_600_000n;

/** What the terms owe for work done. All amounts in minor units of the terms' currency. */
export interface PayDue {
  /** Sum of the per-task pay of the submissions counted. */
  readonly piecesMinor: number;
  /** What the floor per hour adds, so that `piecesMinor + topUpMinor` reaches it. */
  readonly topUpMinor: number;
  readonly dueMinor: number;
}

/**
 * Pay due under the terms: the pieces, or the hourly floor for the time in paid activities if that is more. The floor
 * is rounded up, in the worker's favour. Paid breaks count into the floor's hours.
 */
export function payDue(
  terms: Terms,
  piecesMinor: number,
  byActivityMs: Readonly<Partial<Record<Activity, number>>>,
): PayDue {
  const covered: Activity[] = [...terms.paidActivities];
  if (terms.breaksPaid) covered.push('break.rest', 'break.exposure');
  const paidMs = [...new Set(covered)].reduce((sum, activity) => sum + (byActivityMs[activity] ?? 0), 0);
  const floor = Number((BigInt(terms.floorPerHourMinor) * BigInt(paidMs) + MS_PER_HOUR - 1n) / MS_PER_HOUR);
  const topUpMinor = Math.max(0, floor - piecesMinor);
  return { piecesMinor, topUpMinor, dueMinor: piecesMinor + topUpMinor };
}
