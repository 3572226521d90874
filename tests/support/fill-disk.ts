import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Takes all room that is left on a disk; returns what gives it back. */
export function fillDisk(disk: string): () => void {
  const path = join(disk, 'filler');
  const file = openSync(path, 'w');
  for (const size of [65_536, 4_096, 256, 16, 1]) {
    try {
      while (writeSync(file, Buffer.alloc(size)) > 0);
    } catch {
      // this much does not fit any more
    }
  }
  closeSync(file);
  return () => rmSync(path);
}
