import { describe, expect, test } from 'vitest';
import { findingsBesideClaims, groupClaims, verdictOf } from '../../../renderer/screens/verify/group-claims.ts';
import { because } from '../../../shared/i18n/reason.ts';
import type {
  ClaimId,
  ClaimReport,
  ClaimStatus,
  VerificationFinding,
  VerificationReport,
} from '../../../shared/manifest/report.ts';

const finding: VerificationFinding = {
  code: 'E_SUBJECT',
  path: 'data/a.json',
  ...because('verified', 'signedDiffers'),
};

function claim(id: ClaimId, status: ClaimStatus, findings: VerificationFinding[] = []): ClaimReport {
  return { id, status, ...because('basis', 'filesSigned'), findings };
}

function report(claims: ClaimReport[], findings: VerificationFinding[] = []): VerificationReport {
  return { ok: findings.length === 0, claims, findings, summary: null };
}

describe('grouping claims', () => {
  test('the worst comes first, each group in the order of the manifest, empty groups left out', () => {
    const claims = [
      claim('files', 'VERIFIED'),
      claim('terms', 'ASSERTED'),
      claim('time', 'VERIFIED'),
      claim('pay', 'FAILED', [finding]),
    ];
    expect(groupClaims(claims).map((group) => [group.status, group.claims.map(({ id }) => id)])).toEqual([
      ['FAILED', ['pay']],
      ['ASSERTED', ['terms']],
      ['VERIFIED', ['files', 'time']],
    ]);
  });

  test('findings of claims are told there, the others apart', () => {
    const other: VerificationFinding = {
      code: 'E_FORMAT',
      path: 'bagit.txt',
      ...because('verified', 'bagDeclaration'),
    };
    expect(findingsBesideClaims(report([claim('files', 'FAILED', [finding])], [finding, other]))).toEqual([other]);
  });
});

describe('the first sentence', () => {
  test('says that nothing failed, asserted and disputed claims or not', () => {
    const claims = [claim('files', 'VERIFIED'), claim('terms', 'ASSERTED'), claim('pay', 'DISPUTED')];
    expect(verdictOf(report(claims))).toEqual({ kind: 'nothing-failed' });
  });

  test('names the claims that failed', () => {
    const failed = claim('files', 'FAILED', [finding]);
    expect(verdictOf(report([failed, claim('time', 'VERIFIED')], [finding]))).toEqual({
      kind: 'claims-failed',
      claims: [failed],
    });
  });

  test('never says that nothing failed while there is a finding beside the claims', () => {
    expect(verdictOf(report([claim('files', 'VERIFIED')], [finding]))).toEqual({ kind: 'faults', count: 1 });
  });

  test('never says that nothing failed when the verifier says so without a finding', () => {
    expect(verdictOf({ ...report([claim('files', 'VERIFIED')]), ok: false })).toEqual({ kind: 'faults', count: 1 });
  });

  test('says that the manifest could not be read when there is no claim at all', () => {
    expect(verdictOf(report([], [finding]))).toEqual({ kind: 'unreadable' });
  });
});
