import { because } from '../../i18n/reason.ts';
import { fingerprintOf } from '../encoding/public-key.ts';
import { rolesSchema } from '../statements/fields.ts';
import { type Claim, fault } from './claim.ts';
import type { VerificationFinding } from '../report.ts';

const shape = { roles: rolesSchema };

/**
 * Who signed the manifest. That the signatures hold is checked with the envelopes; here, that the key is the one
 * which the workers enrolled with and which the caller expects.
 */
export const signatures: Claim<'signatures', typeof shape> = {
  id: 'signatures',
  shape,
  collect: ({ requesterKeyId }) => ({ roles: [{ role: 'requester', keyId: requesterKeyId }] }),
  check({ roles }, { workers, expectedRequester }) {
    const findings: VerificationFinding[] = [];
    const requesters = roles.filter(({ role }) => role === 'requester');
    const keyId = requesters[0]?.keyId;
    if (requesters.length !== 1) findings.push(fault('E_ROLE', 'roles', 'notOneRequester'));
    if (roles.some(({ role }) => role !== 'requester' && role !== 'auditor')) {
      findings.push(fault('E_ROLE', 'roles', 'roleOfOthers'));
    }
    if (expectedRequester !== null && ![keyId, fingerprintOf(keyId ?? '')].includes(expectedRequester)) {
      findings.push(fault('E_KEY_UNENROLLED', 'roles', 'notExpectedRequester'));
    }
    const enrolledWithAnother = workers.some(({ enrolment }) =>
      enrolment.statement.predicate.roles.every((holder) => holder.role !== 'requester' || holder.keyId !== keyId),
    );
    if (enrolledWithAnother) {
      findings.push(fault('E_KEY_UNENROLLED', 'roles', 'notEnrolledRequester'));
    }
    return findings;
  },
  judge: (_manifest, { expectedRequester, workers }) => ({
    status: 'VERIFIED',
    ...(expectedRequester !== null
      ? because('basis', 'signedByExpected')
      : workers.length > 0
        ? because('basis', 'signedByEnrolled')
        : because('basis', 'signedBySomeone')),
  }),
  asserted: [],
};
