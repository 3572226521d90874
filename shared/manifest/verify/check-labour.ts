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
  if (predicate.project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'otherProject');
  if (keyIdIn(predicate.roles, 'requester') === null) notes.add('signatures', 'E_ROLE', path, 'noRequester');
  if (predicate.replacesKeyId !== null && !predicate.rebound && keyIdIn(predicate.roles, 'replaced-worker') === null) {
    notes.add('signatures', 'E_ROLE', path, 'replacedKeyDisagrees');
  }
  if (predicate.rebound && keyIdIn(predicate.roles, 'witness') === null) {
    notes.add('signatures', 'E_ROLE', path, 'reboundAlone');
  }
  if (subject[0]?.digest.sha256 !== sha256Hex(toUtf8(termsText(predicate.terms)), crypto)) {
    notes.add('terms', 'E_SUBJECT', path, 'otherTerms');
  }
}

function checkWork(worker: OpenedWorker, { manifest, crypto, notes }: Context): void {
  const { keyId, enrolment, work, annotationLeaves } = worker;
  if (!work) return;
  const { work: path, annotationLeaves: leavesPath } = workerPaths(keyId);
  const { predicate, subject } = work.statement;
  if (predicate.project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'otherProject');
  if (predicate.enrolmentSha256 !== enrolment.payloadSha256) {
    notes.add('workers', 'E_REPLAY', path, 'otherEnrolment');
  }
  if ((predicate.seq === 1) !== (predicate.prevStatementSha256 === null)) {
    notes.add('time', 'E_ROLLBACK', path, 'chainStart');
  }
  if (isTold(predicate)) checkTime(predicate, { path, enrolment: enrolment.statement.predicate, notes });
  if (predicate.items.submitted !== predicate.annotationRoot.treeSize) {
    notes.add('items', 'E_SUM', path, 'leafCount');
  }
  if (!annotationLeaves) return;
  const { treeSize, rootSha256 } = predicate.annotationRoot;
  const isSorted = annotationLeaves.every((leaf, index) => index === 0 || leaf > (annotationLeaves[index - 1] ?? ''));
  const isTree = annotationLeaves.length === treeSize && rootOfHashes(annotationLeaves, crypto) === rootSha256;
  const digest = sha256Hex(toUtf8(hashListText(annotationLeaves)), crypto);
  if (!isSorted || !isTree || subject[0]?.digest.sha256 !== digest) {
    notes.add('coverage', 'E_COVERAGE', leavesPath, 'notSignedLeaves');
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
    notes.add('time', 'E_TIME_BOUND', path, 'beforeEnrolment');
  }
  if (tasks !== 'withheld' && taskTimesDiffer(tasks, work.totalMs)) {
    notes.add('time', 'E_SUM', path, 'taskTimes');
  }
  if (work.exposureMs !== null && !enrolment.exposureOptIn) {
    notes.add('exposure', 'E_FORMAT', path, 'exposureNotChosen');
  }
}

function checkSettlement({ keyId, enrolment, work, settlement }: OpenedWorker, { manifest, notes }: Context): void {
  if (!settlement || !work) return;
  const { settlement: path } = workerPaths(keyId);
  const { project, roles, items, rejections, reasonsSha256, pay, receipt } = settlement.statement.predicate;
  const agreed = enrolment.statement.predicate;
  if (project.id !== manifest.project.id) notes.add('release', 'E_REPLAY', path, 'otherProject');
  if (keyIdIn(roles, 'requester') !== keyIdIn(agreed.roles, 'requester')) {
    notes.add('signatures', 'E_KEY_UNENROLLED', path, 'otherRequester');
  }
  const countersigner = keyIdIn(roles, 'worker');
  if (receipt === 'no-response' ? countersigner !== null : countersigner !== keyId) {
    notes.add('signatures', 'E_ROLE', path, 'receiptSignature');
  }
  if (items.accepted + items.rejected + items.pending !== work.statement.predicate.items.submitted) {
    notes.add('items', 'E_OMISSION', path, 'undecided');
  }
  const reasons = rejections.reduce((sum, { count }) => sum + count, 0);
  if (reasons !== items.rejected || reasonsSha256.length !== items.rejected) {
    notes.add('items', 'E_OMISSION', path, 'reasonsMissing');
  }
  if (pay.grossMinor - pay.feesMinor !== pay.netMinor) notes.add('pay', 'E_SUM', path, 'netPay');
  if (pay.currency !== agreed.terms.currency) notes.add('pay', 'E_UNIT', path, 'otherCurrency');
}

function checkRow(worker: OpenedWorker, { manifest, rowLeaves, crypto, notes }: Context): void {
  const { keyId, enrolment, work, settlement, row } = worker;
  if (!row) return;
  const { row: path } = workerPaths(keyId);
  if (standingOf(worker) !== 'included') {
    notes.add('workers', 'E_ROWS', path, 'rowOutside');
  }
  if (row.releaseId !== manifest.release.id) notes.add('workers', 'E_REPLAY', path, 'rowOfOtherRelease');
  const isOwn =
    row.workerKeyId === keyId &&
    row.enrolmentSha256 === enrolment.payloadSha256 &&
    row.workStatementSha256 === work?.payloadSha256 &&
    row.settlementSha256 === settlement?.payloadSha256;
  if (!isOwn) notes.add('workers', 'E_ROWS', path, 'rowOtherStatements');
  if (rowLeaves && !rowLeaves.has(workerRowLeaf(row, crypto))) {
    notes.add('workers', 'E_ROWS', path, 'rowLeftOut');
  }
}
