import type { CryptoPort } from '../../core/ports.ts';
import { BugError } from '../../core/errors.ts';
import { rejectionCodeSchema } from '../../project/task.ts';
import type { Terms } from '../../project/terms.ts';
import { annotationLeaf, hashListText, rootOfHashes, sha256Hex } from '../annotation-leaves.ts';
import { totalOf } from '../claims/sums.ts';
import { dayOf, isoWeekOf } from '../dates.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { fromHex } from '../encoding/hex.ts';
import { keyIdOf } from '../encoding/public-key.ts';
import type { Statement } from '../encoding/statement.ts';
import { type ExportFacts, type PublicKeyHex, type SubmissionFacts, type WorkerFacts } from '../facts.ts';
import { workActivities } from '../../time/activity.ts';
import { ENROLMENT, type Enrolment, enrolmentSchema } from '../statements/enrolment.ts';
import type { Durations } from '../statements/fields.ts';
import { SETTLEMENT, type Settlement, settlementSchema } from '../statements/settlement.ts';
import { WORK_STATEMENT, type WorkStatement, workStatementSchema } from '../statements/work-statement.ts';

type Hasher = Pick<CryptoPort, 'sha256'>;

/** The key id of a public key in hex. A preview may stand on a placeholder; signing refuses weak keys. */
export function keyIdOfHex(publicKey: PublicKeyHex, crypto: Hasher): string {
  const bytes = fromHex(publicKey);
  if (bytes?.length !== 32) throw new BugError('a public key is not 32 bytes in hex');
  return keyIdOf(bytes, crypto);
}

/** The terms as a document: their RFC 8785 form, no line end. */
export function termsText(terms: Terms): string {
  return canonicalJson(terms);
}

export function enrolmentStatement(facts: ExportFacts, worker: WorkerFacts, crypto: Hasher): Statement<Enrolment> {
  const replacesKeyId = worker.replacesPublicKey ? keyIdOfHex(worker.replacesPublicKey, crypto) : null;
  const predicate: Enrolment = {
    project: { id: facts.project.id, name: facts.project.name },
    roles: [
      { role: 'requester', keyId: keyIdOfHex(facts.requester.publicKey, crypto) },
      { role: 'worker', keyId: keyIdOfHex(worker.publicKey, crypto) },
      ...(replacesKeyId && !worker.rebound ? [{ role: 'replaced-worker' as const, keyId: replacesKeyId }] : []),
      ...(worker.rebound
        ? [{ role: 'witness' as const, keyId: keyIdOfHex(worker.rebound.witnessPublicKey, crypto) }]
        : []),
    ],
    terms: facts.terms,
    ...(worker.toldBefore ? { care: worker.toldBefore } : {}),
    exposureOptIn: worker.exposureOptIn,
    consent: { publishRows: worker.publishRows },
    replacesKeyId,
    rebound: worker.rebound !== null,
    enrolledAt: dayOf(worker.enrolledAt),
  };
  const sha256 = sha256Hex(toUtf8(termsText(facts.terms)), crypto);
  return {
    predicateType: ENROLMENT,
    subject: [{ name: 'terms.json', digest: { sha256 } }],
    predicate: enrolmentSchema.parse(predicate),
  };
}

/** Leaf hashes of a worker's submissions in hex, sorted: the order of their tree. */
export function leavesOf(submissions: readonly SubmissionFacts[], crypto: Hasher): readonly string[] {
  return submissions
    .map(({ id, itemSha256, annotationsSha256 }) =>
      annotationLeaf({ submissionId: id, itemSha256, annotationsSha256 }, crypto),
    )
    .toSorted();
}

/**
 * What the worker signs about their own work. `enrolmentSha256` is the digest of the enrolment's payload, which does
 * not depend on who has signed it yet.
 */
export function workStatement(
  facts: ExportFacts,
  worker: WorkerFacts,
  enrolmentSha256: string,
  crypto: Hasher,
): Statement<WorkStatement> {
  const { work } = worker;
  const leaves = leavesOf(work.submissions, crypto);
  const durationsMs = Object.fromEntries(
    workActivities.map((activity) => [activity, work.durationsMs[activity] ?? 0]),
  ) as Durations;
  const time = {
    period: work.period && {
      fromWeek: isoWeekOf(work.period.fromAt),
      toWeek: isoWeekOf(work.period.toAt),
    },
    durationsMs,
    totalMs: totalOf(durationsMs),
    sourcesMs: work.sourcesMs,
    undeterminedMs: work.undeterminedMs,
    outageMs: work.outageMs,
    breaks: work.breaks,
    exposureMs: worker.exposureOptIn ? work.exposureMs : null,
    undisclosedHazards: work.undisclosedHazards,
    clock: work.clock,
    journalRoot: work.journal,
  };
  const predicate = {
    project: { id: facts.project.id, name: facts.project.name },
    roles: [{ role: 'worker', keyId: keyIdOfHex(worker.publicKey, crypto) }],
    enrolmentSha256,
    seq: work.seq,
    prevStatementSha256: work.previousStatementSha256,
    detail: work.detail,
    ...(work.detail === 'none' ? withheldLike(time) : time),
    tasks: work.detail === 'per-task' ? work.tasks : 'withheld',
    items: { ...work.items, submitted: work.submissions.length },
    annotationRoot: { treeSize: leaves.length, rootSha256: rootOfHashes(leaves, crypto) },
    tool: facts.tool,
    protest: work.protest,
  };
  const sha256 = sha256Hex(toUtf8(hashListText(leaves)), crypto);
  return {
    predicateType: WORK_STATEMENT,
    subject: [{ name: 'annotation-leaves.txt', digest: { sha256 } }],
    predicate: workStatementSchema.parse(predicate),
  };
}

/** `withheld` in the place of every field. */
function withheldLike(fields: object): Readonly<Record<string, 'withheld'>> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, 'withheld' as const]));
}

/** What the requester signs about one worker's work, and the worker too if they answered about the money. */
export function settlementStatement(
  facts: ExportFacts,
  worker: WorkerFacts,
  workStatementSha256: string,
  crypto: Hasher,
): Statement<Settlement> {
  const { settlement } = worker;
  const { submissions } = worker.work;
  const count = (verdict: string): number => submissions.filter((one) => one.verdict === verdict).length;
  const rejected = submissions.flatMap(({ id, rejection }) => (rejection ? [{ id, ...rejection }] : []));
  const { grossMinor, feesMinor, paidAt, dueAt } = settlement.pay;
  const predicate: Settlement = {
    project: { id: facts.project.id, name: facts.project.name },
    roles: [
      { role: 'requester', keyId: keyIdOfHex(facts.requester.publicKey, crypto) },
      ...(settlement.receipt === 'no-response'
        ? []
        : [{ role: 'worker' as const, keyId: keyIdOfHex(worker.publicKey, crypto) }]),
    ],
    items: { accepted: count('accepted'), rejected: count('rejected'), pending: count('pending') },
    rejections: rejectionCodeSchema.options
      .map((code) => ({ code, count: rejected.filter((one) => one.code === code).length }))
      .filter((one) => one.count > 0),
    // The submission's random id keeps a short reason from being guessed.
    reasonsSha256: rejected
      .map(({ id, reason }) => sha256Hex(toUtf8(canonicalJson({ reason, submissionId: id })), crypto))
      .toSorted(),
    appeals: settlement.appeals,
    pay: {
      currency: facts.terms.currency,
      grossMinor,
      feesMinor,
      netMinor: grossMinor - feesMinor,
      paidAt: paidAt === null ? null : dayOf(paidAt),
      dueAt: dayOf(dueAt),
    },
    receipt: settlement.receipt,
    disputed: settlement.disputed,
  };
  return {
    predicateType: SETTLEMENT,
    subject: [{ name: 'work-statement', digest: { sha256: workStatementSha256 } }],
    predicate: settlementSchema.parse(predicate),
  };
}

/** True for someone who enrolled and left again: no time, nothing handed in, so there is nothing to state. */
export function hasNoRecord({ work }: WorkerFacts): boolean {
  const anyTime = Object.values(work.durationsMs).some((ms) => ms > 0) || work.undeterminedMs + work.outageMs > 0;
  return !anyTime && work.submissions.length === 0;
}
