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

/** The worker's hours for paper: one page without script or address of anything outside. Read by others: it speaks of "the worker". */
export function reportHtml({ messages, language, report, rows, ...facts }: ReportFacts): string {
  const { ownReport: words, activity, myTime } = messages;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const dayName = dayNames(language);
  const share = (ms: number) => percent.format(report.workMs === 0 ? 0 : ms / report.workMs);
  const pair = (name: string, value: string, hint = '') =>
    `<tr><th>${text(name)}${hint === '' ? '' : `<small>${text(hint)}</small>`}</th><td></td><td>${text(value)}</td></tr>`;
  const days = rows.map(({ day }) => day).toSorted();
  const period = days.length === 0 ? words.nothing : `${dayName(days[0] ?? '')} – ${dayName(days.at(-1) ?? '')}`;
  const declaredMs = report.workMs - report.asRecorded.workMs;
  const byActivity = Object.entries(report.byActivityMs)
    .filter(([code, ms]) => ms > 0 && code !== 'ledger' && code !== 'outage')
    .map(([code, ms]) => `<tr><th>${text(nameOf(activity, code))}</th><td>${share(ms)}</td><td>${clock(ms)}</td></tr>`);
  const tasksMs = report.byActivityMs.task + report.byActivityMs.rework;
  const aroundMinutes = report.workMs === 0 ? 0 : Math.round(((report.workMs - tasksMs) / report.workMs) * 60);
  const sentence = myTime.ofEveryHour.replace('{{around}}', minutes.format(aroundMinutes));
  const byDay = perDay(rows);
  return `<!doctype html><html lang="${text(language)}"><head><meta charset="utf-8"><title>${text(words.title)}</title>
<style>${STYLE}</style></head><body>
<header><h1>${text(words.title)}</h1><p>${text(words.subtitle)}</p></header>
<dl class="facts"><div><dt>${text(words.period)}</dt><dd>${text(period)}</dd></div>
<div><dt>${text(words.made)}</dt><dd>${text(date.format(facts.madeAtMs))}</dd></div>
<div><dt>${text(words.key)}</dt><dd>${facts.fingerprint === null ? text(words.noKey) : `<code>${text(facts.fingerprint)}</code>`}</dd></div></dl>
<p class="total"><strong>${clock(report.workMs)}</strong> ${text(words.ofWork)} <small>${text(words.unit)}</small></p>
${report.workMs === 0 ? '' : `${bar(report)}<p class="sentence">${text(sentence)}</p>`}
<h2>${text(words.byActivity)}</h2><table>${byActivity.join('')}
<tr class="sum"><th>${text(words.sum)}</th><td></td><td>${clock(report.workMs)}</td></tr></table>
<h2>${text(words.beside)}</h2><table>
${pair(myTime.undetermined, clock(report.undeterminedMs), words.undeterminedHint)}${pair(myTime.outage, clock(report.outageMs))}</table>
<h2>${text(words.sources)}</h2><table>
${(['measured', 'inferred', 'declared'] as const)
  .map((source) => {
    const ms = report.sourcesMs[source];
    const { name, hint } = words.source[source];
    return `<tr><th>${text(name)}<small>${text(hint)}</small></th><td>${share(ms)}</td><td>${clock(ms)}</td></tr>`;
  })
  .join('')}
${pair(words.recorded, clock(report.asRecorded.workMs))}${pair(words.changed, `${declaredMs < 0 ? '−' : '+'}${clock(Math.abs(declaredMs))}`)}</table>
<h2>${text(words.breaks)}</h2><table>
${pair(myTime.breaks.taken, number.format(report.breaks.taken))}${pair(myTime.breaks.interrupted, number.format(report.breaks.interrupted))}</table>
<section class="whole"><h2>${text(byDay[0]?.day.length === 7 ? words.byMonth : words.byDay)}</h2><div class="days"><table>${byDay
    .map(({ day, ms }) => `<tr><th>${text(dayName(day))}</th><td>${clock(ms)}</td></tr>`)
    .join('')}</table></div></section>
<section class="whole"><h2>${text(words.check)}</h2>
<p>${text(facts.fingerprint === null ? words.unsigned : words.signed)}</p>
<p>hours.csv SHA-256<br><code>${text(facts.csvSha256)}</code></p>
<p class="limits">${text(words.limits)}</p>
<div class="hand">${[words.name, words.place, words.signature].map((line) => `<p>${text(line)}</p>`).join('')}</div></section>
</body></html>
`;
}

/** Tasks, what is around them, breaks: told apart by tone and by the table below, for paper without colour. */
function bar({ byActivityMs, workMs }: TimeReport): string {
  const tasks = byActivityMs.task + byActivityMs.rework;
  const breaks = byActivityMs['break.rest'] + byActivityMs['break.exposure'];
  const parts = [
    [tasks, '#0f5c54'],
    [workMs - tasks - breaks, '#b08d57'],
    [breaks, '#aaa39a'],
  ] as const;
  let at = 0;
  const rects = parts.map(([ms, fill]) => {
    const width = (ms / workMs) * 1000;
    const rect = `<rect x="${at.toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="14" fill="${fill}"/>`;
    at += width;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg>`;
}

/** A date or a month in words; anything else as it is. */
function dayNames(language: string): (day: string) => string {
  const day = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (name) => (name.length === 7 ? month : day).format(Date.parse(name.length === 7 ? `${name}-01` : name));
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
body { font: 10pt/1.45 'Atkinson Hyperlegible Next', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif; color: #211e19; margin: 0;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
header { border-bottom: 1.5pt solid #211e19; padding-bottom: 6pt; }
h1 { font-size: 20pt; line-height: 1.15; margin: 0; } header p { margin: 2pt 0 0; color: #504a40; }
h2 { font-size: 11pt; margin: 15pt 0 3pt; break-after: avoid; }
.facts { display: flex; gap: 24pt; margin: 8pt 0 0; } .facts div { flex: none; } .facts dt { font-size: 8.5pt; color: #504a40; }
.facts dd { margin: 0; } .total { margin: 14pt 0 6pt; } .total strong { font-size: 26pt; line-height: 1; font-variant-numeric: tabular-nums; }
small { color: #504a40; font-size: 8.5pt; } th small { display: block; line-height: 1.3; }
.bar { width: 100%; height: 12pt; display: block; } .sentence { margin: 6pt 0 0; font-size: 11.5pt; font-weight: 600; }
table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
th { text-align: start; font-weight: 400; }
td { text-align: end; font-variant-numeric: tabular-nums; width: 7em; white-space: nowrap; vertical-align: top; }
th, td { padding: 2.5pt 0; border-bottom: .5pt solid #ddd6c8; } .sum > * { font-weight: 700; border-bottom: 0; }
.days { columns: 2; column-gap: 28pt; } .whole { break-inside: avoid; }
code { font: 8.5pt ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
.limits { font-size: 9pt; color: #504a40; }
.hand { display: flex; gap: 18pt; margin-top: 34pt; } .hand p { flex: 1; border-top: .75pt solid #211e19; padding-top: 3pt; font-size: 8.5pt; margin: 0; }`;
