import { sha256Schema } from '../../core/ids.ts';
import { termsSchema } from '../../project/terms.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { toHex } from '../encoding/hex.ts';
import { type Claim, fault } from './claim.ts';
import { recollected } from './recollect.ts';
import type { VerificationFinding } from '../report.ts';

const shape = { terms: termsSchema, termsSha256: sha256Schema };

/** The promised terms: what every worker was shown and signed before any work. */
export const terms: Claim<'terms', typeof shape> = {
  id: 'terms',
  shape,
  collect: (sources) => ({ terms: sources.terms, termsSha256: sources.termsSha256 }),
  check(manifest, evidence) {
    const findings: VerificationFinding[] = [];
    const bytes = toUtf8(canonicalJson(manifest.terms));
    if (toHex(evidence.crypto.sha256(bytes)) !== manifest.termsSha256) {
      findings.push(fault('E_SUBJECT', 'termsSha256', 'is not the digest of these terms'));
    }
    if (manifest.pay.currency !== manifest.terms.currency) {
      findings.push(fault('E_UNIT', 'pay/currency', 'is not the currency of the terms'));
    }
    findings.push(...recollected({ claim: terms, manifest, evidence, code: 'E_REPLAY' }));
    return findings;
  },
  judge: (_manifest, { opened }) =>
    opened
      ? { status: 'VERIFIED', basis: 'Every worker signed these terms at enrolment.' }
      : {
          status: 'ASSERTED',
          basis: 'The requester states these terms; the enrolments that workers signed are not published.',
        },
  asserted: [],
};
