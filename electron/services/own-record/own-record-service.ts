import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import { localeOf } from '../../../shared/i18n/languages.ts';
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import { sha256Hex } from '../../../shared/manifest/annotation-leaves.ts';
import { ownVerifyMarkdown } from '../../../shared/manifest/documents/own-verify-md.ts';
import { fromHex } from '../../../shared/manifest/encoding/hex.ts';
import { toPem } from '../../../shared/manifest/encoding/public-key.ts';
import {
  OWN_HOURS,
  OWN_KEY,
  OWN_REPORT,
  OWN_STATEMENT,
  OWN_VERIFY,
} from '../../../shared/manifest/own-record-paths.ts';
import { fromUtf8, toUtf8 } from '../../../shared/manifest/encoding/bytes.ts';
import { PAYLOAD_TYPE, printEnvelope } from '../../../shared/manifest/encoding/dsse.ts';
import { printStatement } from '../../../shared/manifest/encoding/statement.ts';
import { localDate } from '../../../shared/time/local-day.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { rangeOf } from '../live-view.ts';
import { refusingDiskErrors } from '../package/disk-refusal.ts';
import type { KeyStore } from '../signing/key-store.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import type { WorkerRecord } from '../worker-record.ts';
import { type GatheredRecord, gatherRecord } from './gather-record.ts';
import type { JsonFile } from '../json-file.ts';
import { reportHtml } from './report-html.ts';
import { lastSigned, noteSigned, type SignedStatements } from './signed-statements.ts';

export interface OwnRecordOptions {
  readonly keys: KeyStore;
  readonly record: Pick<WorkerRecord, 'timekeeper' | 'journal'>;
  readonly version: string;
  readonly wallMs: () => number;
  readonly zone: () => string;
  readonly makeId: (prefix: string) => string;
  /** Prints a page that has no script and asks for nothing. */
  readonly printPdf: (html: string) => Promise<Uint8Array>;
  /** Exports go into a new folder below this one unless the worker names another. */
  readonly defaultDir: string;
  /** What was signed before. */
  readonly statements: JsonFile<SignedStatements>;
}

/** A file that the worker was shown and that is written as it was shown. */
interface ReadyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface ReadyExport {
  readonly id: string;
  readonly range: TimeRange;
  readonly files: readonly ReadyFile[];
  /** Digest of the signed payload; null when nothing is signed. */
  readonly signedSha256: string | null;
}

/** Previews whose bytes are kept: of one window, the last few that it asked for. */
const KEPT_PREVIEWS = 4;

export type OwnRecordService = ReturnType<typeof createOwnRecordService>;

/**
 * The worker's own export of their hours. It asks no project, reads no setting, and works signed off: nothing that a
 * requester can touch stands between workers and their record.
 */
export function createOwnRecordService(options: OwnRecordOptions) {
  const { keys, record, version, wallMs, zone, makeId, printPdf, defaultDir, statements } = options;
  let shown: readonly ReadyExport[] = [];

  async function signed(gathered: GatheredRecord) {
    if ((await keys.status()).state !== 'ready') return null;
    const { keyId, fingerprint, publicKey } = await keys.ownKey();
    const statement = gathered.statement(keyId);
    const payload = printStatement(statement);
    const signatures = [await keys.signOwnRecord(statement)];
    const envelope = printEnvelope({ payload, payloadType: PAYLOAD_TYPE, signatures });
    const pem = toUtf8(toPem(fromHex(publicKey) ?? new Uint8Array()));
    return { payload, envelope: toUtf8(envelope), fingerprint, pem };
  }

  return {
    /**
     * Makes every file of the export and keeps its bytes: `write` writes these and no others, however the record goes
     * on meanwhile. The statement is there when the keys are ready; table and report always are.
     */
    async preview({ range, atMs, detail, language }: ParsedInput<'own.preview'>): Promise<Output<'own.preview'>> {
      const madeAtMs = wallMs();
      const stretch = rangeOf(range, atMs ?? madeAtMs);
      const supersedesSha256 = lastSigned(statements, stretch);
      const gathered = gatherRecord(record, { range: stretch, detail, version, supersedesSha256 });
      const csv = toUtf8(gathered.csv);
      const signature = await signed(gathered);
      const { messages } = localeOf(language);
      const { report, rows } = gathered;
      const fingerprint = signature?.fingerprint ?? null;
      const csvSha256 = sha256Hex(csv, nodeCrypto);
      const html = reportHtml({ messages, language, report, rows, fingerprint, csvSha256, madeAtMs });
      const files: ReadyFile[] = [
        { name: OWN_HOURS, bytes: csv },
        { name: OWN_REPORT, bytes: await printPdf(html) },
        ...(signature
          ? [
              { name: OWN_STATEMENT, bytes: signature.envelope },
              { name: OWN_KEY, bytes: signature.pem },
              { name: OWN_VERIFY, bytes: toUtf8(ownVerifyMarkdown(messages.ownVerify, signature)) },
            ]
          : []),
      ];
      const previewId = makeId('export');
      const signedSha256 = signature ? sha256Hex(signature.payload, nodeCrypto) : null;
      shown = [...shown, { id: previewId, range: stretch, files, signedSha256 }].slice(-KEPT_PREVIEWS);
      return {
        previewId,
        workMs: report.workMs,
        statement: signature ? fromUtf8(signature.payload) : null,
        fingerprint,
        csv: gathered.csv,
        folder: join(defaultDir, folderName(madeAtMs)),
        files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes, nodeCrypto) })),
      };
    },

    /** Writes what was shown, into a new folder. Refuses with `BAD_INPUT` what was not shown, or too long ago. */
    async write({ previewId, dir }: ParsedInput<'own.write'>): Promise<Output<'own.write'>> {
      const ready = shown.find(({ id }) => id === previewId);
      if (!ready) throw new AppError('BAD_INPUT');
      const { files, range, signedSha256 } = ready;
      const target = freeFolder(join(dir ?? defaultDir, folderName(wallMs())));
      await refusingDiskErrors(async () => {
        await mkdir(target, { recursive: true });
        for (const { name, bytes } of files) await writeFileAtomically(join(target, name), bytes);
        if (signedSha256 !== null) await noteSigned(statements, range, signedSha256);
      });
      return { dir: target, files: files.map(({ name }) => name) };
    },
  };

  function folderName(ms: number): string {
    return `my-hours-${localDate(ms, zone())}`;
  }
}

function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let number = 2; existsSync(folder); number += 1) folder = `${wanted}-${number}`;
  return folder;
}
