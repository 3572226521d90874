import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { durationMsSchema } from '../../core/ids.ts';
import { GROUP_MIN_WORKERS, toldWork } from '../labour.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  /** Time with flagged content unveiled, of those who opted in; null if they are fewer than 5. */
  exposure: z.strictObject({ workers: countSchema, exposureMs: durationMsSchema }).nullable(),
};

/** How long people looked at violent or vile content, if enough of them chose to tell. */
export const exposure: Claim<'exposure', typeof shape> = {
  id: 'exposure',
  shape,
  collect(sources) {
    const told = toldWork(sources.workers).flatMap(({ exposureMs }) => exposureMs ?? []);
    return {
      exposure:
        told.length < GROUP_MIN_WORKERS
          ? null
          : { workers: told.length, exposureMs: sumOf(told, (exposureMs) => exposureMs) },
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const told = manifest.exposure;
    if (told && told.workers < GROUP_MIN_WORKERS) {
      findings.push(fault('E_ROWS', 'exposure/workers', 'singleWorkers'));
    }
    if (told && told.workers > manifest.workers.included) {
      findings.push(fault('E_SUM', 'exposure/workers', 'moreThanIncluded'));
    }
    if (told && told.exposureMs > manifest.totalMs + manifest.undeterminedMs) {
      findings.push(fault('E_TIME_BOUND', 'exposure/exposureMs', 'moreThanAllTime'));
    }
    findings.push(...recollected({ claim: exposure, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge: (manifest, { opened }): Judgement =>
    manifest.exposure === null
      ? { status: 'ASSERTED', ...because('basis', 'exposureWithheld') }
      : opened
        ? { status: 'VERIFIED', ...because('basis', 'sumSigned') }
        : { status: 'ASSERTED', ...because('basis', 'sumStated') },
  asserted: [],
};
