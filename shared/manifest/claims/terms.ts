import { because } from '../../i18n/reason.ts';
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
      findings.push(fault('E_SUBJECT', 'termsSha256', 'termsDigest'));
    }
    if (manifest.pay.currency !== manifest.terms.currency) {
      findings.push(fault('E_UNIT', 'pay/currency', 'termsCurrency'));
    }
    findings.push(...recollected({ claim: terms, manifest, evidence, code: 'E_REPLAY' }));
    return findings;
  },
  judge: (_manifest, { opened }) =>
    opened
      ? { status: 'VERIFIED', ...because('basis', 'termsSigned') }
      : {
          status: 'ASSERTED',
          ...because('basis', 'termsStated'),
        },
  asserted: [],
};
