import type { CryptoPort } from '../../core/ports.ts';
import { hashListText, rootOfHashes, sha256Hex } from '../annotation-leaves.ts';
import { taskTimesDiffer, timeFaults } from '../claims/time.ts';
import { termsText } from '../compose/worker-statements.ts';
import { startOfIsoWeek } from '../dates.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { standingOf } from '../labour.ts';
import { workerRowLeaf } from '../rows.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';
import type { Enrolment } from '../statements/enrolment.ts';
import { isTold, type ToldWork } from '../statements/work-statement.ts';
import { workerPaths } from '../package-paths.ts';
import type { Notes } from './noted.ts';
import { keyIdIn, type OpenedWorker } from './open-labour.ts';

interface Context {
  readonly manifest: DatasetManifest;
  /** The published hashes; null if their list is missing. */
  readonly rowLeaves: ReadonlySet<string> | null;
  readonly crypto: Pick<CryptoPort, 'sha256'>;
  readonly notes: Notes;
}

/** Checks each worker's opened statements in themselves, against each other, and against their published row. */
export function checkLabour(workers: readonly OpenedWorker[], context: Context): void {
  for (const worker of workers) {
    checkEnrolment(worker, context);
    checkWork(worker, context);
    checkSettlement(worker, context);
    checkRow(worker, context);
  }
}

function checkEnrolment({ keyId, enrolment }: OpenedWorker, { manifest, crypto, notes }: Context): void {
  const { enrolment: path } = workerPaths(keyId);
  const { predicate, subject } = enrolment.statement;
  if (predicate.project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'is for another project');
  if (keyIdIn(predicate.roles, 'requester') === null) notes.add('signatures', 'E_ROLE', path, 'names no requester');
  if (predicate.replacesKeyId !== null && !predicate.rebound && keyIdIn(predicate.roles, 'replaced-worker') === null) {
    notes.add('signatures', 'E_ROLE', path, 'replaces a key that did not agree');
  }
  if (predicate.rebound && keyIdIn(predicate.roles, 'witness') === null) {
    notes.add('signatures', 'E_ROLE', path, 'rebinds a lost key without a witness');
  }
  if (subject[0]?.digest.sha256 !== sha256Hex(toUtf8(termsText(predicate.terms)), crypto)) {
    notes.add('terms', 'E_SUBJECT', path, 'is not about the terms that it names');
  }
}

function checkWork(worker: OpenedWorker, { manifest, crypto, notes }: Context): void {
  const { keyId, enrolment, work, annotationLeaves } = worker;
  if (!work) return;
  const { work: path, annotationLeaves: leavesPath } = workerPaths(keyId);
  const { predicate, subject } = work.statement;
  if (predicate.project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'is for another project');
  if (predicate.enrolmentSha256 !== enrolment.payloadSha256) {
    notes.add('workers', 'E_REPLAY', path, 'belongs to another enrolment');
  }
  if ((predicate.seq === 1) !== (predicate.prevStatementSha256 === null)) {
    notes.add('time', 'E_ROLLBACK', path, 'only a first statement has none before it');
  }
  if (isTold(predicate)) checkTime(predicate, { path, enrolment: enrolment.statement.predicate, notes });
  if (predicate.items.submitted !== predicate.annotationRoot.treeSize) {
    notes.add('items', 'E_SUM', path, 'does not have one leaf for each submission');
  }
  if (!annotationLeaves) return;
  const { treeSize, rootSha256 } = predicate.annotationRoot;
  const isSorted = annotationLeaves.every((leaf, index) => index === 0 || leaf > (annotationLeaves[index - 1] ?? ''));
  const isTree = annotationLeaves.length === treeSize && rootOfHashes(annotationLeaves, crypto) === rootSha256;
  const digest = sha256Hex(toUtf8(hashListText(annotationLeaves)), crypto);
  if (!isSorted || !isTree || subject[0]?.digest.sha256 !== digest) {
    notes.add('coverage', 'E_COVERAGE', leavesPath, 'is not the list of submissions that the worker signed');
  }
}

function checkTime(
  work: ToldWork,
  { path, enrolment, notes }: { readonly path: string; readonly enrolment: Enrolment; readonly notes: Notes },
): void {
  notes.push(
    'time',
    timeFaults(work, 1).map((finding) => ({ ...finding, path: path + finding.path })),
  );
  const { period, tasks } = work;
  if (period && startOfIsoWeek(period.toWeek) + 7 * 86_400_000 <= Date.parse(enrolment.enrolledAt)) {
    notes.add('time', 'E_TIME_BOUND', path, 'reports work from before the enrolment');
  }
  if (tasks !== 'withheld' && taskTimesDiffer(tasks, work.totalMs)) {
    notes.add('time', 'E_SUM', path, 'the true times of its tasks do not add up to the total');
  }
  if (work.exposureMs !== null && !enrolment.exposureOptIn) {
    notes.add('exposure', 'E_FORMAT', path, 'tells exposure without the worker’s opt-in');
  }
}

function checkSettlement({ keyId, enrolment, work, settlement }: OpenedWorker, { manifest, notes }: Context): void {
  if (!settlement || !work) return;
  const { settlement: path } = workerPaths(keyId);
  const { project, roles, items, rejections, reasonsSha256, pay, receipt } = settlement.statement.predicate;
  const agreed = enrolment.statement.predicate;
  if (project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'is for another project');
  if (keyIdIn(roles, 'requester') !== keyIdIn(agreed.roles, 'requester')) {
    notes.add('signatures', 'E_KEY_UNENROLLED', path, 'is not by the requester whom the worker enrolled with');
  }
  const countersigner = keyIdIn(roles, 'worker');
  if (receipt === 'no-response' ? countersigner !== null : countersigner !== keyId) {
    notes.add('signatures', 'E_ROLE', path, 'a receipt needs the worker’s own signature, and only a receipt');
  }
  if (items.accepted + items.rejected + items.pending !== work.statement.predicate.items.submitted) {
    notes.add('items', 'E_OMISSION', path, 'does not decide about as much as the worker submitted');
  }
  const reasons = rejections.reduce((sum, { count }) => sum + count, 0);
  if (reasons !== items.rejected || reasonsSha256.length !== items.rejected) {
    notes.add('items', 'E_OMISSION', path, 'does not give a reason for each rejection');
  }
  if (pay.grossMinor - pay.feesMinor !== pay.netMinor)
    notes.add('pay', 'E_SUM', path, 'net pay is not gross less fees');
  if (pay.currency !== agreed.terms.currency) notes.add('pay', 'E_UNIT', path, 'is not in the agreed currency');
}

function checkRow(worker: OpenedWorker, { manifest, rowLeaves, crypto, notes }: Context): void {
  const { keyId, enrolment, work, settlement, row } = worker;
  if (!row) return;
  const { row: path } = workerPaths(keyId);
  if (standingOf(worker) !== 'included') {
    notes.add('workers', 'E_ROWS', path, 'is the row of someone who is not in the totals');
  }
  if (row.releaseId !== manifest.release.id) notes.add('workers', 'E_REPLAY', path, 'is a row of another release');
  const isOwn =
    row.workerKeyId === keyId &&
    row.enrolmentSha256 === enrolment.payloadSha256 &&
    row.workStatementSha256 === work?.payloadSha256 &&
    row.settlementSha256 === settlement?.payloadSha256;
  if (!isOwn) notes.add('workers', 'E_ROWS', path, 'does not commit to the statements that are here');
  if (rowLeaves && !rowLeaves.has(workerRowLeaf(row, crypto))) {
    notes.add('workers', 'E_ROWS', path, 'is not in the published list: this worker was left out');
  }
}
