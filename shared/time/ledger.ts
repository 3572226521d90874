import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { breakActSchema } from './journal-record.ts';
import { segmentSchema } from './segment.ts';

/** One session: from signing on to signing off, or to where a crash cut it. */
export const sessionSpanSchema = z.strictObject({
  session: z.int().min(1),
  startUtcMs: instantSchema,
  zone: z.string().min(1).max(64),
  /** Length so far, sleep included: the sum of its segments. */
  durationMs: durationMsSchema,
  closed: z.boolean(),
  /**
   * How long the worker had been signed off before, as far as known; null for the first session. By the boot clock
   * within one boot. Across boots no clock but the wall knows: used for rest rules only, never counted as time.
   */
  offBeforeMs: durationMsSchema.nullable(),
  /** The part of it that only the wall clock says; missing where all of it is sure. */
  offByWallMs: durationMsSchema.optional(),
  /** By how much the wall clock is known to have been set meanwhile, forward positive; missing where it was not. */
  wallSetMs: z.int().optional(),
  /** Whether input outside the page could be seen, as of the last beat; `app` when the system's idle time was not to be had. */
  idleSource: z.enum(['system', 'app']),
});
export type SessionSpan = Readonly<z.infer<typeof sessionSpanSchema>>;

/** A jump of the wall clock against the boot clock. Never a duration. */
export const clockAnomalySchema = z.strictObject({
  session: z.int().min(1),
  seq: z.int().min(1),
  wallMs: instantSchema,
  /** Positive when the wall clock was set forward. */
  deltaMs: z.int(),
});
export type ClockAnomaly = Readonly<z.infer<typeof clockAnomalySchema>>;

/** A break act, at its place in the session. */
export const placedBreakActSchema = z.strictObject({
  session: z.int().min(1),
  offsetMs: durationMsSchema,
  wallMs: instantSchema,
  projectId: idSchema.nullable(),
  act: breakActSchema,
  rule: z.string(),
  lengthMs: durationMsSchema,
  complete: z.boolean(),
});
export type BreakAct = Readonly<z.infer<typeof placedBreakActSchema>>;

/**
 * What the journal's beats come to, oldest first. Answers and corrections are not in it; see `declarations.ts`.
 * Segments never overlap and cover every session whole, the open one up to its last beat.
 */
export const ledgerSchema = z.strictObject({
  sessions: z.array(sessionSpanSchema).readonly(),
  segments: z.array(segmentSchema).readonly(),
  anomalies: z.array(clockAnomalySchema).readonly(),
  breakActs: z.array(placedBreakActSchema).readonly(),
});
export type Ledger = Readonly<z.infer<typeof ledgerSchema>>;

export const emptyLedger: Ledger = { sessions: [], segments: [], anomalies: [], breakActs: [] };

/** Puts the ledgers of different sessions one behind the other. */
export function joinLedgers(ledgers: readonly Ledger[]): Ledger {
  return {
    sessions: ledgers.flatMap((ledger) => ledger.sessions),
    segments: ledgers.flatMap((ledger) => ledger.segments),
    anomalies: ledgers.flatMap((ledger) => ledger.anomalies),
    breakActs: ledgers.flatMap((ledger) => ledger.breakActs),
  };
}
