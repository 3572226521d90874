import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { commonCare, isKept, type ProjectCare, projectCareSchema } from '../../project/care.ts';
import { toldWork, type WorkerRecord } from '../labour.ts';
import type { VerificationFinding } from '../report.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, fault, type Judgement } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';

const shape = {
  /** Missing in packages made before it was told. */
  care: z
    .strictObject({
      /**
       * What every worker had been told of the content before their first task, and the project's limits that held for
       * all of them; null if an enrolment does not say.
       */
      before: projectCareSchema.nullable(),
      /** The same as of this release: what is only here was said or set while people were at work. */
      atRelease: projectCareSchema,
      /** Items whose hazard only a worker named, summed over those who told their time; null if nobody's statement says. */
      undisclosedHazards: countSchema.nullable(),
    })
    .optional(),
};

/** Whether workers were warned of the content before they began, and which limits protected their rest. */
export const care: Claim<'care', typeof shape> = {
  id: 'care',
  shape,
  collect: ({ workers, care: atRelease }) => {
    const told = toldWork(workers).flatMap(({ undisclosedHazards }) => undisclosedHazards ?? []);
    return {
      care: {
        before: toldBefore(workers),
        atRelease,
        undisclosedHazards: told.length === 0 ? null : sumOf(told, (count) => count),
      },
    };
  },
  check(manifest, evidence) {
    if (!manifest.care) {
      const isLeftOut = evidence.workers.some(({ enrolment }) => enrolment.statement.predicate.care !== undefined);
      return isLeftOut ? [fault('E_OMISSION', 'care', 'careLeftOut')] : [];
    }
    const findings: VerificationFinding[] = [];
    const { before, atRelease } = manifest.care;
    if (before && !isKept(before, atRelease)) {
      findings.push(fault('E_OMISSION', 'care/atRelease', 'careTakenBack'));
    }
    findings.push(...recollected({ claim: care, manifest, evidence, code: 'E_OMISSION' }));
    return findings;
  },
  judge(manifest, { opened }): Judgement {
    if (!manifest.care) return { status: 'ASSERTED', ...because('basis', 'careNotAsked') };
    if (manifest.care.before === null) {
      return { status: 'ASSERTED', ...because('basis', 'careNotKept') };
    }
    return opened
      ? { status: 'VERIFIED', ...because('basis', 'careSigned') }
      : {
          status: 'ASSERTED',
          ...because('basis', 'careStated'),
        };
  },
  asserted: ['care/atRelease'],
};

function toldBefore(workers: readonly WorkerRecord[]): ProjectCare | null {
  const told = workers.map(({ enrolment }) => enrolment.statement.predicate.care);
  const known = told.filter((one) => one !== undefined);
  return known.length < told.length || known.length === 0 ? null : commonCare(known);
}
