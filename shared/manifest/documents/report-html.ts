import { workActivities } from '../../time/activity.ts';
import { GROUP_MIN_WORKERS } from '../labour.ts';
import type { PackageDescription } from './description.ts';
import { reportStyle } from './report-style.ts';
import {
  activityNames,
  counted,
  disclosedWords,
  duration,
  hourly,
  limitsWords,
  money,
  oneLine,
  percent,
  share,
  signatureLimits,
  timeLimits,
  withheldWords,
  weeks,
} from './words.ts';

/**
 * `labour/report.html`: the manifest for people. One file without script or anything remote, light and dark, readable
 * without its style. Not authoritative, and says so.
 */
export function reportHtml(description: PackageDescription): string {
  const { manifest, fingerprint } = description;
  const { dataset, release, tool } = manifest;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(dataset.title)}: labour report</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
<p class="kind">Labour report</p>
<h1 dir="auto">${escaped(dataset.title)}</h1>
<p>Release ${release.seq} of ${release.releasedAt}, project <bdi>${escaped(manifest.project.name)}</bdi>, work of ${weeks(manifest)}.</p>
</header>
${keyFigures(description)}
${timeSection(description)}
${paySection(description)}
${workSection(description)}
<section>
<h2>What this does not show</h2>
<p>${signatureLimits}</p>
<p>${timeLimits}</p>
<p>This page is not signed. It repeats <code>labour/manifest.dsse.json</code>, which is; where they differ, the manifest counts. <code>labour/VERIFY.md</code> says how to check it.</p>
</section>
<footer>
<p>Signed by the requester with the key <code>${fingerprint}</code>. Made with ${escaped(tool.name)} ${escaped(tool.version)}.</p>
</footer>
</main>
</body>
</html>
`;
}

function keyFigures({ manifest }: PackageDescription): string {
  const { pay, effectiveHourlyMinor, workers } = manifest;
  const few =
    workers.included < GROUP_MIN_WORKERS
      ? '<p class="note">Fewer than five people worked on this dataset: who they are may be recognised from these figures.</p>'
      : '';
  return `<dl class="figures">
<div><dt>Work, all of it</dt><dd>${manifest.timeWithheldBy === workers.included && workers.included > 0 ? 'withheld' : timeText(manifest.totalMs)}</dd></div>
<div><dt>Paid</dt><dd>${money(pay.netMinor, pay.currency)}</dd></div>
<div><dt>Per hour of work</dt><dd>${hourly(effectiveHourlyMinor.pooled, pay.currency).replace(' per hour', '')}</dd></div>
<div><dt>People</dt><dd>${workers.included}</dd></div>
</dl>
${few}`;
}

function timeSection({ manifest, hasStatements }: PackageDescription): string {
  const rows = workActivities
    .filter((activity) => manifest.durationsMs[activity] > 0)
    .toSorted((a, b) => manifest.durationsMs[b] - manifest.durationsMs[a] || (a < b ? -1 : 1))
    .map((activity) => {
      const ms = manifest.durationsMs[activity];
      const part = share(ms, manifest.totalMs);
      return `<tr><th scope="row">${activityNames[activity]}</th><td>${timeText(ms)}</td><td>${percent(part).replace(' ', '&nbsp;')}</td><td class="bar"><span style="inline-size:${part / 100}%"></span></td></tr>`;
    });
  const { measured, inferred, declared } = manifest.sourcesMs;
  const total = manifest.totalMs;
  return `<section>
<h2>Where the time went</h2>
<table>
<thead><tr><th scope="col">Activity</th><th scope="col">Time</th><th scope="col">Share</th><td></td></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>Measured ${percent(share(measured, total))}, inferred ${percent(share(inferred, total))}, declared ${percent(share(declared, total))}.
Beside it, in no sum: ${timeText(manifest.undeterminedMs)} undetermined, ${timeText(manifest.outageMs)} without power or network.
Clocks: ${timeText(manifest.clock.gapsMs)} of gaps, ${counted(manifest.clock.anomalies, 'jump')}.</p>
${manifest.timeWithheldBy > 0 ? `<p class="note">${withheldWords(manifest)}</p>` : ''}
<p>${hasStatements ? 'These are sums of what the workers signed themselves; their statements are in the package.' : 'The requester states these sums. The workers’ own statements are private; each can find their row.'}</p>
</section>`;
}

function paySection({ manifest }: PackageDescription): string {
  const { pay, effectiveHourlyMinor, terms, referenceWage } = manifest;
  const { currency } = pay;
  const { median, p10 } = effectiveHourlyMinor;
  const rows: readonly (readonly [string, string])[] = [
    ['Paid, before fees', money(pay.grossMinor, currency)],
    ['Fees', money(pay.feesMinor, currency)],
    ['Paid to workers', money(pay.netMinor, currency)],
    ['Confirmed by workers', percent(manifest.payAcknowledgedBp)],
    ['Per hour of all work', hourly(effectiveHourlyMinor.pooled, currency)],
    ['If only labelling counted', hourly(effectiveHourlyMinor.taskTimeOnlyPooled, currency)],
    ...(median !== null && p10 !== null
      ? ([
          ['Half of the workers had at least', hourly(median, currency)],
          ['Nine of ten had at least', hourly(p10, currency)],
        ] as const)
      : []),
    [
      'Promised floor',
      `${money(terms.floorPerHourMinor, currency)} per hour of ${terms.paidActivities.join(', ') || 'no activity'}`,
    ],
  ];
  const reference = referenceWage
    ? `<tr><th scope="row">For comparison</th><td>${money(referenceWage.perHourMinor, referenceWage.currency)} per hour (<bdi>${escaped(referenceWage.source)}</bdi>, ${referenceWage.date})</td></tr>`
    : '';
  return `<section>
<h2>Pay</h2>
<table>
<tbody>
${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`).join('\n')}
${reference}
</tbody>
</table>
</section>`;
}

function workSection({ manifest }: PackageDescription): string {
  const { items, rejections, appeals, breaks, labelOrigin, exposure } = manifest;
  const reasons = rejections.map(({ code, count }) => `${code} ${count}`).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    [
      'Submitted',
      `${items.submitted}: accepted ${items.accepted}, rejected ${items.rejected}, pending ${items.pending}`,
    ],
    ...(reasons === '' ? [] : ([['Reasons of rejection', reasons]] as const)),
    ['Appeals', `${appeals.made}: upheld ${appeals.upheld}, dismissed ${appeals.dismissed}`],
    ['Skipped, expired, redone', `${items.skipped}, ${items.expired}, ${items.rework}`],
    [
      'Breaks',
      `due ${breaks.due}, taken ${breaks.taken}, postponed ${breaks.postponed}, interrupted ${breaks.interrupted}`,
    ],
    [
      'Labels',
      `by hand ${labelOrigin.hand}, accepted from a model ${labelOrigin.accepted}, edited ${labelOrigin.edited}`,
    ],
    [
      'Looking at disturbing content',
      exposure ? `${duration(exposure.exposureMs)} (${exposure.workers} workers told)` : 'withheld',
    ],
    ...careRows(manifest.care),
  ];
  return `<section>
<h2>Work</h2>
<table>
<tbody>
${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`).join('\n')}
</tbody>
</table>
</section>`;
}

/** What workers were told before they began, and what only came later. */
function careRows(care: PackageDescription['manifest']['care']): readonly (readonly [string, string])[] {
  if (!care) return [];
  const { before, atRelease, undisclosedHazards } = care;
  return [
    ['Content that workers were told of before', before === null ? 'not kept' : disclosedWords(before)],
    ['Content told of by this release', disclosedWords(atRelease)],
    ['Limits of the project before', before === null ? 'not kept' : limitsWords(before)],
    ['Limits of the project by this release', limitsWords(atRelease)],
    ['Hazards that only workers named', undisclosedHazards === null ? 'withheld' : String(undisclosedHazards)],
  ];
}

/** A duration that is not broken over lines. */
function timeText(ms: number): string {
  return duration(ms).replaceAll(' ', '&nbsp;');
}

/** Text inside an element or a quoted attribute. */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
