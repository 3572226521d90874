import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ComposedFile } from '../../../shared/manifest/compose/compose.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { refusingDiskErrors } from './disk-refusal.ts';

/**
 * Keeps the statements, rows and keys of single workers that a package does not publish. The folder can be given to
 * an auditor as it is; to a worker, only what is theirs.
 */
export async function writeOpenings(folder: string, files: readonly ComposedFile[]): Promise<void> {
  await refusingDiskErrors(async () => {
    for (const { path, bytes } of files) {
      const absolute = join(folder, ...path.split('/'));
      await mkdir(dirname(absolute), { recursive: true, mode: 0o700 });
      await writeFileAtomically(absolute, bytes, 0o600);
    }
  });
}
