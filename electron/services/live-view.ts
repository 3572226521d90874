import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';
import type { TimeRange } from '../../shared/time/report.ts';
import type { TimeSnapshot } from '../../shared/time/snapshot.ts';
import { sumPay } from '../db/submission-store.ts';
import type { OpenProject } from './workplace.ts';

export type RangeName = 'today' | 'week' | 'month' | 'all';

/** The worker's time with the pay of the open project beside it. Rejected submissions pay nothing. */
export function liveViewOf(time: TimeSnapshot, open: OpenProject | null, wallMs: number): LiveView {
  if (!open) return { time, pay: null };
  const { db, project } = open.session;
  const { todayMinor, pendingMinor } = sumPay(db, rangeOf('today', wallMs));
  return { time, pay: { currency: project.terms.currency, todayMinor, pendingMinor } };
}

/** Local calendar ranges around an instant: the day, the week from Monday, the month. */
export function rangeOf(name: RangeName, wallMs: number): TimeRange {
  const start = new Date(wallMs);
  start.setHours(0, 0, 0, 0);
  const end = new Date(start);
  switch (name) {
    case 'today':
      end.setDate(end.getDate() + 1);
      break;
    case 'week':
      start.setDate(start.getDate() - ((start.getDay() + 6) % 7));
      end.setTime(start.getTime());
      end.setDate(end.getDate() + 7);
      break;
    case 'month':
      start.setDate(1);
      end.setTime(start.getTime());
      end.setMonth(end.getMonth() + 1);
      break;
    case 'all':
      return { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  }
  return { fromMs: start.getTime(), toMs: end.getTime() };
}
