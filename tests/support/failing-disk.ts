import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small drive of its own that can fail while files on it are open. */
export interface FailingDisk {
  /** Where it is mounted. */
  readonly dir: string;
  /** The drive gives up: from now on the system lets nobody write to it. */
  readonly fail: () => void;
  /** The drive is taken out and put in again, whole; nothing may hold a file on it. */
  readonly mend: () => void;
  readonly remove: () => void;
}

const run = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** An ext4 drive of 16 MiB in a file; null where there is no right to mount one. */
export function makeFailingDisk(): FailingDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'fairmark-drive-'));
  const [image, dir] = [join(folder, 'image'), join(folder, 'drive')];
  mkdirSync(dir);
  writeFileSync(image, '');
  truncateSync(image, 16 * 1024 * 1024);
  const mount = (): boolean => run('mount', '-o', 'loop', image, dir);
  if (!run('mkfs.ext4', '-q', image) || !mount()) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    dir,
    // what ext4 does by itself when the drive reports an error
    fail() {
      if (!run('mount', '-i', '-o', 'remount,abort', dir)) throw new Error('the drive does not fail');
    },
    mend() {
      if (!run('umount', dir)) throw new Error('the drive is in use');
      run('fsck.ext4', '-p', image);
      if (!mount()) throw new Error('the drive does not come back');
    },
    remove() {
      spawnSync('umount', [dir]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
