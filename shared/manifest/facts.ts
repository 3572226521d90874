import type { PrivacyLevel } from '../project/app-settings.ts';
import type { ProjectCare } from '../project/care.ts';
import type { RejectionCode } from '../project/task.ts';
import type { Terms } from '../project/terms.ts';
import type { WorkActivity } from '../time/activity.ts';

/** Milliseconds by activity; a missing code counts as 0. */
export type DurationsMs = Readonly<Partial<Record<WorkActivity, number>>>;

/** What the worker said about the money: a receipt, not an agreement. */
export const receiptStates = ['received', 'not-received', 'disputed', 'no-response'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/**
 * Everything that an export states about labour, as plain facts. Whoever fills it reads stores and the time report;
 * the statements are built from it and from nothing else. Instants are Unix milliseconds; only their ISO week or
 * their day (UTC) is ever published.
 */
export interface ExportFacts {
  readonly tool: ToolFacts;
  readonly project: { readonly id: string; readonly name: string };
  readonly terms: Terms;
  /** What the requester says of the content, and the project's own limits, as of this release. */
  readonly care: ProjectCare;
  readonly dataset: DatasetFacts;
  readonly release: ReleaseFacts;
  readonly requester: { readonly publicKey: PublicKeyHex };
  /** Everyone who ever enrolled, those without work included. Order does not matter. */
  readonly workers: readonly WorkerFacts[];
  readonly referenceWage: ReferenceWage | null;
}

/** Raw 32-byte Ed25519 public key in lower-case hex. */
export type PublicKeyHex = string;

export interface ToolFacts {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the program that recorded and signed; null when run from sources. */
  readonly buildSha256: string | null;
}

export interface DatasetFacts {
  readonly id: string;
  readonly title: string;
  /** Plain text for the dataset card; may be empty. */
  readonly description: string;
  /** SPDX id or address of the licence of the data; empty if none was chosen. */
  readonly licence: string;
}

export interface ReleaseFacts {
  /** 1 for the first release of this dataset, then one more each. */
  readonly seq: number;
  /** SHA-256 of the payload of the release before; null for the first. */
  readonly previousManifestSha256: string | null;
  readonly releasedAt: number;
}

/** A wage to compare with, e.g. a living wage of the workers' region. Minor units per hour. */
export interface ReferenceWage {
  readonly currency: string;
  readonly perHourMinor: number;
  readonly source: string;
  /** Day it was published, `YYYY-MM-DD`. */
  readonly date: string;
}

/** One worker of the project. The public key is the only name. */
export interface WorkerFacts {
  readonly publicKey: PublicKeyHex;
  /** The key this one replaces, if the worker changed keys. */
  readonly replacesPublicKey: PublicKeyHex | null;
  /** If the key before was lost: who vouched for this one beside the requester. */
  readonly rebound: { readonly witnessPublicKey: PublicKeyHex } | null;
  readonly enrolledAt: number;
  /** What they had been told then; null if that was not kept. */
  readonly toldBefore: ProjectCare | null;
  readonly exposureOptIn: boolean;
  /** The worker agrees that their own row and statements may be published. Never assumed. */
  readonly publishRows: boolean;
  readonly work: WorkFacts;
  readonly settlement: SettlementFacts;
  /** 32 random bytes in hex that hide the row behind its published hash. New for each release. */
  readonly rowSaltHex: string;
}

/**
 * A worker's record on this project from enrolment to now. Statements are cumulative: the newest replaces those
 * before, and names the last of them by its digest.
 */
export interface WorkFacts {
  /** How much of the time the worker lets leave. All of it stands here; the statement says no more than this allows. */
  readonly detail: PrivacyLevel;
  /** 1 for the first statement this worker signs on this project. */
  readonly seq: number;
  /** SHA-256 of the payload of the statement before; null for the first. */
  readonly previousStatementSha256: string | null;
  /** First and last instant of recorded time; null if there is none. */
  readonly period: { readonly fromAt: number; readonly toAt: number } | null;
  readonly durationsMs: DurationsMs;
  /** How the work time is known. The three add up to the sum of `durationsMs` exactly. */
  readonly sourcesMs: { readonly measured: number; readonly inferred: number; readonly declared: number };
  /** Beside work time, never inside. */
  readonly undeterminedMs: number;
  /** Beside work time, never inside. */
  readonly outageMs: number;
  /** Own and true time of each task, by id; the true times add up to work time. */
  readonly tasks: readonly { readonly id: string; readonly ownMs: number; readonly trueMs: number }[];
  readonly items: {
    readonly claimed: number;
    readonly skipped: number;
    readonly expired: number;
    readonly rework: number;
  };
  readonly breaks: {
    readonly due: number;
    readonly taken: number;
    readonly postponed: number;
    readonly interrupted: number;
  };
  /** Time with flagged content unveiled. Published only with opt-in, whatever stands here. */
  readonly exposureMs: number;
  /** Items that this worker flagged with a category nobody had named. It says something about the requester: published at every level but `none`. */
  readonly undisclosedHazards: number;
  readonly clock: {
    readonly gapsMs: number;
    readonly anomalies: number;
    /** `system` if the system's idle time was readable, `app` if only input in the app counted. */
    readonly idleSource: 'system' | 'app';
  };
  /** RFC 6962 root over the hashes of the worker's journal records, in order. */
  readonly journal: { readonly treeSize: number; readonly rootSha256: string };
  readonly submissions: readonly SubmissionFacts[];
  /** What the worker wants said beside their signature; empty if nothing. */
  readonly protest: string;
}

/** One submission and its verdict. */
export interface SubmissionFacts {
  readonly id: string;
  readonly itemId: string;
  readonly itemSha256: string;
  /** `annotationSetSha256` of the annotations handed in. */
  readonly annotationsSha256: string;
  readonly verdict: 'pending' | 'accepted' | 'rejected';
  /** Null unless rejected. */
  readonly rejection: { readonly code: RejectionCode; readonly reason: string } | null;
}

/** What the requester states about one worker's work and pay. Counts of verdicts come from the submissions. */
export interface SettlementFacts {
  readonly appeals: { readonly made: number; readonly upheld: number; readonly dismissed: number };
  readonly pay: {
    readonly grossMinor: number;
    readonly feesMinor: number;
    /** Null if not paid yet. */
    readonly paidAt: number | null;
    readonly dueAt: number;
  };
  readonly receipt: ReceiptState;
  /** The worker or the requester contests this record: it is counted, and left out of the totals. */
  readonly disputed: boolean;
}
