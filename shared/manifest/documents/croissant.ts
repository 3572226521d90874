import { workActivities } from '../../time/activity.ts';
import { MANIFEST_PATH } from '../package-paths.ts';
import type { PackageDescription } from './description.ts';
import {
  activityNames,
  counted,
  duration,
  hourly,
  money,
  percent,
  signatureLimits,
  timeLimits,
  withheldWords,
  weeks,
} from './words.ts';

/** Croissant 1.1, appendix 1, as printed there. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'http://schema.org/',
  sc: 'http://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  annotation: 'cr:annotation',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  excludes: 'cr:excludes',
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  readLines: 'cr:readLines',
  sdVersion: 'cr:sdVersion',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
  unArchive: 'cr:unArchive',
  value: 'cr:value',
};

/**
 * `croissant.json`: Croissant 1.1 with the RAI 1.0 vocabulary. A tag file, so that it can name the manifest by its
 * digest without a cycle. Not signed: every figure in it stands in the manifest too.
 */
export function croissantJson(description: PackageDescription): string {
  const { manifest, manifestFile, dataFiles, text } = description;
  const { dataset, release } = manifest;
  const document = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
    name: dataset.title,
    description: text === '' ? dataset.title : text,
    license: licenceUrl(dataset.licence),
    url: `urn:fairmark:dataset:${dataset.id}`,
    creator: {
      '@type': 'Organization',
      name: `The requester of “${manifest.project.name}”`,
      identifier: manifest.roles.find(({ role }) => role === 'requester')?.keyId ?? '',
    },
    datePublished: release.releasedAt,
    version: `${release.seq}.0.0`,
    isLiveDataset: false,
    ...(description.content.languages.length > 0 ? { inLanguage: description.content.languages } : {}),
    ...labourProperties(description),
    distribution: [
      {
        '@type': 'cr:FileObject',
        '@id': 'labour-manifest',
        name: 'manifest.dsse.json',
        description: 'The signed labour-provenance manifest: a DSSE envelope with an in-toto statement.',
        contentUrl: MANIFEST_PATH,
        contentSize: `${manifestFile.bytes} B`,
        encodingFormat: 'application/vnd.dsse.envelope.v1+json',
        sha256: manifestFile.sha256,
      },
      ...dataFiles
        .filter(({ path }) => !path.startsWith('data/items/'))
        .map(({ path, bytes, sha256 }) => ({
          '@type': 'cr:FileObject',
          '@id': path,
          name: path.slice(path.lastIndexOf('/') + 1),
          contentUrl: path,
          contentSize: `${bytes} B`,
          encodingFormat: path.endsWith('.jsonl') ? 'application/jsonlines' : 'application/json',
          sha256,
        })),
      {
        '@type': 'cr:FileSet',
        '@id': 'items',
        name: 'items',
        description: 'The labelled images and texts; their digests stand in manifest-sha256.txt.',
        includes: 'data/items/**',
        encodingFormat: [...new Set(dataFiles.flatMap(({ path }) => itemMediaType(path) ?? []))].toSorted(),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Labour in the words of the RAI vocabulary, the names as its specification spells them. */
function labourProperties({ manifest, content, hasStatements }: PackageDescription): Record<string, unknown> {
  const { pay, effectiveHourlyMinor, items, workers, labelOrigin, terms, tool } = manifest;
  const { currency } = pay;
  const spent = workActivities
    .filter((activity) => manifest.durationsMs[activity] > 0)
    .map((activity) => `${activityNames[activity].toLowerCase()} ${duration(manifest.durationsMs[activity])}`)
    .join(', ');
  const labelled = Math.max(items.inDataset, 1);
  return {
    ...(manifest.period ? { 'rai:dataCollectionTimeframe': [manifest.period.fromWeek, manifest.period.toWeek] } : {}),
    'rai:dataManipulationProtocol':
      'Files of items are copied unchanged; annotations are written without rounding or clipping. What a format cannot carry is listed in README.md.',
    'rai:dataAnnotationProtocol': `${counted(workers.included, 'worker')} labelled ${counted(items.inDataset, 'item')} in ${weeks(manifest)}. Work time ${duration(manifest.totalMs)}: ${spent}. Undetermined, beside it: ${duration(manifest.undeterminedMs)}. Promised: at least ${money(terms.floorPerHourMinor, currency)} per hour of paid activities. Paid: ${money(pay.netMinor, currency)} net, which is ${hourly(effectiveHourlyMinor.pooled, currency)} of all work time. Rejected: ${items.rejected} of ${items.submitted} submissions. ${withheldWords(manifest)}${manifest.timeWithheldBy > 0 ? ' ' : ''}${timeLimits}`,
    'rai:dataAnnotationPlatform': [`${tool.name} ${tool.version}`],
    'rai:dataAnnotationAnalysis': [
      `One worker a task; the requester accepted ${items.accepted}, rejected ${items.rejected} and left ${items.pending} of ${items.submitted} submissions pending. Rework: ${items.rework}. Appeals: ${manifest.appeals.made}, of which ${manifest.appeals.upheld} upheld.`,
    ],
    'rai:annotationsPerItem': `One submission an item; ${Math.floor((content.annotations * 100) / labelled) / 100} annotations an item on average.`,
    'rai:machineAnnotationTools': [
      labelOrigin.accepted + labelOrigin.edited === 0
        ? 'No suggestions of a model: every label was made by hand.'
        : `Suggestions of a model: ${labelOrigin.accepted} labels accepted as they were, ${labelOrigin.edited} edited, ${labelOrigin.hand} made by hand.`,
    ],
    'rai:dataSocialImpact': `The labour behind this dataset is stated in ${MANIFEST_PATH}, signed by the requester${hasStatements ? ' and, for their own work, by the workers' : ''}. Workers confirmed to have received ${percent(manifest.payAcknowledgedBp)} of the pay. ${signatureLimits}`,
  };
}

/** A page for an SPDX id, an address as it is, anything else as text. */
function licenceUrl(licence: string): string {
  if (licence === '') return 'No licence was stated.';
  return /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(licence) ? `https://spdx.org/licenses/${licence}` : licence;
}

function itemMediaType(path: string): string | null {
  const extension = path.startsWith('data/items/') ? path.slice(path.lastIndexOf('.') + 1).toLowerCase() : '';
  const types: Readonly<Record<string, string>> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    gif: 'image/gif',
    bmp: 'image/bmp',
    txt: 'text/plain',
    md: 'text/markdown',
  };
  return types[extension] ?? null;
}
