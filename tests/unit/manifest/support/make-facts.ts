import { createHash } from 'node:crypto';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { DatasetEntry, DatasetSnapshot } from '../../../../shared/dataset/snapshot.ts';
import { annotationSetSha256 } from '../../../../shared/manifest/annotation-leaves.ts';
import type { ExportFacts, SubmissionFacts, WorkerFacts } from '../../../../shared/manifest/facts.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import type { Terms } from '../../../../shared/project/terms.ts';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { type TestKey, testKey } from './test-keys.ts';

export const requesterKey = testKey('requester');

export const terms: Terms = {
  currency: 'EUR',
  perTaskMinor: { image: 40, text: 60 },
  floorPerHourMinor: 1500,
  taskEstimateMs: { image: 60_000, text: 90_000 },
  paidActivities: ['task', 'rework', 'blocked'],
  breaksPaid: true,
  dueDays: 14,
  rejectionRule: 'Only labels that the guidelines exclude, with the rule named.',
};

export const labelSets: readonly LabelSet[] = [
  {
    medium: 'image',
    classes: [
      { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
      { id: 'boat', name: 'Fishing boat', colour: 1, kinds: ['box'] },
      { id: 'near', name: 'Next to', colour: 3, kinds: ['relation'], relation: { directed: false } },
    ],
  },
  {
    medium: 'text',
    classes: [
      { id: 'place', name: 'Place', colour: 2, kinds: ['span'] },
      { id: 'names', name: 'Names', colour: 4, kinds: ['relation'] },
      { id: 'class', name: 'Letter', colour: 5, kinds: ['class'] },
      { id: 'tag', name: 'Old', colour: 6, kinds: ['tag'] },
      { id: 'free-text', name: 'Gist', colour: 7, kinds: ['free-text'] },
      { id: 'rating', name: 'Plain', colour: 8, kinds: ['rating'], rating: { from: 1, to: 5 } },
      { id: 'ranking', name: 'Best first', colour: 9, kinds: ['ranking'], ranking: { ties: true } },
      {
        id: 'preference',
        name: 'Better',
        colour: 10,
        kinds: ['preference'],
        preference: { tie: true, bothBad: true, reason: 'optional' },
      },
    ],
  },
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What an item's file holds: images are told apart by their name only, texts are themselves. */
export function fileOf(entry: Pick<DatasetEntry, 'item' | 'text'>): Buffer {
  return Buffer.from(entry.text ?? `image ${entry.item.id}`);
}

/** `owner` is the worker by index; each worker has two images and a text. */
export function makeSnapshot(workers: number): DatasetSnapshot {
  const entries = Array.from({ length: workers }, (_, worker) => worker).flatMap((worker) => [
    imageEntry(`w${worker}-a`, [10 + worker, 20.25, 30, 40], 'hand'),
    imageEntry(`w${worker}-b`, [1, 2, 3.5, 4], worker % 2 === 0 ? 'accepted' : 'edited'),
    textEntry(`w${worker}-t`),
  ]);
  return { labelSets, entries };
}

export function imageEntry(
  id: string,
  [x, y, width, height]: readonly [number, number, number, number],
  origin: Annotation['origin'] = 'hand',
): DatasetEntry {
  const item = {
    id,
    medium: 'image' as const,
    title: id,
    path: `items/images/${id}.jpg`,
    sha256: sha256(`image ${id}`),
    bytes: `image ${id}`.length,
    width: 640,
    height: 480,
    words: null,
    language: null,
    direction: 'ltr' as const,
    note: '',
  };
  const shape = { kind: 'box' as const, x, y, width, height };
  return {
    item,
    text: null,
    annotations: [{ id: `${id}-1`, classId: 'cat', origin, order: 0, shape }],
    submissionId: `sub-${id}`,
  };
}

export function textEntry(id: string): DatasetEntry {
  const text = `𝒜 letter from Lagos, no. ${id}`;
  const item = {
    id,
    medium: 'text' as const,
    title: id,
    path: `items/texts/${id}.txt`,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    width: null,
    height: null,
    words: 6,
    language: 'en',
    direction: 'ltr' as const,
    note: '',
  };
  const shape = { kind: 'span' as const, start: 14, end: 19, text: 'Lagos' };
  return {
    item,
    text,
    annotations: [{ id: `${id}-1`, classId: 'place', origin: 'hand', order: 0, shape }],
    submissionId: `sub-${id}`,
  };
}

/** A rejected submission: worked on, paid or not, and not in the dataset. */
const rejected = (worker: number): SubmissionFacts => ({
  id: `sub-w${worker}-rejected`,
  itemId: `w${worker}-r`,
  itemSha256: sha256(`image w${worker}-r`),
  annotationsSha256: sha256('[]'),
  verdict: 'rejected',
  rejection: { code: worker % 2 === 0 ? 'inaccurate' : 'incomplete', reason: 'The box leaves out the tail.' },
});

export function workerKey(index: number): TestKey {
  return testKey(`worker ${index}`);
}

/** One worker's facts: their three accepted submissions of `makeSnapshot` and a rejected one. */
export function makeWorker(index: number, snapshot: DatasetSnapshot, more: Partial<WorkerFacts> = {}): WorkerFacts {
  const own = snapshot.entries.filter(({ item }) => item.id.startsWith(`w${index}-`));
  const accepted = own.map(({ item, annotations, submissionId }): SubmissionFacts => ({
    id: submissionId as string,
    itemId: item.id,
    itemSha256: item.sha256,
    annotationsSha256: annotationSetSha256(annotations, nodeCrypto),
    verdict: 'accepted',
    rejection: null,
  }));
  const minutes = 60_000;
  return {
    publicKey: workerKey(index).publicKey,
    replacesPublicKey: null,
    rebound: null,
    enrolledAt: Date.UTC(2026, 1, 9, 8),
    // who came later had been told more
    toldBefore: {
      disclosed: [
        { category: 'gore', severity: 2, shareBp: 500 },
        ...(index > 0 ? [{ category: 'violence' as const, severity: 1, shareBp: 100 }] : []),
      ],
      limits: { restGateMinutes: 60 - (index > 0 ? 5 : 0), dayGateHours: 8 },
    },
    exposureOptIn: index % 2 === 0,
    publishRows: true,
    work: {
      detail: 'totals',
      seq: 1,
      previousStatementSha256: null,
      period: { fromAt: Date.UTC(2026, 1, 9, 8), toAt: Date.UTC(2026, 1, 18, 17) },
      durationsMs: {
        search: 12 * minutes,
        queue: 6 * minutes,
        onboarding: 4 * minutes,
        task: 30 * minutes + index,
        rework: 3 * minutes,
        payments: 2 * minutes,
        'break.rest': 5 * minutes,
      },
      sourcesMs: { measured: 58 * minutes + index, inferred: 3 * minutes, declared: 1 * minutes },
      undeterminedMs: 90_000,
      outageMs: 30_000,
      tasks: [
        { id: `t${index}-a`, ownMs: 20 * minutes + index, trueMs: 40 * minutes },
        { id: `t${index}-b`, ownMs: 11 * minutes, trueMs: 22 * minutes + index },
      ],
      items: { claimed: 6, skipped: 1, expired: 1, rework: 1 },
      breaks: { due: 2, taken: 1, postponed: 1, interrupted: 0 },
      exposureMs: 20_000 + index,
      undisclosedHazards: index % 2,
      clock: { gapsMs: 90_000, anomalies: 1, idleSource: index % 3 === 0 ? 'app' : 'system' },
      journal: { treeSize: 1200 + index, rootSha256: sha256(`journal ${index}`) },
      submissions: [...accepted, rejected(index)],
      protest: '',
    },
    settlement: {
      appeals: { made: 1, upheld: 0, dismissed: 1 },
      pay: { grossMinor: 1300 + index, feesMinor: 50, paidAt: Date.UTC(2026, 1, 20), dueAt: Date.UTC(2026, 2, 4) },
      receipt: 'received',
      disputed: false,
    },
    rowSaltHex: sha256(`salt ${index}`),
    ...more,
  };
}

export function makeFacts(workers: readonly WorkerFacts[], more: Partial<ExportFacts> = {}): ExportFacts {
  return {
    tool: { name: 'Fairmark', version: '0.1.0', buildSha256: sha256('build') },
    project: { id: 'p-harbour', name: 'Harbour' },
    terms,
    care: {
      disclosed: [
        { category: 'gore', severity: 3, shareBp: 500 },
        { category: 'violence', severity: 1, shareBp: 100 },
      ],
      limits: { restGateMinutes: 55, dayGateHours: 8, flaggedDayMinutes: 60 },
    },
    dataset: { id: 'd-harbour', title: 'Harbour cats', description: 'Cats and boats.', licence: 'CC-BY-4.0' },
    release: { seq: 1, previousManifestSha256: null, releasedAt: Date.UTC(2026, 1, 20, 12) },
    requester: { publicKey: requesterKey.publicKey },
    workers,
    referenceWage: { currency: 'EUR', perHourMinor: 1490, source: 'Statistics office', date: '2026-01-01' },
    ...more,
  };
}
