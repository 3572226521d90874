import { because } from '../../i18n/reason.ts';
import { toldWork } from '../labour.ts';
import { breaksSchema } from '../statements/fields.ts';
import { type Claim, type Judgement, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import { sumByKey } from './sums.ts';
import type { VerificationFinding } from '../report.ts';

const shape = { breaks: breaksSchema };

/** Whether breaks were kept. */
export const breaks: Claim<'breaks', typeof shape> = {
  id: 'breaks',
  shape,
  collect: ({ workers }) => ({
    breaks: sumByKey(
      ['due', 'taken', 'postponed', 'interrupted'],
      toldWork(workers).map((work) => work.breaks),
    ),
  }),
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { taken, interrupted } = manifest.breaks;
    if (taken + interrupted > 0 && manifest.workers.included === manifest.timeWithheldBy) {
      findings.push(fault('E_SUM', 'breaks', 'breaksOfNobody'));
    }
    findings.push(...recollected({ claim: breaks, manifest, evidence, code: 'E_SUM' }));
    return findings;
  },
  judge: (_manifest, { opened }): Judgement =>
    opened
      ? { status: 'VERIFIED', ...because('basis', 'sumSigned') }
      : { status: 'ASSERTED', ...because('basis', 'countsStated') },
  asserted: [],
};
