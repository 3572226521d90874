import { BugError } from '../../core/errors.ts';
import type { CryptoPort } from '../../core/ports.ts';
import { hashListText, sha256Hex } from '../annotation-leaves.ts';
import { dayOf } from '../dates.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { fromHex } from '../encoding/hex.ts';
import { toPem } from '../encoding/public-key.ts';
import { weaknessOf } from '../encoding/weak-key.ts';
import { type Statement, printStatement, type Subject } from '../encoding/statement.ts';
import type { ExportFacts, WorkerFacts } from '../facts.ts';
import { type ContentEntry, mayPublishRows, standingOf, type WorkerRecord } from '../labour.ts';
import { MANIFEST_PATH, ROW_LEAVES_PATH, TERMS_PATH, keyPath, workerPaths } from '../package-paths.ts';
import { rowListOf, workerRowLeaf, workerRowText } from '../rows.ts';
import {
  allClaims,
  DATASET_MANIFEST,
  type DatasetManifest,
  datasetManifestSchema,
} from '../statements/dataset-manifest.ts';
import { type SignStatement, type SignedStatement, signByAllRoles } from './signer.ts';
import {
  enrolmentStatement,
  hasNoRecord,
  keyIdOfHex,
  leavesOf,
  settlementStatement,
  termsText,
  workStatement,
} from './worker-statements.ts';

type Hasher = Pick<CryptoPort, 'sha256'>;

/** A file of a package, by its path from the package's root. */
export interface ComposedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The signed labour of one release. */
export interface ComposedLabour {
  readonly manifest: SignedStatement<DatasetManifest>;
  /** What goes into the package, the manifest included. */
  readonly published: readonly ComposedFile[];
  /**
   * What stays private: statements, rows and keys of single workers, for the workers themselves and for auditors.
   * Empty if they may be published. Same paths as in a package.
   */
  readonly openings: readonly ComposedFile[];
}

/** The exact text that a worker signs about their own work, to show before anything is signed. */
export function workStatementText(facts: ExportFacts, worker: WorkerFacts, crypto: Hasher): string {
  const enrolment = enrolmentStatement(facts, worker, crypto);
  const statement = workStatement(facts, worker, sha256Hex(printStatement(enrolment), crypto), crypto);
  return new TextDecoder().decode(printStatement(statement));
}

/**
 * Makes and signs all statements of a release: each worker's, then the manifest over their sums.
 *
 * @param subjects every file in `data/`, with its digest
 * @param content every item in `data/`
 */
export async function composeLabour(args: {
  readonly facts: ExportFacts;
  readonly subjects: readonly Subject[];
  readonly content: readonly ContentEntry[];
  readonly sign: SignStatement;
  readonly crypto: Hasher;
}): Promise<ComposedLabour> {
  const { facts, subjects, content, sign, crypto } = args;
  refuseWeakKeys(facts);
  const releaseId = `${facts.dataset.id}-r${facts.release.seq}`;
  const composed: ComposedWorker[] = [];
  for (const worker of facts.workers) composed.push(await composeWorker({ facts, worker, releaseId, sign, crypto }));
  composed.sort((a, b) => (a.record.keyId < b.record.keyId ? -1 : 1));
  const records = composed.map(({ record }) => record);
  const rows = rowListOf(composed.flatMap(({ rowLeaf }) => (rowLeaf === null ? [] : [rowLeaf])).toSorted(), crypto);
  const requesterKeyId = keyIdOfHex(facts.requester.publicKey, crypto);
  const sources = {
    project: { id: facts.project.id, name: facts.project.name },
    dataset: { id: facts.dataset.id, title: facts.dataset.title, licence: facts.dataset.licence },
    release: {
      seq: facts.release.seq,
      previousManifestSha256: facts.release.previousManifestSha256,
      releasedAt: dayOf(facts.release.releasedAt),
    },
    tool: facts.tool,
    requesterKeyId,
    terms: facts.terms,
    termsSha256: sha256Hex(toUtf8(termsText(facts.terms)), crypto),
    care: facts.care,
    referenceWage: facts.referenceWage,
    workers: records,
    rows,
    content,
    fileCount: subjects.length,
  };
  const statement: Statement<DatasetManifest> = {
    predicateType: DATASET_MANIFEST,
    subject: subjects.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    predicate: datasetManifestSchema.parse(Object.assign({}, ...allClaims.map((claim) => claim.collect(sources)))),
  };
  const manifest = await signByAllRoles({ statement, sign, crypto });
  // A witness may stand for several workers: their key is one file.
  const single = [...new Map(composed.flatMap(({ files }) => files).map((file) => [file.path, file])).values()];
  const publish = mayPublishRows(records);
  const published = [
    { path: MANIFEST_PATH, bytes: manifest.file },
    { path: TERMS_PATH, bytes: toUtf8(termsText(facts.terms)) },
    { path: ROW_LEAVES_PATH, bytes: toUtf8(hashListText(rows.leafHashes)) },
    keyFile(facts.requester.publicKey, requesterKeyId),
    ...(publish ? single : []),
  ];
  return { manifest, published, openings: publish ? [] : single };
}

interface ComposedWorker {
  readonly record: WorkerRecord;
  /** Null unless the worker counts in the totals. */
  readonly rowLeaf: string | null;
  readonly files: readonly ComposedFile[];
}

async function composeWorker(args: {
  readonly facts: ExportFacts;
  readonly worker: WorkerFacts;
  readonly releaseId: string;
  readonly sign: SignStatement;
  readonly crypto: Hasher;
}): Promise<ComposedWorker> {
  const { facts, worker, releaseId, sign, crypto } = args;
  const keyId = keyIdOfHex(worker.publicKey, crypto);
  const paths = workerPaths(keyId);
  const enrolment = await signByAllRoles({ statement: enrolmentStatement(facts, worker, crypto), sign, crypto });
  const files = [keyFile(worker.publicKey, keyId), { path: paths.enrolment, bytes: enrolment.file }];
  for (const other of [worker.rebound?.witnessPublicKey, worker.replacesPublicKey]) {
    if (other) files.push(keyFile(other, keyIdOfHex(other, crypto)));
  }
  if (hasNoRecord(worker)) {
    const record = { keyId, enrolment, work: null, settlement: null, annotationLeaves: null };
    return { record, rowLeaf: null, files };
  }
  const work = await signByAllRoles({
    statement: workStatement(facts, worker, enrolment.payloadSha256, crypto),
    sign,
    crypto,
  });
  const settlement = await signByAllRoles({
    statement: settlementStatement(facts, worker, work.payloadSha256, crypto),
    sign,
    crypto,
  });
  const annotationLeaves = leavesOf(worker.work.submissions, crypto);
  const record = { keyId, enrolment, work, settlement, annotationLeaves };
  files.push(
    { path: paths.work, bytes: work.file },
    { path: paths.settlement, bytes: settlement.file },
    { path: paths.annotationLeaves, bytes: toUtf8(hashListText(annotationLeaves)) },
  );
  if (standingOf(record) !== 'included') return { record, rowLeaf: null, files };
  const row = {
    releaseId,
    workerKeyId: keyId,
    enrolmentSha256: enrolment.payloadSha256,
    workStatementSha256: work.payloadSha256,
    settlementSha256: settlement.payloadSha256,
    saltHex: worker.rowSaltHex,
  };
  files.push({ path: paths.row, bytes: toUtf8(workerRowText(row)) });
  return { record, rowLeaf: workerRowLeaf(row, crypto), files };
}

/** Keys of other machines were checked when they enrolled; a weak one here is a fault of ours. */
function refuseWeakKeys({ requester, workers }: ExportFacts): void {
  for (const { publicKey } of [requester, ...workers]) {
    if (weaknessOf(fromHex(publicKey) ?? new Uint8Array()) !== null) throw new BugError('a weak key cannot sign');
  }
}

function keyFile(publicKey: string, keyId: string): ComposedFile {
  return { path: keyPath(keyId), bytes: toUtf8(toPem(fromHex(publicKey) as Uint8Array)) };
}
