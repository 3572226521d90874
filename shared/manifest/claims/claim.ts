import { type Because, because, type DetailsArgument, type ReasonOf } from '../../i18n/reason.ts';
import type { z } from 'zod';
import type { CryptoPort } from '../../core/ports.ts';
import type { Subject } from '../encoding/statement.ts';
import type { ContentEntry, ManifestSources, RowList, WorkerRecord } from '../labour.ts';
import type { ClaimId, ClaimStatus, VerificationCode, VerificationFinding } from '../report.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';

/** What a verifier holds against a manifest. All of it comes from the package, from openings or from the caller. */
export interface Evidence {
  /** SHA-256 by path of every file that is in `data/`. */
  readonly dataFiles: ReadonlyMap<string, string>;
  readonly subjects: readonly Subject[];
  /** Null if the dataset's annotations could not be read. */
  readonly content: readonly ContentEntry[] | null;
  /** True if every format in `data/` was compared with the annotations that labour is counted from. */
  readonly formatsCompared: boolean;
  /** Null if the list is missing or unreadable. */
  readonly rows: RowList | null;
  /** Those whose statements could be read, their signatures valid. */
  readonly workers: readonly WorkerRecord[];
  /** True if the statements of all enrolled workers are there, leaves included: then every sum is made again. */
  readonly opened: boolean;
  /** The requester that the caller expects, by key id or fingerprint; null if there is no expectation. */
  readonly expectedRequester: string | null;
  /** The release before, if the caller has it. */
  readonly previous: { readonly payloadSha256: string; readonly manifest: DatasetManifest } | null;
  readonly crypto: Pick<CryptoPort, 'sha256'>;
}

/** What a claim rests on when nothing contradicts it. */
export type Judgement = { readonly status: Exclude<ClaimStatus, 'FAILED'> } & Because<'basis'>;

/**
 * One thing a manifest states: the fields it owns in the payload, how they come about, and how they are checked
 * again. A new claim is a file here and a line in `all.ts`.
 */
export interface Claim<Id extends ClaimId, Shape extends z.core.$ZodLooseShape> {
  readonly id: Id;
  /** Its fields at the top level of the predicate. */
  readonly shape: Shape;
  collect(sources: ManifestSources): Readonly<z.infer<z.ZodObject<Shape>>>;
  /** Every fault, with a path like `#/durationsMs/task`. Knows at least what the manifest alone can contradict. */
  check(manifest: DatasetManifest, evidence: Evidence): readonly VerificationFinding[];
  judge(manifest: DatasetManifest, evidence: Evidence): Judgement;
  /** Fields that nothing else could contradict, as path prefixes: for them there is only the signature. */
  readonly asserted: readonly string[];
}

/** A finding about a field of the manifest. */
export function fault<Reason extends ReasonOf<'verified'>>(
  code: VerificationCode,
  field: string,
  reason: Reason,
  ...details: DetailsArgument<'verified', Reason>
): VerificationFinding {
  return { code, path: `#/${field}`, ...because('verified', reason, ...details) };
}
