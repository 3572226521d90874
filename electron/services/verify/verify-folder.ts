import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import { ENVELOPE_LIMIT_BYTES } from '../../../shared/manifest/encoding/dsse.ts';
import type { VerificationReport } from '../../../shared/manifest/report.ts';
import { OWN_STATEMENT } from '../../../shared/manifest/own-record-paths.ts';
import { type OwnRecordReport, verifyOwnRecord } from '../../../shared/manifest/verify/verify-own-record.ts';
import { verifyPackage } from '../../../shared/manifest/verify/verify-package.ts';
import type { PackageReader } from '../../../shared/manifest/verify/package-reader.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import { folderReader } from './folder-reader.ts';

export interface FolderVerification {
  /** The package's folder. */
  readonly folder: string;
  /** A folder of openings that the caller was given. */
  readonly openings?: string | undefined;
  /** Key id or fingerprint of the requester that the caller expects. */
  readonly expectedRequester?: string | undefined;
  /** File of the envelope of the release before. */
  readonly previousManifest?: string | undefined;
}

/**
 * Verifies a package on disk. Refuses with PACKAGE_NOT_FOUND and PACKAGE_NOT_A_BAG (no `bagit.txt`: a manifest
 * without its dataset proves nothing); everything else is in the report.
 */
export async function verifyFolder(request: FolderVerification): Promise<VerificationReport> {
  const reader = await readerOf(request.folder);
  if (!(await isFile(join(request.folder, 'bagit.txt')))) {
    throw new AppError('PACKAGE_NOT_A_BAG', { folder: basename(request.folder) });
  }
  return verifyPackage({
    reader,
    openings: request.openings === undefined ? null : await readerOf(request.openings),
    expectedRequester: request.expectedRequester ?? null,
    previousManifest: request.previousManifest === undefined ? null : await readEnvelope(request.previousManifest),
    crypto: nodeCrypto,
  });
}

/** True for the folder of a worker's own export: it holds their statement, and is no package. */
export async function isOwnRecord(folder: string): Promise<boolean> {
  return (await isFile(join(folder, OWN_STATEMENT))) && !(await isFile(join(folder, 'bagit.txt')));
}

/** Verifies what a worker exported of their own time. Refuses with PACKAGE_NOT_FOUND. */
export async function verifyOwnFolder(request: {
  readonly folder: string;
  /** Key id or fingerprint of the worker that the caller expects. */
  readonly expectedWorker?: string | undefined;
}): Promise<OwnRecordReport> {
  const reader = await readerOf(request.folder);
  return verifyOwnRecord({ reader, expectedWorker: request.expectedWorker ?? null, crypto: nodeCrypto });
}

async function readerOf(folder: string): Promise<PackageReader> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) {
    throw new AppError('PACKAGE_NOT_FOUND', { folder: basename(folder) });
  }
  return folderReader(root);
}

async function isFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() === true;
}

async function readEnvelope(path: string): Promise<Uint8Array> {
  const stats = await stat(path).catch(() => null);
  if (!stats?.isFile() || stats.size > ENVELOPE_LIMIT_BYTES) {
    throw new AppError('PACKAGE_NOT_FOUND', { file: basename(path) });
  }
  return new Uint8Array(await readFile(path));
}
