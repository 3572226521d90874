import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { minorSchema } from '../../core/ids.ts';
import { hourlyMinor, isEnoughForRate } from '../../time/pay-report.ts';
import { SPREAD_MIN_WORKERS, includedWorkers, toldWork } from '../labour.ts';
import { currencySchema, daySchema } from '../statements/fields.ts';
import { isTold } from '../statements/work-statement.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { pay } from './pay.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';
import { time } from './time.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  effectiveHourlyMinor: z.strictObject({
    /** All pay / all work time. */
    pooled: minorSchema.nullable(),
    /** All pay / time with an item open: the rate that hides the unpaid work. For comparison only. */
    taskTimeOnlyPooled: minorSchema.nullable(),
    /** Over workers, each at their own rate; null under 10 workers. */
    median: minorSchema.nullable(),
    p10: minorSchema.nullable(),
  }),
  referenceWage: z
    .strictObject({
      currency: currencySchema,
      perHourMinor: minorSchema,
      source: z.string().min(1).max(500),
      date: daySchema,
    })
    .nullable(),
};

/** Pay per hour of all work. A verifier computes it, never believes it. */
export const rate: Claim<'rate', typeof shape> = {
  id: 'rate',
  shape,
  collect(sources) {
    const included = includedWorkers(sources.workers);
    const rates = included
      .flatMap(({ work, settlement }) => {
        const { predicate } = work.statement;
        if (!isTold(predicate)) return [];
        return hourlyMinor(settlement.statement.predicate.pay.netMinor, predicate.totalMs) ?? [];
      })
      .toSorted((a, b) => a - b);
    const isSpread = included.length >= SPREAD_MIN_WORKERS && rates.length >= SPREAD_MIN_WORKERS;
    const work = toldWork(sources.workers);
    const pooled = pooledRates({
      netMinor: sumOf(included, ({ settlement }) => settlement.statement.predicate.pay.netMinor),
      totalMs: sumOf(work, (one) => one.totalMs),
      taskMs: sumOf(work, (one) => one.durationsMs.task + one.durationsMs.rework),
      submitted: sumOf(included, (one) => one.work.statement.predicate.items.submitted),
      timeWithheldBy: included.length - work.length,
    });
    return {
      effectiveHourlyMinor: {
        ...pooled,
        median: isSpread ? medianOf(rates) : null,
        p10: isSpread ? (rates[Math.ceil(rates.length / 10) - 1] as number) : null,
      },
      referenceWage: sources.referenceWage,
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { pooled, taskTimeOnlyPooled, median, p10 } = manifest.effectiveHourlyMinor;
    const expected = ratesOf(manifest);
    if (pooled !== expected.pooled) {
      findings.push(fault('E_RATE', 'effectiveHourlyMinor/pooled', 'notPooledRate'));
    }
    if (taskTimeOnlyPooled !== expected.taskTimeOnlyPooled) {
      findings.push(fault('E_RATE', 'effectiveHourlyMinor/taskTimeOnlyPooled', 'notTaskRate'));
    }
    if (manifest.workers.included < SPREAD_MIN_WORKERS && (median !== null || p10 !== null)) {
      findings.push(fault('E_RATE', 'effectiveHourlyMinor/median', 'singleWorkers'));
    }
    if ((median === null) !== (p10 === null) || (median ?? 0) < (p10 ?? 0)) {
      findings.push(fault('E_RATE', 'effectiveHourlyMinor/p10', 'notWithMedian'));
    }
    findings.push(...recollected({ claim: rate, manifest, evidence, code: 'E_RATE' }));
    return findings;
  },
  judge(manifest, evidence): Judgement {
    const parts = [time.judge(manifest, evidence).status, pay.judge(manifest, evidence).status];
    const status = parts.includes('DISPUTED') ? 'DISPUTED' : parts.includes('ASSERTED') ? 'ASSERTED' : 'VERIFIED';
    const basis =
      manifest.timeWithheldBy > 0
        ? because('basis', 'rateWithheld')
        : manifest.effectiveHourlyMinor.pooled === null
          ? because('basis', 'rateTooLittle')
          : because('basis', 'rateComputed');
    return { status, ...basis };
  },
  asserted: ['referenceWage'],
};

/**
 * Both rates that a manifest's own figures give. Null under 10 minutes of work or 5 submissions, and where anyone withheld
 * their time: the pay of all by the time of some would say too much.
 */
function pooledRates(figures: {
  readonly netMinor: number;
  readonly totalMs: number;
  readonly taskMs: number;
  readonly submitted: number;
  readonly timeWithheldBy: number;
}): { readonly pooled: number | null; readonly taskTimeOnlyPooled: number | null } {
  const enough = figures.timeWithheldBy === 0 && isEnoughForRate(figures.totalMs, figures.submitted);
  return {
    pooled: enough ? hourlyMinor(figures.netMinor, figures.totalMs) : null,
    taskTimeOnlyPooled: enough ? hourlyMinor(figures.netMinor, figures.taskMs) : null,
  };
}

function ratesOf(manifest: DatasetManifest): ReturnType<typeof pooledRates> {
  return pooledRates({
    netMinor: manifest.pay.netMinor,
    totalMs: manifest.totalMs,
    taskMs: manifest.durationsMs.task + manifest.durationsMs.rework,
    submitted: manifest.items.submitted,
    timeWithheldBy: manifest.timeWithheldBy,
  });
}

/** The middle of sorted rates; between two, their mean rounded down. */
function medianOf(sorted: readonly number[]): number {
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper] as number;
  return sorted.length % 2 === 1 ? high : Math.floor(((sorted[upper - 1] as number) + high) / 2);
}
