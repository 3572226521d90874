import { because } from '../../i18n/reason.ts';
import { durationMsSchema } from '../../core/ids.ts';
import { weeksBetween } from '../dates.ts';
import { workActivities } from '../../time/activity.ts';
import { includedWorkers, toldWork } from '../labour.ts';
import { countSchema, durationsSchema, periodSchema, sourcesSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumByKey, sumOf, totalOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  period: periodSchema,
  durationsMs: durationsSchema,
  totalMs: durationMsSchema,
  sourcesMs: sourcesSchema,
  /** Beside work time, never inside. */
  undeterminedMs: durationMsSchema,
  /** Beside work time, never inside. */
  outageMs: durationMsSchema,
  /** Included workers who kept their time to themselves: none of these sums has it. */
  timeWithheldBy: countSchema,
};

const WEEK_MS = 7 * 86_400_000;

/** How long the work took, all of it, by activity. */
export const time: Claim<'time', typeof shape> = {
  id: 'time',
  shape,
  collect(sources) {
    const work = toldWork(sources.workers);
    const durationsMs = sumByKey(
      workActivities,
      work.map((one) => one.durationsMs),
    );
    const weeks = work.flatMap(({ period }) => (period ? [period] : []));
    return {
      period:
        weeks.length === 0
          ? null
          : {
              fromWeek: weeks.map(({ fromWeek }) => fromWeek).toSorted()[0] as string,
              toWeek: weeks
                .map(({ toWeek }) => toWeek)
                .toSorted()
                .at(-1) as string,
            },
      durationsMs,
      totalMs: totalOf(durationsMs),
      sourcesMs: sumByKey(
        ['measured', 'inferred', 'declared'],
        work.map((one) => one.sourcesMs),
      ),
      undeterminedMs: sumOf(work, (one) => one.undeterminedMs),
      outageMs: sumOf(work, (one) => one.outageMs),
      timeWithheldBy: includedWorkers(sources.workers).length - work.length,
    };
  },
  check(manifest, evidence) {
    const tellers = manifest.workers.included - manifest.timeWithheldBy;
    const findings: VerificationFinding[] = [...timeFaults(manifest, tellers)];
    if (tellers < 0) findings.push(fault('E_SUM', 'timeWithheldBy', 'moreThanIncluded'));
    const known = sumOf(toldWork(evidence.workers), ({ totalMs }) => totalMs);
    if (known > manifest.totalMs) {
      findings.push(fault('E_OMISSION', 'totalMs', 'lessThanSigned'));
    }
    findings.push(...recollected({ claim: time, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge(manifest, { opened, workers }): Judgement {
    const included = includedWorkers(workers);
    if (included.some(({ work }) => work.statement.predicate.protest !== '')) {
      return { status: 'DISPUTED', ...because('basis', 'timeProtested') };
    }
    const { timeWithheldBy, workers: counts } = manifest;
    if (timeWithheldBy > 0) {
      return {
        status: 'ASSERTED',
        ...because('basis', 'timeWithheld', { withheld: timeWithheldBy, included: counts.included }),
      };
    }
    return opened
      ? {
          status: 'VERIFIED',
          ...because('basis', 'timeSigned'),
        }
      : {
          status: 'ASSERTED',
          ...because('basis', 'timeStated'),
        };
  },
  asserted: [],
};

/** The figures of time, of one worker or of many, as far as they can contradict each other. */
export interface TimeFigures {
  readonly period: { readonly fromWeek: string; readonly toWeek: string } | null;
  readonly durationsMs: Parameters<typeof totalOf>[0];
  readonly totalMs: number;
  readonly sourcesMs: { readonly measured: number; readonly inferred: number; readonly declared: number };
  readonly undeterminedMs: number;
  readonly outageMs: number;
}

/** Wrong sums, and more hours than the weeks had for so many people. */
export function timeFaults(figures: TimeFigures, people: number): readonly VerificationFinding[] {
  const findings: VerificationFinding[] = [];
  const { measured, inferred, declared } = figures.sourcesMs;
  if (totalOf(figures.durationsMs) !== figures.totalMs) {
    findings.push(fault('E_SUM', 'totalMs', 'activitySum'));
  }
  if (measured + inferred + declared !== figures.totalMs) {
    findings.push(fault('E_SUM', 'sourcesMs', 'sourceSum'));
  }
  const weeks = figures.period ? weeksBetween(figures.period.fromWeek, figures.period.toWeek) : 0;
  if (figures.period && !(weeks >= 1)) findings.push(fault('E_TIME_BOUND', 'period', 'periodReversed'));
  const allMs = figures.totalMs + figures.undeterminedMs + figures.outageMs;
  if (allMs > Math.max(weeks, 0) * WEEK_MS * people) {
    findings.push(fault('E_TIME_BOUND', 'totalMs', 'moreThanWeeks'));
  }
  return findings;
}

/** True unless the true times add up to all work time; without any time of their own there is nothing to divide it by. */
export function taskTimesDiffer(
  tasks: readonly { readonly ownMs: number; readonly trueMs: number }[],
  totalMs: number,
): boolean {
  const own = sumOf(tasks, ({ ownMs }) => ownMs);
  return sumOf(tasks, ({ trueMs }) => trueMs) !== (own === 0 ? 0 : totalMs);
}
