import type {
  ClaimReport,
  ClaimStatus,
  VerificationFinding,
  VerificationReport,
} from '../../../shared/manifest/report.ts';

/** What the reports of a package and of a worker's own hours have in common. */
export type Report = Pick<VerificationReport, 'ok' | 'claims' | 'findings'>;

/** The claims that came to one status. */
export interface ClaimGroup {
  readonly status: ClaimStatus;
  readonly claims: readonly ClaimReport[];
}

/** From what a reader must see first to what they may skip. */
const order: readonly ClaimStatus[] = ['FAILED', 'DISPUTED', 'ASSERTED', 'VERIFIED'];

/** The claims by status, the worst first; within one, in the order of the manifest. Empty groups are left out. */
export function groupClaims(claims: readonly ClaimReport[]): readonly ClaimGroup[] {
  return order
    .map((status) => ({ status, claims: claims.filter((claim) => claim.status === status) }))
    .filter((group) => group.claims.length > 0);
}

/** The findings that belong to no claim, such as a manifest that could not be read. */
export function findingsBesideClaims(report: Report): readonly VerificationFinding[] {
  const told = new Set(report.claims.flatMap((claim) => claim.findings.map(keyOf)));
  return report.findings.filter((finding) => !told.has(keyOf(finding)));
}

/** What the first sentence says. Never "all is well" while anything was found. */
export type Verdict =
  | { readonly kind: 'nothing-failed' }
  | { readonly kind: 'claims-failed'; readonly claims: readonly ClaimReport[] }
  | { readonly kind: 'faults'; readonly count: number }
  | { readonly kind: 'unreadable' };

export function verdictOf(report: Report): Verdict {
  if (report.claims.length === 0) return { kind: 'unreadable' };
  const failed = report.claims.filter(({ status }) => status === 'FAILED');
  if (failed.length > 0) return { kind: 'claims-failed', claims: failed };
  if (report.ok && report.findings.length === 0) return { kind: 'nothing-failed' };
  return { kind: 'faults', count: Math.max(1, report.findings.length) };
}

function keyOf({ code, path, reason, details }: VerificationFinding): string {
  return JSON.stringify([code, path, reason, details]);
}
