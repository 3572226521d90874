import { AppError } from '../../../shared/core/errors.ts';
import type { DatasetFormat, DatasetSource, ReadDataset } from '../../../shared/dataset/format.ts';
import { allFormats, formatById } from '../../../shared/dataset/formats.ts';

/**
 * The dataset by the format that was named, else by the one that finds most in it. Refuses with `FORMAT_UNKNOWN` when the
 * named format is not known, with `NOTHING_TO_IMPORT` when no annotation was found.
 */
export async function readDataset(
  source: DatasetSource,
  id?: string,
): Promise<{ readonly format: DatasetFormat; readonly dataset: ReadDataset }> {
  const named = id === undefined ? null : formatById(id);
  if (id !== undefined && !named) throw new AppError('FORMAT_UNKNOWN', { format: id });
  const read = [];
  for (const format of named ? [named] : allFormats) read.push({ format, dataset: await format.read(source) });
  const [best] = read.toSorted((a, b) => countOf(b.dataset) - countOf(a.dataset));
  if (!best || countOf(best.dataset) === 0) throw new AppError('NOTHING_TO_IMPORT');
  return best;
}

function countOf({ entries }: ReadDataset): number {
  return entries.reduce((sum, { annotations }) => sum + annotations.length, 0);
}
