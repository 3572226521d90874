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
      findings.push(
        fault('E_OMISSION', 'workers/enrolled', 'is not the sum of included, withdrawn and disputed workers'),
      );
    }
    if (rebound > enrolled) findings.push(fault('E_SUM', 'workers/rebound', 'is more than enrolled'));
    if (included !== treeSize)
      findings.push(fault('E_ROWS', 'workerRows/treeSize', 'is not the number of included workers'));
    if (!evidence.rows) findings.push(fault('E_ROWS', 'workerRows', 'has no list of rows in the package'));
    else {
      const { rows } = evidence;
      if (rows.leafHashes.some((leaf, index) => index > 0 && leaf <= (rows.leafHashes[index - 1] as string))) {
        findings.push(fault('E_ROWS', 'workerRows', 'the list of rows is not sorted or has a row twice'));
      }
      if (rows.leafHashes.length !== treeSize)
        findings.push(fault('E_ROWS', 'workerRows/treeSize', 'is not the length of the list of rows'));
      if (rows.rootSha256 !== rootSha256)
        findings.push(fault('E_ROWS', 'workerRows/rootSha256', 'is not the root of the list of rows'));
      if (rows.leafHashesSha256 !== leafHashesSha256) {
        findings.push(fault('E_ROWS', 'workerRows/leafHashesSha256', 'is not the digest of the list of rows'));
      }
    }
    findings.push(...recollected({ claim: workers, manifest, evidence, code: 'E_OMISSION' }));
    return findings;
  },
  judge: (manifest) =>
    manifest.workers.disputed > 0
      ? { status: 'DISPUTED', basis: 'At least one worker’s record is contested and stands outside the totals.' }
      : {
          status: 'ASSERTED',
          basis:
            'Counts and commitments agree. That nobody was left out only the workers can tell, each by looking for their own row.',
        },
  asserted: [],
};
