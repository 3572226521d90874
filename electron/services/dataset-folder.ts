import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError } from '../../shared/core/errors.ts';
import type { DatasetSource } from '../../shared/dataset/format.ts';

/** Larger texts are not read whole. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 200_000;

/**
 * A folder or a single file to read a dataset from. Links are never followed, and only regular files are seen. Refuses
 * with `PACKAGE_NOT_FOUND` when nothing is there.
 */
export async function openDatasetFolder(path: string): Promise<DatasetSource> {
  const found = await lstat(path).catch(() => null);
  if (!found || (!found.isFile() && !found.isDirectory())) throw new AppError('PACKAGE_NOT_FOUND', { path });
  const root = found.isFile() ? dirname(path) : path;
  const paths = found.isFile() ? [basename(path)] : await filesBelow(path);
  const known = new Set(paths);
  return {
    paths,
    async readText(name) {
      if (!known.has(name)) return null;
      const file = join(root, ...name.split('/'));
      const { size } = await lstat(file);
      if (size > MOST_BYTES) return null;
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
      } catch {
        return null;
      }
    },
  };
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .slice(0, MOST_FILES)
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
