import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flag } from '../../../shared/content/flag.ts';
import { codePointLength } from '../../../shared/core/code-points.ts';
import { directionOf } from '../../../shared/core/text-direction.ts';
import { jsonlText } from '../../../shared/dataset/formats/jsonl-text.ts';
import { readJsonLines } from '../../../shared/dataset/reading.ts';
import { flagOfSaid, saidFlagsOf } from '../../../shared/dataset/said-flag.ts';
import { openDatasetFolder } from '../dataset-folder.ts';
import type { AsideReason, LeftAside, OwnFile } from './own-files.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The texts of a file of JSON lines, one a line, and the lines that hold none. What they say of labels is left to an
 * import; what they say of sensitive content is not, for until then a text would stand there in the open.
 */
export async function textsInLines(
  folder: string,
  path: string,
): Promise<{ readonly files: readonly OwnFile[]; readonly aside: readonly LeftAside[] }> {
  const file = join(folder, ...path.split('/'));
  const { size } = await lstat(file);
  if (size > MOST_BYTES) return { files: [], aside: [{ path, why: 'too-large' }] };
  const source = await openDatasetFolder(file);
  const { entries, findings } = await jsonlText.read(source);
  const flagged = flagsByLine((await source.readText(source.paths[0] ?? '')) ?? '', source.paths[0] ?? '');
  if (findings.some(({ code }) => code === 'TOO_LARGE')) return { files: [], aside: [{ path, why: 'not-utf8' }] };
  const name = path.slice(0, -'.jsonl'.length);
  const files = entries.flatMap(({ item, text, at = '' }): readonly OwnFile[] =>
    text === null || text.trim() === ''
      ? []
      : [
          {
            path: `${name}/${item.path}`,
            medium: 'text',
            direction: directionOf(text),
            text,
            flags: (flagged.get(at) ?? []).map((flag) => flagIn(flag, text)),
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

/** What lines say in their field `flags`, by `file:line`; what is said unclearly covers more, never less. */
function flagsByLine(lines: string, file: string): ReadonlyMap<string, readonly Flag[]> {
  const flags = new Map<string, readonly Flag[]>();
  for (const { value, path } of readJsonLines(lines, file, [])) {
    if (typeof value !== 'object' || value === null || !('flags' in value)) continue;
    const said = saidFlagsOf(value['flags']).map((one) => flagOfSaid(one, path, []));
    flags.set(path, said);
  }
  return flags;
}

/** The flag as it lies in the text; on all of it if its place does not. */
function flagIn(flag: Flag, text: string): Flag {
  const { extent } = flag;
  const liesIn = extent.of === 'range' && extent.end <= codePointLength(text);
  return extent.of === 'item' || liesIn ? flag : { ...flag, extent: { of: 'item' } };
}
