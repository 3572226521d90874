import type { TimeRange } from './time-range.ts';

const HOUR_MS = 3_600_000;
/** A local day has 23 to 25 hours; with room for zones that once moved the date line. */
const SEARCH_MS = 26 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date at an instant as `YYYY-MM-DD`; dates compare as strings. */
export function localDate(wallMs: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(wallMs);
}

/**
 * The local day that holds an instant: from its first millisecond to that of the next day, 23, 24 or 25 hours later.
 *
 * Found by halving, so it holds wherever a zone changes its clocks at midnight or skips it.
 */
export function localDay(wallMs: number, zone: string): TimeRange {
  const date = localDate(wallMs, zone);
  const startsAt = (isIn: (ms: number) => boolean, from: number, to: number): number => {
    let [before, inside] = [from, to];
    while (inside - before > 1) {
      const middle = Math.floor((before + inside) / 2);
      if (isIn(middle)) inside = middle;
      else before = middle;
    }
    return inside;
  };
  return {
    fromMs: Math.max(
      0,
      startsAt((ms) => localDate(ms, zone) >= date, wallMs - SEARCH_MS, wallMs),
    ),
    toMs: startsAt((ms) => localDate(ms, zone) > date, wallMs, wallMs + SEARCH_MS),
  };
}
