import type { ClockReading } from '../../../shared/core/ports.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';

/** Finds the local day of a reading; remembers the last one, for a day is asked for at every beat and found by searching. */
export function createDayFinder(): (now: ClockReading) => TimeRange {
  let zone = '';
  let day: TimeRange = { fromMs: 0, toMs: 0 };
  return (now) => {
    if (now.zone !== zone || now.wallMs < day.fromMs || now.wallMs >= day.toMs) {
      ({ zone } = now);
      day = localDay(now.wallMs, zone);
    }
    return day;
  };
}
