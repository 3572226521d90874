import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file as a whole or not at all, also through a power cut: written beside it, flushed, renamed, and the
 * folder flushed.
 *
 * @param mode file permissions; 0o600 for anything private.
 */
export async function writeFileAtomically(path: string, data: string | Uint8Array, mode = 0o600): Promise<void> {
  const building = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(building, 'w', mode);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(building, path);
  } catch (error) {
    await rm(building, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Flushes a folder's own entries. Windows cannot open a folder for that, and does not need to. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
