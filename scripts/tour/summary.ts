import { z } from 'zod';
import { claimStatusSchema } from '../../shared/manifest/report.ts';
import type { ExposureNote } from '../../shared/time/journal-record.ts';
import type { TimeReport } from '../../shared/time/report.ts';

/** What the tour says of the verifier's answer; the whole of it is held against its guide by a test. */
export const verifierAnswerSchema = z.object({
  ok: z.boolean(),
  claims: z.array(z.object({ status: claimStatusSchema })),
  findings: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })),
});

/** What the tour found when it was over; every figure is read from the record or from the verifier. */
export interface TourResult {
  readonly report: TimeReport;
  readonly exposure: readonly ExposureNote[];
  readonly verification: z.infer<typeof verifierAnswerSchema>;
  readonly pictures: number;
  readonly out: string;
}

/** The printed end of the tour. */
export function summaryText({ report, exposure, verification, pictures, out }: TourResult): string {
  const pay = report.pay[0];
  const hourly = pay?.effectiveHourlyMinor;
  const unveiledMs = exposure.reduce((sum, note) => sum + note.unveiledMs, 0);
  const reveals = exposure.reduce((sum, note) => sum + note.lensReveals + note.fullReveals, 0);
  const { due, taken, postponed, interrupted } = report.breaks;
  const tally = ['VERIFIED', 'ASSERTED', 'DISPUTED', 'FAILED']
    .map((status) => [status.toLowerCase(), verification.claims.filter((claim) => claim.status === status).length])
    .filter(([, count]) => count !== 0)
    .map(([status, count]) => `${count} ${status}`);
  const activities = Object.entries(report.byActivityMs)
    // looking at one's own time is no work
    .filter(([activity, ms]) => ms > 0 && activity !== 'ledger')
    .map(([activity, ms]) => `                ${activity.padEnd(12)} ${seconds(ms)}`);
  return `
Tasks           ${report.submissions} submitted
Work time       ${seconds(report.workMs)}, of it
${activities.join('\n')}
Undetermined    ${seconds(report.undeterminedMs)}
Pay             ${pay ? `${money(pay.receivedMinor)} ${pay.currency} received` : 'none'}
Hourly pay      ${hourly ? money(hourly.value) : 'not enough time yet (shown from 10 minutes and 5 submissions on)'}
Breaks          ${due} due, ${taken} taken, ${postponed} postponed, ${interrupted} ended early
Exposure        ${reveals} looks, ${seconds(unveiledMs)} unveiled
Verification    ${verification.ok ? 'nothing failed' : 'FAILED'}: ${tally.join(', ')}
${verification.findings.map(({ code, path, message }) => `                ${code} ${path}: ${message}\n`).join('')}
${pictures} pictures in ${out}/screenshots
`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function money(minor: number): string {
  return (minor / 100).toFixed(2);
}
