import {
  activityNames,
  counted,
  duration,
  hourly,
  money,
  percent,
  signatureLimits,
  timeLimits,
} from '../../shared/manifest/documents/words.ts';
import { workActivities } from '../../shared/time/activity.ts';
import type { OwnRecordReport } from '../../shared/manifest/verify/verify-own-record.ts';
import type { ClaimId, ClaimReport, VerificationReport, VerificationSummary } from '../../shared/manifest/report.ts';
import { basisInEnglish, findingInEnglish } from '../in-english.ts';

const claimNames: Readonly<Record<ClaimId, string>> = {
  files: 'Files',
  signatures: 'Signatures',
  release: 'Release',
  terms: 'Terms',
  care: 'Warning and limits',
  workers: 'Workers',
  time: 'Time',
  pay: 'Pay',
  rate: 'Hourly pay',
  items: 'Items',
  breaks: 'Breaks',
  exposure: 'Exposure',
  clock: 'Clocks',
  origin: 'Origin of labels',
  coverage: 'Coverage',
  completeness: 'Completeness',
};

/** What each status means, in the words of `report.ts`. */
const statusWords = [
  'VERIFIED  recomputed from the package, or said in their own signature by those who can know it',
  'ASSERTED  signed, not contradicted, and nothing here could show it false',
  'DISPUTED  the parties’ own signed words disagree',
  'FAILED    something does not hold',
];

/** A report as lines for a person at a terminal. Everything from the package is made safe to print. */
export function reportText(report: VerificationReport): string {
  const { claims, findings, summary } = report;
  const lines: string[] = [];
  if (summary) lines.push(...summaryLines(summary), '');
  for (const claim of claims) lines.push(...claimLines(claim));
  if (claims.length === 0) for (const finding of findings) lines.push(findingLine(finding));
  if (claims.length > 0) lines.push('', ...statusWords);
  lines.push('', ...wrapped('', signatureLimits), '', verdict(report));
  return lines.map(forTerminal).join('\n');
}

/** The same for a worker's own hours. */
export function ownRecordText(report: OwnRecordReport): string {
  const { claims, findings, summary } = report;
  const lines: string[] = [];
  if (summary) lines.push(...ownLines(summary), '');
  for (const claim of claims) lines.push(...claimLines(claim));
  if (claims.length === 0) for (const finding of findings) lines.push(findingLine(finding));
  const result = report.ok
    ? 'Result: nothing failed.'
    : `Result: ${counted(findings.length, 'finding')}. Do not rely on what failed.`;
  lines.push('', ...wrapped('', signatureLimits), ...wrapped('', timeLimits), '', result);
  return lines.map(forTerminal).join('\n');
}

function ownLines(summary: NonNullable<OwnRecordReport['summary']>): readonly string[] {
  const { measured = 0, inferred = 0, declared = 0 } = summary.sourcesMs;
  const weeks = summary.fromWeek === null ? 'no recorded time' : `${summary.fromWeek} to ${summary.toWeek}`;
  const share = (ms: number) => percent(summary.totalMs === 0 ? 0 : Math.floor((ms * 10_000) / summary.totalMs));
  return [
    `A worker’s own hours, ${weeks}`,
    `Worker’s key: ${summary.fingerprint}`,
    `Work ${duration(summary.totalMs)}; beside it undetermined ${duration(summary.undeterminedMs)}, outage ${duration(summary.outageMs)}`,
    ...activityLines(summary.durationsMs),
    `Measured ${share(measured)}, inferred ${share(inferred)}, declared ${share(declared)}; recorded before any correction: ${duration(summary.recordedMs)}`,
    ...(summary.supersedesSha256 === null ? [] : [`Takes the place of the statement ${summary.supersedesSha256}`]),
  ];
}

function activityLines(durationsMs: Readonly<Record<string, number>>): readonly string[] {
  return workActivities
    .filter((activity) => (durationsMs[activity] ?? 0) > 0)
    .map((activity) => `  ${activityNames[activity].padEnd(32)} ${duration(durationsMs[activity] ?? 0)}`);
}

function verdict({ ok, claims, findings }: VerificationReport): string {
  if (claims.length === 0) return 'Result: there is no manifest to verify here.';
  if (!ok) return `Result: ${counted(findings.length, 'finding')}. Do not rely on what failed.`;
  const asserted = claims.filter(({ status }) => status === 'ASSERTED').length;
  const disputed = claims.filter(({ status }) => status === 'DISPUTED').length;
  const rest = [
    'Result: nothing failed.',
    ...(asserted > 0 ? [`${asserted} of ${claims.length} claims are only asserted.`] : []),
    ...(disputed > 0 ? [`${disputed} are disputed.`] : []),
  ];
  return rest.join(' ');
}

function claimLines(claim: ClaimReport): readonly string[] {
  const { id, status, findings } = claim;
  const head = `${status.padEnd(8)}  ${claimNames[id].padEnd(17)} `;
  return [...wrapped(head, basisInEnglish(claim)), ...findings.map(findingLine)];
}

function findingLine(finding: VerificationReport['findings'][number]): string {
  const { code, path } = finding;
  return `            ${code} ${path === '' ? '' : `${path}: `}${findingInEnglish(finding)}`;
}

function summaryLines(summary: VerificationSummary): readonly string[] {
  const { pay, workers, items } = summary;
  const weeks = summary.fromWeek === summary.toWeek ? summary.fromWeek : `${summary.fromWeek} to ${summary.toWeek}`;
  return [
    `${summary.datasetTitle} (project ${summary.projectName})`,
    `Requester’s key: ${summary.requesterFingerprint}`,
    `${counted(workers.included, 'worker')}${summary.fromWeek === null ? '' : `, ${weeks}`}; ${counted(items.inDataset, 'item')}, ${counted(summary.annotations, 'annotation')}`,
    `Work ${duration(summary.totalMs)}; beside it undetermined ${duration(summary.undeterminedMs)}, outage ${duration(summary.outageMs)}`,
    ...activityLines(summary.durationsMs),
    ...(summary.timeWithheldBy > 0
      ? [`Time withheld by ${summary.timeWithheldBy} of ${counted(workers.included, 'worker')}, as they may`]
      : []),
    `Paid ${money(pay.netMinor, pay.currency)}, confirmed by workers ${percent(pay.acknowledgedBp)}`,
    summary.effectiveHourlyMinor === null
      ? summary.timeWithheldBy > 0
        ? 'No hourly rate: time is withheld'
        : 'No hourly rate: under 10 minutes of work or 5 submissions'
      : `${hourly(summary.effectiveHourlyMinor, pay.currency)} of all work`,
  ];
}

const WIDTH = 100;

/** `text` after `head`, broken between words, each further line below where the text began. */
function wrapped(head: string, text: string): readonly string[] {
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(' ')) {
    const isFirst = line === head || line.trim() === '';
    if (!isFirst && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(head.length) + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** Text from a stranger's file, made safe for a terminal: no control characters, no turning of the writing direction. */
function forTerminal(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
