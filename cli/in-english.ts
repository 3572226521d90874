import type { ReadFinding } from '../shared/dataset/format.ts';
import { EXAMPLES, type FormatLosses } from '../shared/dataset/losses.ts';
import { sayReason } from '../shared/i18n/reason.ts';
import { sayEnglish } from '../shared/i18n/say.ts';
import { counted } from '../shared/manifest/documents/words.ts';
import type { ClaimReport, VerificationFinding } from '../shared/manifest/report.ts';

/** A finding with its sentence, as `--json` prints it. */
type Told<Found> = Found & { readonly message: string };

export function findingInEnglish(finding: VerificationFinding): string {
  return sayReason(sayEnglish, 'verified', finding);
}

/** What was found while reading, one a line. */
export function readFindingLine(finding: ReadFinding): string {
  return `${finding.code} ${finding.path}: ${sayReason(sayEnglish, 'read', finding)}`;
}

/** One sort of losses: what, how often, and where the first few times. */
export function lossLine(losses: FormatLosses): string {
  const { format, code, places } = losses;
  const more = places.length - EXAMPLES;
  const where = places.slice(0, EXAMPLES).join(', ');
  const words = sayReason(sayEnglish, 'loss', losses);
  return `${format}: ${code}, ${counted(places.length, 'time')}: ${words} (${where}${more > 0 ? `, and ${more} more` : ''})`;
}

export function basisInEnglish(claim: ClaimReport): string {
  return sayReason(sayEnglish, 'basis', claim);
}

/** Findings of a reading with their sentences. */
export function toldFindings(findings: readonly ReadFinding[]): readonly Told<ReadFinding>[] {
  return findings.map((finding) => ({ ...finding, message: sayReason(sayEnglish, 'read', finding) }));
}

/** Losses with their sentences. */
export function toldLosses(losses: readonly FormatLosses[]): readonly Told<FormatLosses>[] {
  return losses.map((group) => ({ ...group, message: sayReason(sayEnglish, 'loss', group) }));
}

/** A report of a verification, of a package or of a worker's own hours. */
interface Report {
  readonly claims: readonly ClaimReport[];
  readonly findings: readonly VerificationFinding[];
}

type ToldFindings = readonly Told<VerificationFinding>[];

/** A report with its sentences; what it holds besides stays as it is. */
export function toldReport<Whole extends Report>(report: Whole): ToldReport<Whole> {
  const claims = report.claims.map((claim) => ({
    ...claim,
    basis: basisInEnglish(claim),
    findings: toldVerified(claim.findings),
  }));
  return { ...report, claims, findings: toldVerified(report.findings) };
}

type ToldReport<Whole extends Report> = Omit<Whole, keyof Report> & {
  readonly claims: readonly (Omit<ClaimReport, 'findings'> & {
    readonly basis: string;
    readonly findings: ToldFindings;
  })[];
  readonly findings: ToldFindings;
};

function toldVerified(findings: readonly VerificationFinding[]): ToldFindings {
  return findings.map((finding) => ({ ...finding, message: findingInEnglish(finding) }));
}
