import type { ProjectCare } from '../project/care.ts';
import type { Terms } from '../project/terms.ts';
import type { Statement } from './encoding/statement.ts';
import type { ReferenceWage, ToolFacts } from './facts.ts';
import type { Enrolment } from './statements/enrolment.ts';
import type { Settlement } from './statements/settlement.ts';
import { isTold, type ToldWork, type WorkStatement } from './statements/work-statement.ts';

/** A statement with the digest of its payload, by which others name it. */
export interface Digested<Predicate> {
  readonly statement: Statement<Predicate>;
  readonly payloadSha256: string;
}

/** All that the statements say about one worker. Work and settlement are null for someone who never worked. */
export interface WorkerRecord {
  readonly keyId: string;
  readonly enrolment: Digested<Enrolment>;
  readonly work: Digested<WorkStatement> | null;
  readonly settlement: Digested<Settlement> | null;
  /** Leaf hashes of the worker's submissions in hex, in the order of the tree; null if they were not opened. */
  readonly annotationLeaves: readonly string[] | null;
}

/** One labelled item of the dataset, as far as labour is concerned. */
export interface ContentEntry {
  readonly itemId: string;
  /** Its file, below `data/`. */
  readonly path: string;
  readonly itemSha256: string;
  /** Leaf hash of the submission that the annotations come from; null if nobody submitted them. */
  readonly leaf: string | null;
  readonly origins: Origins;
}

/** Annotations by origin. */
export interface Origins {
  readonly hand: number;
  readonly accepted: number;
  readonly edited: number;
}

/** What every figure of a dataset manifest is computed from: once to write it, and again to check it. */
export interface ManifestSources {
  readonly project: { readonly id: string; readonly name: string };
  readonly dataset: { readonly id: string; readonly title: string; readonly licence: string };
  readonly release: {
    readonly seq: number;
    readonly previousManifestSha256: string | null;
    readonly releasedAt: string;
  };
  readonly tool: ToolFacts;
  readonly requesterKeyId: string;
  readonly terms: Terms;
  readonly termsSha256: string;
  /** As of the release. */
  readonly care: ProjectCare;
  readonly referenceWage: ReferenceWage | null;
  /** Everyone who enrolled. */
  readonly workers: readonly WorkerRecord[];
  readonly rows: RowList;
  readonly content: readonly ContentEntry[];
  /** Files in `data/`. */
  readonly fileCount: number;
}

/** The published commitments, one an included worker: sorted leaf hashes in hex. */
export interface RowList {
  readonly leafHashes: readonly string[];
  readonly rootSha256: string;
  /** SHA-256 of the published list as a file. */
  readonly leafHashesSha256: string;
}

/** A worker whose record counts in the totals. */
export interface IncludedWorker extends WorkerRecord {
  readonly work: Digested<WorkStatement>;
  readonly settlement: Digested<Settlement>;
}

/** Those who count in the totals: they have a record, and nobody contests it. */
export function includedWorkers(workers: readonly WorkerRecord[]): readonly IncludedWorker[] {
  return workers.filter((worker): worker is IncludedWorker => standingOf(worker) === 'included');
}

/** The statements of those of them who let their time leave: what every sum of time is over. */
export function toldWork(workers: readonly WorkerRecord[]): readonly ToldWork[] {
  return includedWorkers(workers)
    .map(({ work }) => work.statement.predicate)
    .filter(isTold);
}

export function standingOf(worker: WorkerRecord): 'included' | 'withdrawn' | 'disputed' {
  if (!worker.work || !worker.settlement) return 'withdrawn';
  return worker.settlement.statement.predicate.disputed ? 'disputed' : 'included';
}

/** Fewest workers of whom rates are spread out, and single statements published. */
export const SPREAD_MIN_WORKERS = 10;

/** Smaller groups among the workers are left out. */
export const GROUP_MIN_WORKERS = 5;

/**
 * Whether single workers' statements and rows may be published (manifest.md, "Privacy"): only if each included
 * worker agreed, and there are at least 10 of them, or just one, whose row the published totals are anyway.
 * Between 2 and 9, one published row would tell about the others.
 */
export function mayPublishRows(workers: readonly WorkerRecord[]): boolean {
  const count = includedWorkers(workers).length;
  const crowd = count === 1 || count >= SPREAD_MIN_WORKERS;
  return crowd && workers.every((worker) => worker.enrolment.statement.predicate.consent.publishRows);
}
