import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { type ContentEntry, includedWorkers, type WorkerRecord } from '../labour.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  coverage: z.strictObject({ annotationsInDataset: countSchema, annotationsAttributed: countSchema }),
};

/** Every annotation of the dataset is some included worker's: nobody's work is used without their row. */
export const coverage: Claim<'coverage', typeof shape> = {
  id: 'coverage',
  shape,
  collect: ({ workers, content }) => ({
    coverage: {
      annotationsInDataset: sumOf(content, annotationsOf),
      annotationsAttributed: sumOf(attributed(content, workers), annotationsOf),
    },
  }),
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { annotationsInDataset, annotationsAttributed } = manifest.coverage;
    if (annotationsInDataset !== annotationsAttributed) {
      findings.push(fault('E_COVERAGE', 'coverage/annotationsAttributed', 'uncovered'));
    }
    if (!evidence.content) findings.push(fault('E_COVERAGE', 'coverage', 'uncountable'));
    else if (sumOf(evidence.content, annotationsOf) !== annotationsInDataset) {
      findings.push(fault('E_COVERAGE', 'coverage/annotationsInDataset', 'notAnnotationCount'));
    }
    findings.push(...recollected({ claim: coverage, manifest, evidence, code: 'E_COVERAGE' }));
    return findings;
  },
  judge: (_manifest, { opened, formatsCompared }): Judgement =>
    opened && !formatsCompared
      ? {
          status: 'ASSERTED',
          ...because('basis', 'coverageNotCompared'),
        }
      : opened
        ? {
            status: 'VERIFIED',
            ...because('basis', 'coverageSigned'),
          }
        : { status: 'ASSERTED', ...because('basis', 'coverageCounted') },
  asserted: [],
};

/** The entries whose submission is in some included worker's signed tree. */
function attributed(content: readonly ContentEntry[], workers: readonly WorkerRecord[]): readonly ContentEntry[] {
  const leaves = new Set(includedWorkers(workers).flatMap(({ annotationLeaves }) => annotationLeaves ?? []));
  return content.filter(({ leaf }) => leaf !== null && leaves.has(leaf));
}

function annotationsOf({ origins }: ContentEntry): number {
  return origins.hand + origins.accepted + origins.edited;
}
