/** Numbers, money, time and dates as the present language writes them. Pure: the host's `Intl` and nothing else. */
export interface Format {
  number(value: number): string;
  /** `minor` in hundredths of the currency. */
  money(minor: number, currency: string): string;
  /** Basis points as a percentage; one digit after the point under 10 %. */
  percent(basisPoints: number): string;
  /** A length of time in words, at most two units: "3 hr 12 min", "45 sec". */
  duration(ms: number): string;
  /** Whole minutes in full words: "28 minutes". */
  longMinutes(ms: number): string;
  /** A running clock: "2:14", "1:02:14". The same in every language; never rounds up. */
  clock(ms: number): string;
  /** A day and a time of day. */
  instant(ms: number): string;
  /** An hour of the day, 0-23. */
  hour(hour: number): string;
  /** A day. */
  day(ms: number): string;
  list(parts: readonly string[]): string;
  /** The name of a language by its BCP 47 tag; the tag itself where it is none that is known. */
  languageName(tag: string): string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Splits a length of time into the two largest units that say something. */
export function durationParts(
  ms: number,
): readonly { readonly value: number; readonly unit: 'hour' | 'minute' | 'second' }[] {
  const seconds = Math.floor(ms / SECOND_MS);
  if (seconds < 60) return [{ value: seconds, unit: 'second' }];
  if (ms < 10 * MINUTE_MS) {
    const rest = seconds % 60;
    const minutes = { value: Math.floor(seconds / 60), unit: 'minute' } as const;
    return rest === 0 ? [minutes] : [minutes, { value: rest, unit: 'second' }];
  }
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return [{ value: minutes, unit: 'minute' }];
  const hours = { value: Math.floor(ms / HOUR_MS), unit: 'hour' } as const;
  return minutes % 60 === 0 ? [hours] : [hours, { value: minutes % 60, unit: 'minute' }];
}

/** "m:ss" or "h:mm:ss". */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Tags come with the data: what is none is shown as it is. */
function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/** The formats of a language; made once a language, because `Intl` objects are dear. */
export function makeFormat(language: string): Format {
  const number = new Intl.NumberFormat(language);
  const whole = new Intl.NumberFormat(language, { style: 'percent' });
  const fine = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const units = {
    hour: new Intl.NumberFormat(language, { style: 'unit', unit: 'hour', unitDisplay: 'short' }),
    minute: new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'short' }),
    second: new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'short' }),
  };
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const hour = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const monies = new Map<string, Intl.NumberFormat>();
  const money = (currency: string) => {
    const known = monies.get(currency);
    if (known) return known;
    const made = new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: 2 });
    monies.set(currency, made);
    return made;
  };
  return {
    number: (value) => number.format(value),
    money: (minor, currency) => money(currency).format(minor / 100),
    percent: (basisPoints) => (basisPoints < 1000 ? fine : whole).format(basisPoints / 10_000),
    duration: (ms) =>
      durationParts(ms)
        .map(({ value, unit }) => units[unit].format(value))
        .join(' '),
    longMinutes: (ms) => minutes.format(Math.round(ms / MINUTE_MS)),
    clock: clockOf,
    instant: (ms) => instant.format(ms),
    hour: (value) => hour.format(Date.UTC(2000, 0, 1, value)),
    day: (ms) => day.format(ms),
    list: (parts) => list.format(parts),
    languageName: (tag) => nameOf(languages, tag),
  };
}
