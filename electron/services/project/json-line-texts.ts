import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { directionOf } from '../../../shared/core/text-direction.ts';
import { jsonlText } from '../../../shared/dataset/formats/jsonl-text.ts';
import { openDatasetFolder } from '../dataset-folder.ts';
import type { AsideReason, LeftAside, OwnFile } from './own-files.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** The texts of a file of JSON lines, one a line, and the lines that hold none. What they say of labels is left to an import. */
export async function textsInLines(
  folder: string,
  path: string,
): Promise<{ readonly files: readonly OwnFile[]; readonly aside: readonly LeftAside[] }> {
  const file = join(folder, ...path.split('/'));
  const { size } = await lstat(file);
  if (size > MOST_BYTES) return { files: [], aside: [{ path, why: 'too-large' }] };
  const { entries, findings } = await jsonlText.read(await openDatasetFolder(file));
  const name = path.slice(0, -'.jsonl'.length);
  const files = entries.flatMap(({ item, text }): readonly OwnFile[] =>
    text === null || text.trim() === ''
      ? []
      : [
          {
            path: `${name}/${item.path}`,
            medium: 'text',
            direction: directionOf(text),
            text,
            ...(item.parts ? { parts: item.parts } : {}),
          },
        ],
  );
  const why: AsideReason = 'line';
  // a line of which only a label is wrong is there all the same
  const broken = findings.filter(({ code }) => code === 'LINE_BROKEN' || code === 'RECORD_BROKEN');
  const lines = broken.filter((finding) => !finding.path.includes('#'));
  const folderOf = path.slice(0, path.lastIndexOf('/') + 1);
  const aside = lines.map((finding) => ({ path: `${folderOf}${finding.path}`, why }));
  return { files, aside: files.length === 0 && aside.length === 0 ? [{ path, why: 'other' }] : aside };
}
