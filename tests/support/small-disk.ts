import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of 1 MiB that holds one file or folder alone. Null where there is no right to mount. */
export function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const disk = mkdtempSync(join(tmpdir(), 'fairmark-small-'));
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0 ? disk : null;
}

/** Takes the disk away with all that is on it. */
export function unmount(disk: string): void {
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
}
