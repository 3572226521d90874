import { BugError } from '../../../shared/core/errors.ts';
import { annotationSetSha256, rootOfHashes } from '../../../shared/manifest/annotation-leaves.ts';
import {
  type DurationsMs,
  type ExportFacts,
  type ReceiptState,
  type SubmissionFacts,
  type WorkerFacts,
} from '../../../shared/manifest/facts.ts';
import { workActivities } from '../../../shared/time/activity.ts';
import type { PrivacyLevel } from '../../../shared/project/app-settings.ts';
import { payDue } from '../../../shared/project/pay.ts';
import type { TimeReport } from '../../../shared/time/report.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import { readItem } from '../../db/item-store.ts';
import { readAcceptedCare, readCare, readTermsAcceptedAt } from '../../db/project-store.ts';
import { readLastRelease } from '../../db/release-store.ts';
import { type FullSubmission, readSubmissions } from '../../db/submission-store.ts';
import { countTasks, readTask } from '../../db/task-store.ts';
import { rangeOf } from '../live-view.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { taskFactsOf } from '../project/task-facts.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import type { WorkerRecord } from '../worker-record.ts';

const DAY_MS = 86_400_000;

/** What an export is made from beside the stores: who signs, what was paid, and the dice of this release. */
export interface ExportCircumstances {
  readonly version: string;
  readonly nowMs: number;
  readonly workerKey: string;
  readonly requesterKey: string;
  /** What the requester states to have sent, in minor units. */
  readonly sentMinor: number;
  readonly receipt: ReceiptState;
  /** How much of their time the worker lets leave. */
  readonly detail: PrivacyLevel;
  /** The worker's word that the time they looked at flagged content may leave. */
  readonly exposureOptIn: boolean;
  /** What the worker wants said beside their signature; empty if nothing. */
  readonly protest: string;
  /** The worker's own consent. */
  readonly publishRows: boolean;
  readonly rowSaltHex: string;
}

/** The facts, and beside them what the people at the screen want to know. */
export interface GatheredFacts {
  readonly facts: ExportFacts;
  readonly worker: WorkerFacts;
  readonly report: TimeReport;
  /** Pay that the terms owe for what was accepted, in minor units. */
  readonly dueMinor: number;
}

/** Reads the project's stores and the worker's record into the plain facts that the statements are built from. */
export function gatherFacts(
  { db, project }: ProjectSession,
  { timekeeper, journal }: Pick<WorkerRecord, 'timekeeper' | 'journal'>,
  circumstances: ExportCircumstances,
): GatheredFacts {
  const { nowMs, sentMinor } = circumstances;
  const everything = rangeOf('all', nowMs);
  const report = timekeeper.report(everything, taskFactsOf(db, project), project.id);
  const submissions = readSubmissions(db);
  const accepted = submissions.filter(({ verdict }) => verdict === 'accepted');
  const { dueMinor } = payDue(
    project.terms,
    accepted.reduce((sum, { payMinor }) => sum + payMinor, 0),
    report.byActivityMs,
  );
  const release = readLastRelease(db);
  const seq = (release?.seq ?? 0) + 1;
  const hashes = journal.hashes();
  const counts = countTasks(db);
  const exposure = timekeeper.exposure(everything, project.id);
  const worker: WorkerFacts = {
    publicKey: circumstances.workerKey,
    replacesPublicKey: null,
    rebound: null,
    enrolledAt: readTermsAcceptedAt(db) ?? project.createdAt,
    toldBefore: readAcceptedCare(db),
    exposureOptIn: circumstances.exposureOptIn,
    publishRows: circumstances.publishRows,
    rowSaltHex: circumstances.rowSaltHex,
    work: {
      detail: circumstances.detail,
      seq,
      previousStatementSha256: release?.statementSha256 ?? null,
      period: periodOf(timekeeper.segments(everything).filter(({ projectId }) => projectId === project.id)),
      durationsMs: workDurations(report),
      sourcesMs: report.sourcesMs,
      undeterminedMs: report.undeterminedMs,
      outageMs: report.outageMs,
      tasks: report.tasks,
      items: {
        claimed: counts.active + counts.submitted + counts.skipped,
        skipped: counts.skipped,
        expired: 0,
        rework: 0,
      },
      breaks: report.breaks,
      exposureMs: exposure.unveiledMs,
      undisclosedHazards: exposure.undisclosedHazards,
      clock: report.clock,
      journal: { treeSize: hashes.length, rootSha256: rootOfHashes(hashes, nodeCrypto) },
      submissions: submissions.map((submission) => submissionFacts(db, submission)),
      protest: circumstances.protest,
    },
    settlement: {
      appeals: { made: 0, upheld: 0, dismissed: 0 },
      pay: {
        grossMinor: sentMinor,
        feesMinor: 0,
        paidAt: sentMinor > 0 ? nowMs : null,
        dueAt: nowMs + project.terms.dueDays * DAY_MS,
      },
      receipt: circumstances.receipt,
      disputed: false,
    },
  };
  const facts: ExportFacts = {
    tool: { name: 'Fairmark', version: circumstances.version, buildSha256: null },
    project: { id: project.id, name: project.name },
    terms: project.terms,
    care: readCare(db),
    dataset: { id: project.id, title: project.name, description: '', licence: '' },
    release: { seq, previousManifestSha256: release?.manifestSha256 ?? null, releasedAt: nowMs },
    requester: { publicKey: circumstances.requesterKey },
    workers: [worker],
    referenceWage: null,
  };
  return { facts, worker, report, dueMinor };
}

/** First and last instant of some stretches; the wall clock may have been set back in between. */
function periodOf(segments: readonly Segment[]): { fromAt: number; toAt: number } | null {
  let [fromAt, toAt] = [Infinity, 0];
  for (const { startUtcMs, durationMs } of segments) {
    fromAt = Math.min(fromAt, startUtcMs);
    toAt = Math.max(toAt, startUtcMs + durationMs);
  }
  return segments.length === 0 ? null : { fromAt, toAt };
}

function workDurations({ byActivityMs }: TimeReport): DurationsMs {
  return Object.fromEntries(workActivities.map((activity) => [activity, byActivityMs[activity]]));
}

function submissionFacts(db: ProjectSession['db'], submission: FullSubmission): SubmissionFacts {
  const item = readItem(db, readTask(db, submission.taskId).itemId);
  if (!item) throw new BugError(`Submission ${submission.id} has no item`);
  // recomputed: what is signed is what is there, not what was once noted beside it
  const annotationsSha256 = annotationSetSha256(submission.annotations, nodeCrypto);
  if (annotationsSha256 !== submission.annotationsSha256) {
    throw new BugError(`Submission ${submission.id} is not what was handed in`);
  }
  return {
    id: submission.id,
    itemId: item.id,
    itemSha256: item.sha256,
    annotationsSha256,
    verdict: submission.verdict,
    rejection: submission.rejectionCode === null ? null : { code: submission.rejectionCode, reason: submission.reason },
  };
}
