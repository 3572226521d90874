import { createHash } from 'node:crypto';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/project/item.ts';

/**
 * Absolute path of an item's file, proven to be a regular file inside the project.
 *
 * `path` may come from a stranger's database: a path with `..`, a drive, a backslash or a NUL, a symbolic link
 * anywhere on the way, or anything but a regular file is refused with `ITEM_MISSING`.
 */
export async function itemFile(root: string, path: string): Promise<string> {
  const parts = path.split('/');
  const wrong = path.length > 1024 || parts.some((part) => part === '' || part === '.' || part === '..');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (wrong || /[\\:\u0000-\u001f]/.test(path)) throw new AppError('ITEM_MISSING', { path: printable(path) });
  try {
    const realRoot = await realpath(root);
    const full = join(realRoot, ...parts);
    if ((await realpath(full)) !== full || !full.startsWith(realRoot + sep)) {
      throw new AppError('ITEM_MISSING', { path: printable(path) });
    }
    if (!(await lstat(full)).isFile()) throw new AppError('ITEM_MISSING', { path: printable(path) });
    return full;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('ITEM_MISSING', { path: printable(path) }, { cause: error });
  }
}

/** The bytes of an item, as the project was made with. Refuses with `ITEM_MISSING` or `ITEM_CHANGED`. */
export async function itemBytes(root: string, item: Item): Promise<Uint8Array> {
  const bytes = await readFile(await itemFile(root, item.path));
  assertUnchanged(item, bytes);
  return bytes;
}

/**
 * Refuses with `ITEM_CHANGED` bytes that are not those the project was made with: nobody looked whether what stands in
 * their place is sensitive, and annotations belong to the bytes that were labelled.
 */
export function assertUnchanged({ id, sha256 }: Item, bytes: Uint8Array): void {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new AppError('ITEM_CHANGED', { id });
}

/** The path for a message, without control characters and cut to a readable length. */
function printable(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}
