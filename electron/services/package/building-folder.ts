import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, constants, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import type { PackagedFile } from '../../../shared/manifest/documents/description.ts';
import { syncFolder } from '../atomic-file.ts';

/**
 * A folder that is built out of sight, beside its target, and appears as a whole or not at all. Every file is hashed
 * while it is written and flushed before the folder is shown.
 */
export interface BuildingFolder {
  /** Writes one file; its folders are made. */
  write(path: string, pieces: Iterable<string | Uint8Array>): Promise<PackagedFile>;
  /** Copies a regular file, never a link. `ITEM_MISSING` if it is not there. */
  copy(path: string, from: string): Promise<PackagedFile>;
  /** Puts the folder into its place. */
  finish(): Promise<void>;
  /** Removes what was built so far. */
  discard(): Promise<void>;
}

/** `FOLDER_NOT_EMPTY` if something is at the target already. */
export async function startBuilding(target: string): Promise<BuildingFolder> {
  await refuseIfTaken(target);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const root = join(parent, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  await mkdir(root);
  const folders = new Set<string>([root]);

  async function create(path: string): Promise<FileHandle> {
    const absolute = join(root, ...path.split('/'));
    for (let folder = dirname(absolute); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
    await mkdir(dirname(absolute), { recursive: true });
    return open(absolute, 'wx', 0o644);
  }

  async function fill(
    path: string,
    chunks: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<PackagedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    const file = await create(path);
    try {
      for await (const chunk of chunks) {
        const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(data);
        bytes += data.length;
        await file.writeFile(data);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { path, sha256: hash.digest('hex'), bytes };
  }

  return {
    write: (path, pieces) => fill(path, inChunks(pieces)),
    async copy(path, from) {
      const source = await openPlainFile(from);
      try {
        return await fill(path, source.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>);
      } finally {
        await source.close();
      }
    },
    async finish() {
      for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) await syncFolder(folder);
      await refuseIfTaken(target);
      // An empty folder at the target makes way; systems differ in whether a rename may replace it.
      await rmdir(target).catch(() => undefined);
      await rename(root, target);
      await syncFolder(parent);
    },
    discard: () => rm(root, { recursive: true, force: true }),
  };
}

async function refuseIfTaken(target: string): Promise<void> {
  try {
    const found = await readdir(target);
    if (found.length > 0) throw new AppError('FOLDER_NOT_EMPTY', { folder: basename(target) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTDIR') throw new AppError('FOLDER_NOT_EMPTY', { folder: basename(target) });
    if (code !== 'ENOENT') throw error;
  }
}

async function openPlainFile(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw new AppError('ITEM_MISSING', { file: basename(path) }, { cause });
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new AppError('ITEM_MISSING', { file: basename(path) });
}

/** Joins small pieces, so that a million lines are not a million writes. */
function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (text !== '') yield text;
      text = '';
      yield piece;
    } else {
      text += piece;
      if (text.length > 1 << 20) {
        yield text;
        text = '';
      }
    }
  }
  if (text !== '') yield text;
}
