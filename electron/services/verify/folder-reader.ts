import { because } from '../../../shared/i18n/reason.ts';
import { createHash } from 'node:crypto';
import { type FileHandle, constants, lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { VerificationFinding } from '../../../shared/manifest/report.ts';
import { limits } from '../../../shared/manifest/verify/limits.ts';
import type { FoundFile, PackageReader } from '../../../shared/manifest/verify/package-reader.ts';
import { type PathFault, pathFault } from '../../../shared/manifest/verify/path-fault.ts';

/**
 * Reads a package from a folder that a stranger made. Links, devices and odd names are findings and never opened;
 * before every opening the file must still be a regular one under the folder's real path.
 *
 * @param root real absolute path of the folder
 */
export function folderReader(root: string): PackageReader {
  const listed = new Map<string, FoundFile>();

  async function openListed(path: string): Promise<FileHandle> {
    if (!listed.has(path)) throw new Error(`${path} was not listed`);
    const absolute = join(root, ...path.split('/'));
    if ((await realpath(absolute)) !== absolute) throw new Error(`${path} is a link now`);
    const file = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw new Error(`${path} is no file any more`);
  }

  async function* chunks(path: string): AsyncGenerator<Uint8Array> {
    const file = await openListed(path);
    try {
      yield* file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
    } finally {
      await file.close();
    }
  }

  return {
    async list() {
      listed.clear();
      const findings: VerificationFinding[] = [];
      for await (const entry of walk(root, '', findings)) {
        if (listed.size >= limits.files) {
          findings.push({ code: 'E_LIMIT', path: '', ...because('verified', 'tooManyFiles') });
          break;
        }
        listed.set(entry.path, entry);
      }
      const files = [...listed.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
      return { files, findings };
    },
    read: (path, limitBytes) =>
      orNull(async () => {
        const found = listed.get(path);
        if (!found || found.bytes > limitBytes) return null;
        const parts: Uint8Array[] = [];
        let bytes = 0;
        for await (const part of chunks(path)) {
          bytes += part.length;
          // It may have grown since it was listed.
          if (bytes > limitBytes) return null;
          parts.push(part);
        }
        return new Uint8Array(Buffer.concat(parts));
      }),
    sha256: (path) =>
      orNull(async () => {
        const hash = createHash('sha256');
        for await (const part of chunks(path)) hash.update(part);
        return hash.digest('hex');
      }),
    chunks,
  };
}

/** A file that cannot be read, or was exchanged for something else meanwhile, is as good as none. */
async function orNull<Value>(act: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await act();
  } catch {
    return null;
  }
}

/** Regular files below a folder, depth first; everything else becomes a finding. */
async function* walk(root: string, folder: string, findings: VerificationFinding[]): AsyncGenerator<FoundFile> {
  const names = await orNull(() => readdir(join(root, ...folder.split('/'))));
  if (!names) findings.push({ code: 'E_FORMAT', path: folder, ...because('verified', 'folderUnreadable') });
  for (const name of names?.toSorted() ?? []) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const fault: PathFault | null = name.includes(sep) ? 'pathNotPlain' : pathFault(path);
    if (fault !== null) {
      const code = fault === 'pathTooDeep' ? 'E_LIMIT' : 'E_FORMAT';
      findings.push({ code, path: printable(path), ...because('verified', fault) });
      continue;
    }
    const stats = await lstat(join(root, ...path.split('/')));
    if (stats.isDirectory()) yield* walk(root, path, findings);
    else if (stats.isFile()) yield { path, bytes: stats.size };
    else findings.push({ code: 'E_FORMAT', path, ...because('verified', 'notRegular') });
  }
}

/** A hostile name as text that no terminal acts upon. */
function printable(path: string): string {
  return path
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
    .slice(0, 300);
}
