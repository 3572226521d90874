import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema, minorSchema } from '../core/ids.ts';
import { byActivityMsSchema } from './snapshot.ts';

/** Stretch of wall time, `[fromMs, toMs)`; it selects what is counted and never enters a duration. */
export const timeRangeSchema = z.strictObject({ fromMs: instantSchema, toMs: instantSchema });
export type TimeRange = Readonly<z.infer<typeof timeRangeSchema>>;

/** Basis points, 0-10000. */
const shareBpSchema = z.int().min(0).max(10_000);

/**
 * Pay in one currency, and what it makes per hour of all work time.
 *
 * `effectiveHourlyMinor` is null under 10 minutes of work time or 5 submissions ("not enough time yet").
 * low = received / (W + U), value = received / W, high = (received + pending) / W; rounded to the nearest minor unit.
 */
export const payReportSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  receivedMinor: minorSchema,
  pendingMinor: minorSchema,
  refusedMinor: minorSchema,
  effectiveHourlyMinor: z.strictObject({ low: minorSchema, value: minorSchema, high: minorSchema }).nullable(),
  /** What an advertisement would say: promised pay of everything handed in / time with an item open. */
  naiveHourlyMinor: minorSchema.nullable(),
});
export type PayReport = Readonly<z.infer<typeof payReportSchema>>;

/** What follows from the ledger for a range of time (time.md, "What follows from the ledger"). Whole numbers only. */
export const timeReportSchema = z.strictObject({
  range: timeRangeSchema,
  /** W: work time, the worker's answers and corrections included. */
  workMs: durationMsSchema,
  /** U: shown beside W, never inside. */
  undeterminedMs: durationMsSchema,
  /** L: shown beside W, never inside. */
  outageMs: durationMsSchema,
  awayMs: durationMsSchema,
  byActivityMs: byActivityMsSchema,
  /** Shares of W; they add up to `workMs`. */
  sourcesMs: z.strictObject({ measured: durationMsSchema, inferred: durationMsSchema, declared: durationMsSchema }),
  /** The same totals with every answer and correction ignored. */
  asRecorded: z.strictObject({ workMs: durationMsSchema, undeterminedMs: durationMsSchema }),
  /** Time with an item open (rework included) by outcome; `pending` holds what nobody has decided about yet. */
  taskOutcomeMs: z.strictObject({ paid: durationMsSchema, pending: durationMsSchema, unpaid: durationMsSchema }),
  /** One entry a currency, by currency code. */
  pay: z.array(payReportSchema),
  /** i = (O + R) / W: everything around the items. */
  invisibleShareBp: shareBpSchema,
  /** u = (W - T_paid - T_pend) / W. */
  unpaidShareBp: shareBpSchema,
  submissions: z.int().min(0),
  breaks: z.strictObject({
    due: z.int().min(0),
    taken: z.int().min(0),
    postponed: z.int().min(0),
    interrupted: z.int().min(0),
  }),
  /** Time of the gaps between beats, jumps of the wall clock, and whether input outside the page could be seen. */
  clock: z.strictObject({
    gapsMs: durationMsSchema,
    anomalies: z.int().min(0),
    idleSource: z.enum(['system', 'app']),
  }),
  /** True time by task, by id: `trueMs` adds up to `workMs` exactly (when any task has time of its own). */
  tasks: z.array(z.strictObject({ id: idSchema, ownMs: durationMsSchema, trueMs: durationMsSchema })),
});
export type TimeReport = Readonly<z.infer<typeof timeReportSchema>>;
