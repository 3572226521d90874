import { z } from 'zod';
import { minorSchema } from '../core/ids.ts';
import type { Outcome, TaskFact } from './task-fact.ts';

/**
 * Pay in one currency, and what it makes per hour of all work time.
 *
 * `effectiveHourlyMinor` is null under 10 minutes of work time or 5 submissions ("not enough time yet").
 * low = received / (W + U), value = received / W, high = (received + pending) / W; rounded down, see `hourlyMinor`.
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

const HOUR_MS = 3_600_000n;
const LEAST_WORK_MS = 600_000;
const LEAST_SUBMISSIONS = 5;

/** What became of the time and pay of an outcome. What nobody has decided about yet is pending. */
export function standing(outcome: Outcome): 'paid' | 'pending' | 'unpaid' {
  if (outcome === 'accepted') return 'paid';
  return outcome === 'pending' || outcome === 'open' ? 'pending' : 'unpaid';
}

/** The outcome that decides about a task's pay: that of its rework, if there was any. */
export function finalOutcome(fact: TaskFact): Outcome {
  return fact.reworkOutcome ?? fact.outcome;
}

/** True if something was handed in for the task. */
export function isSubmitted(fact: TaskFact): boolean {
  return fact.outcome !== 'open' && fact.outcome !== 'skipped' && fact.outcome !== 'expired';
}

/** Times that pay is divided by, in milliseconds. `openMs`: with an item open that was handed in, rework left out. */
export interface PaidHours {
  readonly workMs: number;
  readonly undeterminedMs: number;
  readonly openMs: number;
}

/** One entry a currency, by code (time.md, "What follows from the ledger"). */
export function payReports(facts: readonly TaskFact[], hours: PaidHours): PayReport[] {
  const currencies = [...new Set(facts.map((fact) => fact.currency))].toSorted();
  const enough = isEnoughForRate(hours.workMs, facts.filter(isSubmitted).length);
  return currencies.map((currency) => {
    const own = facts.filter((fact) => fact.currency === currency && isSubmitted(fact));
    const sum = (of: 'paid' | 'pending' | 'unpaid') =>
      own.filter((fact) => standing(finalOutcome(fact)) === of).reduce((total, fact) => total + fact.payMinor, 0);
    const [receivedMinor, pendingMinor, refusedMinor] = [sum('paid'), sum('pending'), sum('unpaid')];
    return {
      currency,
      receivedMinor,
      pendingMinor,
      refusedMinor,
      effectiveHourlyMinor: enough
        ? {
            low: hourlyMinor(receivedMinor, hours.workMs + hours.undeterminedMs) ?? 0,
            value: hourlyMinor(receivedMinor, hours.workMs) ?? 0,
            high: hourlyMinor(receivedMinor + pendingMinor, hours.workMs) ?? 0,
          }
        : null,
      naiveHourlyMinor: enough ? hourlyMinor(receivedMinor + pendingMinor + refusedMinor, hours.openMs) : null,
    };
  });
}

/**
 * Minor units an hour, rounded down: floor(minor * 3,600,000 / ms). Exact for any safe integers; null for no time.
 *
 * The one rule for every rate, in the app, the reports and the manifest: a rate never says more than was paid, so one
 * that equals a promised floor means that the floor was kept (docs/decisions, "Rates are rounded down").
 */
export function hourlyMinor(minor: number, ms: number): number | null {
  return ms === 0 ? null : Number((BigInt(minor) * HOUR_MS) / BigInt(ms));
}

/** False while a rate would be noise: under 10 minutes of work time or 5 submissions (time.md). */
export function isEnoughForRate(workMs: number, submissions: number): boolean {
  return workMs >= LEAST_WORK_MS && submissions >= LEAST_SUBMISSIONS;
}
