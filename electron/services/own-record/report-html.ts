import type { Messages } from '../../../shared/i18n/locale.ts';
import { type HoursRow, sumOf } from '../../../shared/time/hours.ts';
import type { TimeReport } from '../../../shared/time/report.ts';

/** More days than this are told by month. */
const MOST_DAYS = 62;

export interface ReportFacts {
  readonly messages: Messages;
  readonly language: string;
  readonly report: TimeReport;
  readonly rows: readonly HoursRow[];
  /** Fingerprint of the key that signs beside it; null when nothing is signed. */
  readonly fingerprint: string | null;
  readonly csvSha256: string;
  readonly madeAtMs: number;
}

/** The worker's hours for paper: one page without script, picture or address of anything outside. */
export function reportHtml({ messages, language, report, rows, ...facts }: ReportFacts): string {
  const { ownReport: words, activity, myTime } = messages;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const share = (ms: number) => percent.format(report.workMs === 0 ? 0 : ms / report.workMs);
  const pair = (name: string, value: string) => `<tr><th>${text(name)}</th><td>${text(value)}</td></tr>`;
  const days = rows.map(({ day }) => day).toSorted();
  const period = days.length === 0 ? words.nothing : `${days[0]} – ${days.at(-1)}`;
  const declaredMs = report.workMs - report.asRecorded.workMs;
  const byActivity = Object.entries(report.byActivityMs)
    .filter(([code, ms]) => ms > 0 && code !== 'ledger' && code !== 'outage')
    .map(([code, ms]) => `<tr><th>${text(nameOf(activity, code))}</th><td>${clock(ms)}</td><td>${share(ms)}</td></tr>`);
  return `<!doctype html><html lang="${text(language)}"><head><meta charset="utf-8"><title>${text(words.title)}</title>
<style>${STYLE}</style></head><body>
<h1>${text(words.title)}</h1><p class="lead">${text(period)} · ${text(words.made)} ${text(date.format(facts.madeAtMs))}</p>
<p class="total"><strong>${clock(report.workMs)}</strong> ${text(words.ofWork)}</p>
<h2>${text(words.byActivity)}</h2><table>${byActivity.join('')}</table>
<h2>${text(words.beside)}</h2><table>
${pair(myTime.undetermined, clock(report.undeterminedMs))}${pair(myTime.outage, clock(report.outageMs))}</table>
<h2>${text(words.sources)}</h2><table>
${(['measured', 'inferred', 'declared'] as const)
  .map((source) => {
    const ms = report.sourcesMs[source];
    return `<tr><th>${text(myTime.source[source])}</th><td>${clock(ms)}</td><td>${share(ms)}</td></tr>`;
  })
  .join('')}
${pair(words.recorded, clock(report.asRecorded.workMs))}${pair(words.changed, `${declaredMs < 0 ? '−' : '+'}${clock(Math.abs(declaredMs))}`)}</table>
<h2>${text(words.breaks)}</h2><table>
${pair(myTime.breaks.taken, String(report.breaks.taken))}${pair(myTime.breaks.interrupted, String(report.breaks.interrupted))}</table>
<h2>${text(words.byDay)}</h2><table class="days">${perDay(rows)
    .map(({ day, ms }) => `<tr><th>${text(day)}</th><td>${clock(ms)}</td></tr>`)
    .join('')}</table>
<h2>${text(words.check)}</h2>
<p>hours.csv SHA-256<br><code>${text(facts.csvSha256)}</code></p>
${facts.fingerprint === null ? `<p>${text(words.unsigned)}</p>` : `<p>${text(words.signed)}<br><code>${text(facts.fingerprint)}</code></p>`}
<p class="limits">${text(myTime.limits)}</p>
</body></html>
`;
}

/** Work time by day, or by month where there are many days. */
function perDay(rows: readonly HoursRow[]): readonly { day: string; ms: number }[] {
  const work = rows.filter(({ isWork }) => isWork);
  const long = new Set(work.map(({ day }) => day)).size > MOST_DAYS;
  const sums = new Map<string, number>();
  for (const { day, ms } of work) {
    const name = long ? day.slice(0, 7) : day;
    sums.set(name, (sums.get(name) ?? 0) + sumOf(ms));
  }
  return [...sums].map(([day, ms]) => ({ day, ms }));
}

function nameOf(activity: Messages['activity'], code: string): string {
  return Object.entries(activity).find(([known]) => known === code)?.[1] ?? code;
}

/** `h:mm:ss`. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
body { font: 10.5pt/1.45 'Atkinson Hyperlegible Next', 'DejaVu Sans', system-ui, sans-serif; color: #211e19; margin: 0; }
h1 { font-size: 20pt; margin: 0; } h2 { font-size: 11.5pt; margin: 16pt 0 4pt; break-after: avoid; }
.lead { color: #504a40; margin: 2pt 0 0; } .total { margin: 12pt 0 0; } .total strong { font-size: 26pt; }
table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
th { text-align: start; font-weight: 400; color: #504a40; } td { text-align: end; font-variant-numeric: tabular-nums; width: 7em; }
th, td { padding: 2.5pt 0; border-bottom: .5pt solid #ddd6c8; }
code { font: 8.5pt ui-monospace, 'DejaVu Sans Mono', monospace; word-break: break-all; }
.limits { margin-top: 14pt; font-size: 9pt; color: #504a40; }`;
