import { z } from 'zod';
import { countSchema } from '../statements/fields.ts';
import { type Claim, fault } from './claim.ts';
import type { VerificationFinding } from '../report.ts';

const shape = { files: z.strictObject({ count: countSchema }) };

/** The dataset's files are the ones that were signed: same digests, none missing, none more. */
export const files: Claim<'files', typeof shape> = {
  id: 'files',
  shape,
  collect: ({ fileCount }) => ({ files: { count: fileCount } }),
  check(manifest, { subjects, dataFiles }) {
    const findings: VerificationFinding[] = [];
    if (manifest.files.count !== subjects.length) {
      findings.push(fault('E_SUBJECT', 'files/count', 'is not the number of signed files'));
    }
    const signed = new Set<string>();
    for (const { name, digest } of subjects) {
      if (signed.has(name)) {
        findings.push({ code: 'E_SUBJECT', path: name, message: 'is signed twice' });
        continue;
      }
      signed.add(name);
      const found = dataFiles.get(name);
      if (found === undefined) findings.push({ code: 'E_SUBJECT', path: name, message: 'was signed but is not there' });
      else if (found !== digest.sha256) {
        findings.push({ code: 'E_SUBJECT', path: name, message: 'is not the file that was signed' });
      }
    }
    for (const path of dataFiles.keys()) {
      if (!signed.has(path))
        findings.push({ code: 'E_EXTRA_FILE', path, message: 'is in the dataset but was not signed' });
    }
    return findings;
  },
  judge: () => ({
    status: 'VERIFIED',
    basis: 'Every file in data/ has the SHA-256 digest that the requester signed, and there is no other file.',
  }),
  asserted: [],
};
