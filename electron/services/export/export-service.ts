import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import { allFormats } from '../../../shared/dataset/formats.ts';
import type { KeyStatus, VerifiedFolder } from '../../../shared/ipc/calls/export-calls.ts';
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import { sha256Hex } from '../../../shared/manifest/annotation-leaves.ts';
import { workStatementText } from '../../../shared/manifest/compose/compose.ts';
import { toUtf8 } from '../../../shared/manifest/encoding/bytes.ts';
import type { WorkerFacts, WorkFacts } from '../../../shared/manifest/facts.ts';
import type { AppSettings } from '../../../shared/project/app-settings.ts';
import { insertRelease } from '../../db/release-store.ts';
import { readVerdicts } from '../../db/submission-store.ts';
import { writeOpenings } from '../package/write-openings.ts';
import { writePackage } from '../package/write-package.ts';
import { itemFile } from '../project/item-file.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { KeyStore } from '../signing/key-store.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import { isOwnRecord, verifyFolder, verifyOwnFolder } from '../verify/verify-folder.ts';
import type { WorkerRecord } from '../worker-record.ts';
import { acceptedSnapshot } from './dataset-snapshot.ts';
import { gatherFacts } from './export-facts.ts';

export interface ExportServiceOptions {
  readonly keys: KeyStore;
  readonly record: Pick<WorkerRecord, 'timekeeper' | 'journal'>;
  readonly settings: () => AppSettings;
  readonly version: string;
  readonly wallMs: () => number;
  readonly randomHex: (bytes: number) => string;
}

/** Below this many workers the people behind a dataset can be recognised (manifest.md, "Privacy"). */
const RECOGNISABLE_UNDER = 5;
/** Stands for keys that are not open yet in a preview; 32 bytes as every key. */
const NO_KEY = '0'.repeat(64);
const SALT_BYTES = 32;
/** Previews that can still be signed: of one window, the last few that it asked for. */
const KEPT_PREVIEWS = 4;

/** What the worker was shown. */
interface ShownPreview {
  readonly id: string;
  /** Of the project. */
  readonly root: string;
  readonly work: WorkFacts;
  readonly statement: string;
}

export type ExportService = ReturnType<typeof createExportService>;

/** Hands a dataset out with its signed labour, and checks packages. Keys stay behind `KeyStore`. */
export function createExportService(options: ExportServiceOptions) {
  const { keys, record, settings, version, wallMs, randomHex } = options;
  let shown: readonly ShownPreview[] = [];

  async function statusFor(session: ProjectSession | null): Promise<KeyStatus> {
    const status = await keys.status();
    if (status.state !== 'ready' || !session) return { ...status, fingerprints: null };
    const [worker, requester] = await publicKeys(session);
    return { ...status, fingerprints: { worker: worker.fingerprint, requester: requester.fingerprint } };
  }

  function publicKeys({ project }: ProjectSession) {
    return Promise.all([keys.projectKey('worker', project.id), keys.projectKey('requester', project.id)]);
  }

  /** What is signed as shown: found again by its id, and only while it is still so. */
  function frozenWork(session: ProjectSession, previewId: string, worker: WorkerFacts): WorkFacts {
    const one = shown.find(({ id, root }) => id === previewId && root === session.root);
    const isSo =
      one &&
      one.work.detail === settings().privacy &&
      JSON.stringify([one.work.seq, one.work.submissions]) ===
        JSON.stringify([worker.work.seq, worker.work.submissions]);
    if (!isSo) throw new AppError('PREVIEW_OUTDATED');
    return one.work;
  }

  return {
    keyStatus: statusFor,

    async createKeys(session: ProjectSession | null, passphrase: string): Promise<KeyStatus> {
      await keys.create(passphrase);
      return statusFor(session);
    },

    async unlockKeys(session: ProjectSession | null, passphrase: string): Promise<KeyStatus> {
      await keys.unlock(passphrase);
      return statusFor(session);
    },

    lockKeys(session: ProjectSession | null): Promise<KeyStatus> {
      keys.lock();
      return statusFor(session);
    },

    /**
     * What would leave, before anything is signed: the worker's time at the level that they chose, no more. Without keys
     * the statement shows zeros in their place. `run` signs these very bytes, although the record goes on.
     */
    async preview(
      session: ProjectSession,
      { publishRows, protest }: ParsedInput<'export.preview'>,
    ): Promise<Output<'export.preview'>> {
      const { state } = await keys.status();
      const [worker, requester] = state === 'ready' ? await publicKeys(session) : [null, null];
      const {
        facts,
        worker: own,
        report,
        dueMinor,
      } = gatherFacts(session, record, {
        version,
        nowMs: wallMs(),
        workerKey: worker?.publicKey ?? NO_KEY,
        requesterKey: requester?.publicKey ?? NO_KEY,
        sentMinor: 0,
        receipt: 'no-response',
        detail: settings().privacy,
        exposureOptIn: settings().tellExposure,
        protest,
        publishRows,
        rowSaltHex: NO_KEY,
      });
      const statement = workStatementText(facts, own, nodeCrypto);
      const previewId = `preview-${randomHex(8)}`;
      shown = [...shown, { id: previewId, root: session.root, work: own.work, statement }].slice(-KEPT_PREVIEWS);
      const counts = { accepted: 0, pending: 0, rejected: 0 };
      for (const { verdict } of readVerdicts(session.db)) counts[verdict] += 1;
      return {
        previewId,
        detail: own.work.detail,
        submissions: counts,
        currency: session.project.terms.currency,
        dueMinor,
        workMs: report.workMs,
        statement,
        recognisable: facts.workers.length < RECOGNISABLE_UNDER,
        formats: allFormats.map(({ id, title }) => ({ id, title })),
      };
    },

    /**
     * Signs and writes one release, and checks it as a stranger would. What single workers signed and did not want
     * published stays in the project's `openings/`, for them and for auditors. Refuses with `PREVIEW_OUTDATED` what was
     * not shown, or is no longer so.
     *
     * @param target where the package goes; without it, into `packages/` of the project
     */
    async run(
      session: ProjectSession,
      { previewId, formats, sentMinor, receipt, publishRows }: ParsedInput<'export.run'>,
      target?: string,
    ): Promise<Output<'export.run'>> {
      const snapshot = await acceptedSnapshot(session);
      if (snapshot.entries.length === 0) throw new AppError('NOTHING_TO_EXPORT');
      const [workerKey, requesterKey] = await publicKeys(session);
      const nowMs = wallMs();
      const gathered = gatherFacts(session, record, {
        version,
        nowMs,
        workerKey: workerKey.publicKey,
        requesterKey: requesterKey.publicKey,
        sentMinor,
        receipt,
        detail: settings().privacy,
        exposureOptIn: settings().tellExposure,
        // theirs is in what they were shown, and comes from there
        protest: '',
        publishRows,
        rowSaltHex: randomHex(SALT_BYTES),
      });
      const worker = { ...gathered.worker, work: frozenWork(session, previewId, gathered.worker) };
      const facts = { ...gathered.facts, workers: [worker] };
      const statement = workStatementText(facts, worker, nodeCrypto);
      // other keys, or another consent, than when it was shown
      if (!shown.some((one) => one.id === previewId && one.statement === statement)) {
        throw new AppError('PREVIEW_OUTDATED');
      }
      const files = new Map<string, string>();
      for (const { item } of snapshot.entries) files.set(item.id, await itemFile(session.root, item.path));
      const { seq } = facts.release;
      const dir = target ?? freeFolder(join(session.root, 'packages', `release-${seq}`));
      await mkdir(dirname(dir), { recursive: true });
      const written = await writePackage({
        target: dir,
        facts,
        snapshot,
        formats,
        itemFile: ({ id }) => files.get(id) ?? '',
        sign: keys.signerFor(session.project.id),
      });
      const openings = freeFolder(join(session.root, 'openings', `release-${seq}`));
      if (written.openings.length > 0) await writeOpenings(openings, written.openings);
      insertRelease(session.db, {
        seq,
        releasedAt: nowMs,
        manifestSha256: written.manifestSha256,
        statementSha256: sha256Hex(toUtf8(statement), nodeCrypto),
        sentMinor,
        receipt,
      });
      return {
        dir: written.dir,
        files: written.files,
        losses: written.losses.map((group) => ({ ...group, places: [...group.places] })),
        verification: await verifyFolder(
          written.openings.length > 0 ? { folder: written.dir, openings } : { folder: written.dir },
        ),
      };
    },

    /** Of a package or of a worker's own hours; refuses as `verifyFolder` does. */
    async verify(folder: string): Promise<VerifiedFolder> {
      if (await isOwnRecord(folder)) return { of: 'own-hours', report: await verifyOwnFolder({ folder }) };
      return { of: 'package', report: await verifyFolder({ folder }) };
    },
  };
}

/** A release that was interrupted after its folder was written leaves the folder; the next one goes beside it. */
function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let number = 2; existsSync(folder); number += 1) folder = `${wanted}-${number}`;
  return folder;
}
