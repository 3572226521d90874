import { AppError } from '../../../shared/core/errors.ts';
import type { FlagSource, ReadFlags } from '../../../shared/dataset/flag-reader.ts';
import { allFlagReaders } from '../../../shared/dataset/flag-readers.ts';
import type { DatasetSource } from '../../../shared/dataset/format.ts';
import { parseTable } from './csv-table.ts';

/**
 * Everything that the files of a folder, or one file, say of sensitive content. Refuses with `FORMAT_UNKNOWN` when the
 * named format is not known, with `NOTHING_TO_IMPORT` when no file could hold flags.
 */
export async function readFlagsOf(
  dataset: DatasetSource,
  format?: string,
): Promise<ReadFlags & { readonly files: readonly string[] }> {
  const readers = allFlagReaders.filter(({ id }) => format === undefined || id === format);
  if (readers.length === 0) throw new AppError('FORMAT_UNKNOWN', { format: format ?? '' });
  const source: FlagSource = {
    ...dataset,
    async readTable(path) {
      const text = await dataset.readText(path);
      return text === null ? null : parseTable(text);
    },
  };
  const chosen = readers.flatMap((reader) =>
    source.paths.filter((path) => reader.reads(path)).map((path) => ({ reader, path })),
  );
  if (chosen.length === 0) throw new AppError('NOTHING_TO_IMPORT');
  const read: ReadFlags[] = [];
  for (const { reader, path } of chosen) read.push(await reader.read(source, path));
  return {
    files: chosen.map(({ path }) => path),
    entries: read.flatMap(({ entries }) => entries),
    findings: read.flatMap(({ findings }) => findings),
  };
}
