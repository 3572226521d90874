import { because } from '../../i18n/reason.ts';
import type { CryptoPort } from '../../core/ports.ts';
import { parseHashList } from '../annotation-leaves.ts';
import type { Evidence } from '../claims/claim.ts';
import { termsText } from '../compose/worker-statements.ts';
import { fromUtf8, sameBytes, toUtf8 } from '../encoding/bytes.ts';
import { ENVELOPE_LIMIT_BYTES } from '../encoding/dsse.ts';
import { type Digested, type RowList, standingOf } from '../labour.ts';
import { MANIFEST_PATH, ROW_LEAVES_PATH, TERMS_PATH } from '../package-paths.ts';
import { type ClaimReport, type VerificationReport, claimIds } from '../report.ts';
import { rowListOf } from '../rows.ts';
import { allClaims, DATASET_MANIFEST, type DatasetManifest } from '../statements/dataset-manifest.ts';
import { checkBag } from './check-bag.ts';
import { checkFormats } from './check-formats.ts';
import { checkLabour } from './check-labour.ts';
import { limits } from './limits.ts';
import { Notes } from './noted.ts';
import { type OpenedLabour, openLabour } from './open-labour.ts';
import { openSigned } from './open-signed.ts';
import type { PackageReader } from './package-reader.ts';
import { readContent } from './read-content.ts';
import { type FoundKeys, readKeys } from './read-keys.ts';
import { summaryOf } from './summary.ts';

export interface VerificationRequest {
  readonly reader: PackageReader;
  /** Statements and rows that the caller was given beside the package; null if none. */
  readonly openings: PackageReader | null;
  /** Key id or fingerprint of the requester that the caller expects; null for no expectation. */
  readonly expectedRequester: string | null;
  /** The envelope of the release before, if the caller has it. */
  readonly previousManifest: Uint8Array | null;
  readonly crypto: CryptoPort;
}

/** A manifest that was read, and whether the requester's signature under it holds. */
interface OpenedManifest extends Digested<DatasetManifest> {
  readonly isSigned: boolean;
}

/**
 * Verifies a package: every file, every signature, every sum, each as far as there is something to check it against.
 *
 * Never throws for anything in the package; all faults are findings. Where the reader fails (a disk, a vanished file)
 * its error passes.
 */
export async function verifyPackage(request: VerificationRequest): Promise<VerificationReport> {
  const { reader, openings, crypto } = request;
  const notes = new Notes();
  const { files, findings } = await reader.list();
  notes.push('files', findings);
  const digests = new Map<string, string>();
  for (const { path } of files) {
    const sha256 = await reader.sha256(path);
    if (sha256 === null) notes.add('files', 'E_FORMAT', path, 'fileUnreadable');
    else digests.set(path, sha256);
  }
  await checkBag({ reader, files, digests, notes });

  const keys: FoundKeys = { keys: new Map(), weak: new Map() };
  const sources = [{ reader, files }];
  if (openings) {
    const listed = await openings.list();
    notes.push('files', listed.findings);
    sources.push({ reader: openings, files: listed.files });
  }
  for (const source of sources) await readKeys({ ...source, crypto, notes, into: keys });

  const manifest = await openManifest({ reader, keys, crypto, notes });
  if (!manifest) {
    return { ok: false, claims: [], findings: [...notes.all(claimIds)], summary: null };
  }
  const labour = await openLabour({ sources, keys, crypto, notes });
  const { predicate } = manifest.statement;
  const rows = await readRows(reader, crypto);
  const content = await readContent({ reader, digests, crypto, notes });
  const rowLeaves = rows && new Set(rows.leafHashes);
  checkLabour(labour.workers, { manifest: predicate, rowLeaves, crypto, notes });
  await checkTerms(reader, predicate, notes);
  const evidence: Evidence = {
    dataFiles: new Map([...digests].filter(([path]) => path.startsWith('data/'))),
    subjects: manifest.statement.subject,
    content,
    formatsCompared: content !== null && (await checkFormats({ reader, files, notes })),
    rows,
    workers: labour.workers,
    opened: rows !== null && content !== null && isComplete(labour, predicate),
    expectedRequester: request.expectedRequester,
    previous: openPrevious(request, keys, notes),
    crypto,
  };
  checkPublication({ labour, evidence, hasOpenings: openings !== null, notes });
  for (const claim of allClaims) {
    const found = claim.check(predicate, evidence);
    // Faults of one of the manifest's own fields point into it; faults of a file name the file.
    const placed = found.map((one) => (one.path.startsWith('#') ? { ...one, path: MANIFEST_PATH + one.path } : one));
    notes.push(claim.id, placed);
  }
  const all = notes.all(claimIds);
  return {
    ok: all.length === 0,
    claims: reportClaims(manifest, evidence, notes),
    findings: [...all],
    summary: summaryOf(predicate),
  };
}

function reportClaims(manifest: OpenedManifest, evidence: Evidence, notes: Notes): ClaimReport[] {
  return allClaims.map((claim) => {
    const findings = [...notes.of(claim.id)];
    const judgement = claim.judge(manifest.statement.predicate, evidence);
    if (!manifest.isSigned) {
      return {
        id: claim.id,
        status: 'FAILED',
        ...because('basis', 'manifestUnsigned'),
        findings,
      };
    }
    return findings.length > 0
      ? { id: claim.id, status: 'FAILED', ...because('basis', 'somethingFails'), findings }
      : { id: claim.id, ...judgement, findings };
  });
}

async function openManifest(args: {
  readonly reader: PackageReader;
  readonly keys: FoundKeys;
  readonly crypto: CryptoPort;
  readonly notes: Notes;
}): Promise<OpenedManifest | null> {
  const { reader, keys, crypto, notes } = args;
  const bytes = await reader.read(MANIFEST_PATH, ENVELOPE_LIMIT_BYTES);
  if (!bytes) {
    notes.add('signatures', 'E_FORMAT', MANIFEST_PATH, 'nothingToVerify');
    return null;
  }
  const { opened, findings } = openSigned({ bytes, path: MANIFEST_PATH, keys, crypto });
  notes.push('signatures', findings);
  if (opened && opened.predicateType !== DATASET_MANIFEST) {
    notes.add('signatures', 'E_REPLAY', MANIFEST_PATH, 'otherStatement');
    return null;
  }
  // The schema of its type has read it.
  return opened as unknown as OpenedManifest | null;
}

async function readRows(reader: PackageReader, crypto: CryptoPort): Promise<RowList | null> {
  const bytes = await reader.read(ROW_LEAVES_PATH, limits.listBytes);
  const text = bytes && fromUtf8(bytes);
  const leaves = text === null ? null : parseHashList(text);
  return leaves && rowListOf(leaves, crypto);
}

async function checkTerms(reader: PackageReader, manifest: DatasetManifest, notes: Notes): Promise<void> {
  const bytes = await reader.read(TERMS_PATH, limits.rowBytes * 16);
  if (!bytes || !sameBytes(bytes, toUtf8(termsText(manifest.terms)))) {
    notes.add('terms', 'E_SUBJECT', TERMS_PATH, 'notTermsDocument');
  }
}

/** True if everyone enrolled is there with all that their standing asks for. */
function isComplete({ workers }: OpenedLabour, manifest: DatasetManifest): boolean {
  return (
    workers.length > 0 &&
    workers.length >= manifest.workers.enrolled &&
    workers.every((worker) => {
      if (worker.work === null && worker.settlement === null) return true;
      const hasAll = worker.work !== null && worker.settlement !== null && worker.annotationLeaves !== null;
      return hasAll && (worker.row !== null || standingOf(worker) !== 'included');
    })
  );
}

/** A package that publishes statements publishes all of them: half a record could hide the other half. */
function checkPublication(args: {
  readonly labour: OpenedLabour;
  readonly evidence: Evidence;
  readonly hasOpenings: boolean;
  readonly notes: Notes;
}): void {
  const { labour, evidence, hasOpenings, notes } = args;
  if (labour.statements > 0 && !hasOpenings && !evidence.opened) {
    notes.add('workers', 'E_OMISSION', 'labour/statements', 'notWholeRecord');
  }
}

function openPrevious(
  { previousManifest, crypto }: VerificationRequest,
  keys: FoundKeys,
  notes: Notes,
): Evidence['previous'] {
  if (!previousManifest) return null;
  // No path of this package: the caller holds the release before beside it.
  const path = `previous/${MANIFEST_PATH}`;
  const { opened, findings } = openSigned({ bytes: previousManifest, path, keys, crypto });
  notes.push('release', findings);
  if (!opened || opened.predicateType !== DATASET_MANIFEST) return null;
  return {
    payloadSha256: opened.payloadSha256,
    manifest: opened.statement.predicate as DatasetManifest,
  };
}
