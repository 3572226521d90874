import { sayReason } from '../../i18n/reason.ts';
import { sayEnglish } from '../../i18n/say.ts';
import { workActivities } from '../../time/activity.ts';
import { GROUP_MIN_WORKERS } from '../labour.ts';
import type { PackageDescription } from './description.ts';
import {
  activityNames,
  counted,
  duration,
  hourly,
  money,
  oneLine,
  percent,
  share,
  signatureLimits,
  timeLimits,
  withheldWords,
  weeks,
} from './words.ts';

/** `README.md`: the dataset card. Unsigned; its figures are the manifest's. */
export function datasetCard(description: PackageDescription): string {
  const { manifest, content, text } = description;
  const { dataset } = manifest;
  return `---
pretty_name: ${JSON.stringify(oneLine(dataset.title))}
license: ${JSON.stringify(dataset.licence === '' ? 'unknown' : oneLine(dataset.licence))}
version: ${JSON.stringify(manifest.release.id)}
---

# ${plain(dataset.title)}

${text === '' ? '*The requester wrote no description.*' : text.split('\n').map(plain).join('\n')}

${counted(content.images, 'image')}, ${counted(content.texts, 'text')}, ${counted(content.annotations, 'annotation')}.
Release ${manifest.release.seq} of ${manifest.release.releasedAt}, made with ${plain(manifest.tool.name)} ${plain(manifest.tool.version)}.

${table(
  ['Class', 'Annotations'],
  content.classes.map((one) => [plain(one.name), String(one.annotations)]),
)}

## The labour behind it

${labour(description)}

## Where the labels come from

${table(
  ['Origin', 'Annotations'],
  [
    ['Made by hand', String(manifest.labelOrigin.hand)],
    ['Suggested by a model, accepted as it was', String(manifest.labelOrigin.accepted)],
    ['Suggested by a model, edited', String(manifest.labelOrigin.edited)],
  ],
)}

## Files

${[...description.formats.map(({ id, title }) => `- \`data/${id}/\`: ${title}`), '- `data/items/`: the images and texts'].join('\n')}
- \`labour/manifest.dsse.json\`: the signed manifest; \`labour/report.html\`: the same for people
- \`labour/VERIFY.md\`: how to check all of it without Fairmark

${lossList(description)}

## Limits

- ${signatureLimits}
- ${timeLimits}
- This card is not signed. Where it and the manifest differ, the manifest counts.
`;
}

function labour({ manifest, hasStatements, fingerprint }: PackageDescription): string {
  const { pay, effectiveHourlyMinor, workers, items, breaks } = manifest;
  const { currency } = pay;
  const reference = manifest.referenceWage;
  const lines = [
    `${counted(workers.included, 'worker')} in ${weeks(manifest)}; ${counted(workers.enrolled, 'worker')} enrolled${workers.disputed > 0 ? `, ${workers.disputed} contested and not in these figures` : ''}.`,
    `**${duration(manifest.totalMs)} of work**, the unpaid parts included. Beside it, undetermined: ${duration(manifest.undeterminedMs)}; power or network down: ${duration(manifest.outageMs)}.`,
    `**${money(pay.netMinor, currency)} paid** (gross ${money(pay.grossMinor, currency)}, fees ${money(pay.feesMinor, currency)}), of which workers confirmed ${percent(manifest.payAcknowledgedBp)}.`,
    effectiveHourlyMinor.pooled === null
      ? withheldWords(manifest) || 'No hourly rate: under 10 minutes of work or 5 submissions it would say nothing.'
      : `**${hourly(effectiveHourlyMinor.pooled, currency)}** of all work. Counting labelling time only it would read ${hourly(effectiveHourlyMinor.taskTimeOnlyPooled, currency)}.`,
    `Promised: at least ${money(manifest.terms.floorPerHourMinor, currency)} per hour of ${manifest.terms.paidActivities.join(', ') || 'no activity'}.`,
    ...(reference
      ? [
          `For comparison: ${money(reference.perHourMinor, reference.currency)} per hour (${plain(reference.source)}, ${reference.date}).`,
        ]
      : []),
    `Submitted ${items.submitted}: accepted ${items.accepted}, rejected ${items.rejected}, pending ${items.pending}; skipped ${items.skipped}.`,
    `Breaks due ${breaks.due}, taken ${breaks.taken}, postponed ${breaks.postponed}, interrupted ${breaks.interrupted}.`,
  ];
  const rows = workActivities
    .filter((activity) => manifest.durationsMs[activity] > 0)
    .map((activity) => [
      activityNames[activity],
      duration(manifest.durationsMs[activity]),
      percent(share(manifest.durationsMs[activity], manifest.totalMs)),
    ]);
  const few =
    workers.included < GROUP_MIN_WORKERS
      ? 'Fewer than five people worked on this dataset: who they are may be recognised from these figures.\n\n'
      : '';
  return `${lines.map((line) => `- ${line}`).join('\n')}

${table(['Time', 'Duration', 'Share'], rows)}

${few}${hasStatements ? 'The workers’ own signed statements are in `labour/statements/`.' : 'The workers’ own statements are private; each worker can find their row in `labour/row-leaves.txt`.'}
The requester’s key has the fingerprint \`${fingerprint}\`.`;
}

/** What was lost by format and sort of loss, with one example each: a mixed dataset loses thousands. */
function lossList({ losses }: PackageDescription): string {
  if (losses.length === 0) return 'Every format carries everything.';
  const lines = losses.map(
    ({ format, code, places, ...why }) =>
      `- \`data/${format}: ${code}\`, ${counted(places.length, 'time')}: ${plain(sayReason(sayEnglish, 'loss', why))}, e.g. ${plain(places[0] ?? '')}`,
  );
  return `What a format could not carry (the Fairmark form carries all of it):\n\n${lines.join('\n')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that Markdown and HTML leave as it is. */
function plain(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&');
}
