import { z } from 'zod';
import type { ClockReading } from '../core/ports.ts';
import { durationMsSchema } from '../core/ids.ts';
import type { ExposureRecord } from './exposure.ts';
import type { ExposureNote } from './journal-record.ts';
import type { Ledger } from './ledger.ts';
import { agoOf } from './look-back.ts';
import { stretchSince } from './stretch.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/**
 * Away or signed off for less than this is the same session: nobody starts anew by signing off and on. A night with the
 * machine asleep is the end of one, though nobody signed off.
 */
const SESSION_GAP_MS = 60 * MINUTE_MS;
/** An exposure break takes longer than this, so nothing seen after it is that much older than its end. */
const SLACK_MS = MINUTE_MS;
const NIGHT_HOURS = 11;

/** After so much of any of these, an exposure break comes before the next flagged item (wellbeing.md). */
export const BREAK_AFTER = { items: 10, openMs: 15 * MINUTE_MS, unveiledMs: 3 * MINUTE_MS } as const;
export const DAY_UNVEILED_MS = 20 * MINUTE_MS;

/** The worker's own caps on handling flagged content; ceilings as in wellbeing.md (Internet Watch Foundation practice). */
export interface ExposureCaps {
  readonly sessionMs: number;
  readonly dayMs: number;
  /** Local hours at which a night begins; each lasts 11 hours, and all of them hold. */
  readonly nightFromHours: readonly number[];
}

/** Why no flagged item is served now. Neutral ones go on in any case. */
export const exposureStopSchema = z.enum(['break', 'session', 'day', 'night']);
export type ExposureStop = z.infer<typeof exposureStopSchema>;

export const exposureStandingSchema = z.strictObject({
  stop: exposureStopSchema.nullable(),
  /** Since the last exposure break. */
  sinceBreak: z.strictObject({ items: z.int().min(0), openMs: durationMsSchema, unveiledMs: durationMsSchema }),
  sessionOpenMs: durationMsSchema,
  /** In the last 24 hours. */
  dayOpenMs: durationMsSchema,
  dayUnveiledMs: durationMsSchema,
});
export type ExposureStanding = Readonly<z.infer<typeof exposureStandingSchema>>;

export interface StandingInput {
  readonly ledger: Ledger;
  readonly exposures: readonly ExposureRecord[];
  readonly caps: ExposureCaps;
  readonly now: ClockReading;
}

/**
 * Where the worker stands against the caps. Measured by the boot clock and the ledger, so that a clock that is set
 * gives no new day; wall time only says whether it is night.
 */
export function exposureStanding({ ledger, exposures, caps, now }: StandingInput): ExposureStanding {
  const aged = exposures.map((record) => ({ note: record.body, agoMs: ageOf(record, ledger, now) }));
  const within = (spanMs: number) => sumOf(aged.filter(({ agoMs }) => agoMs < spanMs).map(({ note }) => note));
  const since = within(sinceBreakMs(ledger) + SLACK_MS);
  const [session, day] = [within(sinceSessionMs(ledger) + SLACK_MS), within(DAY_MS)];
  const standing = {
    sinceBreak: { items: since.items, openMs: since.openMs, unveiledMs: since.unveiledMs },
    sessionOpenMs: session.openMs,
    dayOpenMs: day.openMs,
    dayUnveiledMs: day.unveiledMs,
  };
  return { stop: stopOf(standing, caps, now), ...standing };
}

function stopOf(standing: Omit<ExposureStanding, 'stop'>, caps: ExposureCaps, now: ClockReading): ExposureStop | null {
  const { sinceBreak, sessionOpenMs, dayOpenMs, dayUnveiledMs } = standing;
  if (dayOpenMs >= caps.dayMs || dayUnveiledMs >= DAY_UNVEILED_MS) return 'day';
  if (caps.nightFromHours.some((fromHour) => isNight(now, fromHour))) return 'night';
  if (sessionOpenMs >= caps.sessionMs) return 'session';
  const { items, openMs, unveiledMs } = BREAK_AFTER;
  const isDue = sinceBreak.items >= items || sinceBreak.openMs >= openMs || sinceBreak.unveiledMs >= unveiledMs;
  return isDue ? 'break' : null;
}

/** True in the 11 hours from `fromHour` on, by the worker's local clock. */
export function isNight({ wallMs, zone }: Pick<ClockReading, 'wallMs' | 'zone'>, fromHour: number): boolean {
  return (localHour(wallMs, zone) - fromHour + 24) % 24 < NIGHT_HOURS;
}

function localHour(wallMs: number, zone: string): number {
  if (lastHours?.zone !== zone) lastHours = { zone, format: hoursIn(zone) };
  return Number(lastHours.format.format(wallMs));
}

/** Making one takes longer than all the rest, and the zone stays the same for months. */
let lastHours: { readonly zone: string; readonly format: Intl.DateTimeFormat } | null = null;

function hoursIn(zone: string): Intl.DateTimeFormat {
  const format = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  try {
    return format(zone);
  } catch {
    return format('UTC');
  }
}

/** Exact within one boot; of an earlier boot, the least it can be: the time since its session's last beat, or its end. */
function ageOf(record: ExposureRecord, ledger: Ledger, now: ClockReading): number {
  if (record.bootId === now.bootId) return Math.max(0, now.bootMs - record.bootMs);
  const span = ledger.sessions.find(({ session }) => session === record.session);
  const since = span ? agoOf(ledger, { session: span.session, offsetMs: span.durationMs }) : null;
  return since ?? Number.POSITIVE_INFINITY;
}

function sinceBreakMs(ledger: Ledger): number {
  const last = ledger.breakActs.findLast(
    ({ act, rule, complete }) => rule === 'exposure' && act === 'ended' && complete,
  );
  return (last && agoOf(ledger, last)) ?? Number.POSITIVE_INFINITY;
}

function sinceSessionMs(ledger: Ledger): number {
  const [first] = stretchSince(ledger, SESSION_GAP_MS).segments;
  return first ? (agoOf(ledger, first) ?? 0) : 0;
}

function sumOf(notes: readonly ExposureNote[]): { items: number; openMs: number; unveiledMs: number } {
  return notes.reduce(
    (sum, note) => ({
      items: sum.items + note.flaggedItems,
      openMs: sum.openMs + note.openMs,
      unveiledMs: sum.unveiledMs + note.unveiledMs,
    }),
    { items: 0, openMs: 0, unveiledMs: 0 },
  );
}
