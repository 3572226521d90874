import { because } from '../../i18n/reason.ts';
import { z } from 'zod';
import { sha256Schema } from '../../core/ids.ts';
import { standingOf } from '../labour.ts';
import { countSchema } from '../statements/fields.ts';
import { type Claim, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import type { VerificationFinding } from '../report.ts';

const shape = {
  workers: z.strictObject({
    enrolled: countSchema,
    included: countSchema,
    withdrawnZeroWork: countSchema,
    disputed: countSchema,
    /** Keys that were lost and enrolled again on a witness's word. */
    rebound: countSchema,
  }),
  /** One salted commitment an included worker: RFC 6962 tree over the sorted leaf hashes. */
  workerRows: z.strictObject({ treeSize: countSchema, rootSha256: sha256Schema, leafHashesSha256: sha256Schema }),
};

/** Who worked: how many, and one commitment each, by which every worker can find their own row. */
export const workers: Claim<'workers', typeof shape> = {
  id: 'workers',
  shape,
  collect({ workers: all, rows }) {
    const count = (standing: string): number => all.filter((worker) => standingOf(worker) === standing).length;
    return {
      workers: {
        enrolled: all.length,
        included: count('included'),
        withdrawnZeroWork: count('withdrawn'),
        disputed: count('disputed'),
        rebound: all.filter(({ enrolment }) => enrolment.statement.predicate.rebound).length,
      },
      workerRows: {
        treeSize: rows.leafHashes.length,
        rootSha256: rows.rootSha256,
        leafHashesSha256: rows.leafHashesSha256,
      },
    };
  },
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const { enrolled, included, withdrawnZeroWork, disputed, rebound } = manifest.workers;
    const { treeSize, rootSha256, leafHashesSha256 } = manifest.workerRows;
    if (enrolled !== included + withdrawnZeroWork + disputed) {
      findings.push(fault('E_OMISSION', 'workers/enrolled', 'workerSum'));
    }
    if (rebound > enrolled) findings.push(fault('E_SUM', 'workers/rebound', 'moreThanEnrolled'));
    if (included !== treeSize) findings.push(fault('E_ROWS', 'workerRows/treeSize', 'rowCount'));
    if (!evidence.rows) findings.push(fault('E_ROWS', 'workerRows', 'noRowList'));
    else {
      const { rows } = evidence;
      if (rows.leafHashes.some((leaf, index) => index > 0 && leaf <= (rows.leafHashes[index - 1] as string))) {
        findings.push(fault('E_ROWS', 'workerRows', 'rowsUnsorted'));
      }
      if (rows.leafHashes.length !== treeSize) findings.push(fault('E_ROWS', 'workerRows/treeSize', 'rowListLength'));
      if (rows.rootSha256 !== rootSha256) findings.push(fault('E_ROWS', 'workerRows/rootSha256', 'rowListRoot'));
      if (rows.leafHashesSha256 !== leafHashesSha256) {
        findings.push(fault('E_ROWS', 'workerRows/leafHashesSha256', 'rowListDigest'));
      }
    }
    findings.push(...recollected({ claim: workers, manifest, evidence, code: 'E_OMISSION' }));
    return findings;
  },
  judge: (manifest) =>
    manifest.workers.disputed > 0
      ? { status: 'DISPUTED', ...because('basis', 'workersContested') }
      : {
          status: 'ASSERTED',
          ...because('basis', 'workersCounted'),
        },
  asserted: [],
};
