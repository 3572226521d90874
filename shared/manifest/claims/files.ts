import { because } from '../../i18n/reason.ts';
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
      findings.push(fault('E_SUBJECT', 'files/count', 'signedFileCount'));
    }
    const signed = new Set<string>();
    for (const { name, digest } of subjects) {
      if (signed.has(name)) {
        findings.push({ code: 'E_SUBJECT', path: name, ...because('verified', 'signedTwice') });
        continue;
      }
      signed.add(name);
      const found = dataFiles.get(name);
      if (found === undefined)
        findings.push({ code: 'E_SUBJECT', path: name, ...because('verified', 'signedMissing') });
      else if (found !== digest.sha256) {
        findings.push({ code: 'E_SUBJECT', path: name, ...because('verified', 'signedDiffers') });
      }
    }
    for (const path of dataFiles.keys()) {
      if (!signed.has(path)) findings.push({ code: 'E_EXTRA_FILE', path, ...because('verified', 'unsignedFile') });
    }
    return findings;
  },
  judge: () => ({
    status: 'VERIFIED',
    ...because('basis', 'filesSigned'),
  }),
  asserted: [],
};
