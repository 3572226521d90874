import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { rejectionCodeSchema } from '../../project/task.ts';
import { includedWorkers } from '../labour.ts';
import { appealsSchema, countSchema, rejectionsSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumByKey, sumOf } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  items: z.strictObject({
    /** Labelled items in this dataset. */
    inDataset: countSchema,
    claimed: countSchema,
    submitted: countSchema,
    accepted: countSchema,
    rejected: countSchema,
    pending: countSchema,
    skipped: countSchema,
    expired: countSchema,
    rework: countSchema,
  }),
  rejections: rejectionsSchema,
  appeals: appealsSchema,
};

/** How many items were worked on and what became of them: workers say what they did, the requester what was accepted. */
export const items: Claim<'items', typeof shape> = {
  id: 'items',
  shape,
  collect({ workers, content }) {
    const included = includedWorkers(workers);
    const done = sumByKey(
      ['claimed', 'submitted', 'skipped', 'expired', 'rework'],
      included.map(({ work }) => work.statement.predicate.items),
    );
    const settled = included.map(({ settlement }) => settlement.statement.predicate);
    const verdicts = sumByKey(
      ['accepted', 'rejected', 'pending'],
      settled.map((one) => one.items),
    );
    return {
      items: { inDataset: content.filter(({ leaf }) => leaf !== null).length, ...done, ...verdicts },
      rejections: rejectionCodeSchema.options.flatMap((code) => {
        const reasons = settled.flatMap((one) => one.rejections.filter((reason) => reason.code === code));
        return reasons.length === 0 ? [] : [{ code, count: sumOf(reasons, (reason) => reason.count) }];
      }),
      appeals: sumByKey(
        ['made', 'upheld', 'dismissed'],
        settled.map((one) => one.appeals),
      ),
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { submitted, accepted, rejected, pending, inDataset } = manifest.items;
    if (accepted + rejected + pending !== submitted) {
      findings.push(fault('E_OMISSION', 'items/submitted', 'verdictSum'));
    }
    if (sumOf(manifest.rejections, ({ count }) => count) !== rejected) {
      findings.push(fault('E_OMISSION', 'rejections', 'reasonsMissing'));
    }
    if (manifest.appeals.upheld + manifest.appeals.dismissed > manifest.appeals.made) {
      findings.push(fault('E_SUM', 'appeals', 'moreOutcomes'));
    }
    const labelled = evidence.content?.filter(({ leaf }) => leaf !== null).length;
    if (labelled !== undefined && labelled !== inDataset) {
      findings.push(fault('E_COVERAGE', 'items/inDataset', 'notItemCount'));
    }
    findings.push(...recollected({ claim: items, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge(manifest, { opened }): Judgement {
    const { made, upheld, dismissed } = manifest.appeals;
    if (made > upheld + dismissed) return { status: 'DISPUTED', ...because('basis', 'appealOpen') };
    return opened
      ? {
          status: 'VERIFIED',
          ...because('basis', 'itemsSigned'),
        }
      : { status: 'ASSERTED', ...because('basis', 'countsStated') };
  },
  asserted: [],
};
