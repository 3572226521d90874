import type { DatasetFormat, DatasetSource, ReadDataset, ReadEntry, WrittenDataset } from '../../dataset/format.ts';
import { allFormats } from '../../dataset/formats.ts';
import { fairmark } from '../../dataset/formats/fairmark.ts';
import type { DatasetSnapshot } from '../../dataset/snapshot.ts';
import { itemSchema } from '../../project/item.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { fromUtf8 } from '../encoding/bytes.ts';
import { ITEMS_FOLDER } from '../package-paths.ts';
import { limits } from './limits.ts';
import type { Notes } from './noted.ts';
import type { FoundFile, PackageReader } from './package-reader.ts';

/**
 * Whether the dataset says the same in every format. The workers' trees bind Fairmark's own form; what is written for
 * other tools must not say anything else. Compared by meaning, not by bytes: labels, geometry, texts and origins.
 *
 * @returns false if something could not be compared: too large, or a format that this program does not know.
 */
export async function checkFormats(args: {
  readonly reader: PackageReader;
  readonly files: readonly FoundFile[];
  readonly notes: Notes;
}): Promise<boolean> {
  const { reader, files, notes } = args;
  const bytes = files
    .filter(({ path }) => !path.startsWith(`${ITEMS_FOLDER}/`))
    .reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > limits.comparedBytes) return false;
  const own = [...folderPaths(files, fairmark.id), ...folderPaths(files, 'items')];
  const snapshot = snapshotOf(await fairmark.read(sourceOf(reader, own)));
  if (!snapshot) return false;
  let isWhole = true;
  const folders = new Set(files.flatMap(({ path }) => /^data\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const folder of folders) {
    if (folder === fairmark.id || folder === 'items') continue;
    const format = allFormats.find(({ id }) => id === folder);
    if (!format) {
      isWhole = false;
      continue;
    }
    const expected = await meaningOf(format, writtenSource(format.write(snapshot)));
    const found = await meaningOf(format, sourceOf(reader, folderPaths(files, folder)));
    const different = [...new Set([...expected.keys(), ...found.keys()])].filter(
      (path) => expected.get(path) !== found.get(path),
    );
    for (const path of different.toSorted().slice(0, limits.findingsAFormat)) {
      notes.add('coverage', 'E_COVERAGE', `data/${folder}: ${path}`, 'formatDiffers');
    }
  }
  return isWhole;
}

function folderPaths(files: readonly FoundFile[], folder: string): readonly string[] {
  return files.map(({ path }) => path).filter((path) => path.startsWith(`data/${folder}/`));
}

function sourceOf(reader: PackageReader, paths: readonly string[]): DatasetSource {
  return {
    paths,
    readText: async (path) => {
      const bytes = await reader.read(path, limits.comparedBytes);
      return bytes && fromUtf8(bytes);
    },
  };
}

function writtenSource({ files }: WrittenDataset): DatasetSource {
  const texts = new Map(files.map(({ path, pieces }) => [path, pieces]));
  return { paths: [...texts.keys()], readText: async (path) => texts.get(path)?.join('') ?? null };
}

/** The dataset as it was exported; null if it cannot be read whole, of which other checks tell. */
function snapshotOf({ labelSets, entries, findings }: ReadDataset): DatasetSnapshot | null {
  if (findings.length > 0) return null;
  return {
    labelSets,
    entries: entries.map(({ item, text, annotations, submissionId }) => ({
      item: itemSchema.parse(item),
      text,
      annotations,
      submissionId,
    })),
  };
}

/** What a dataset says of each item, by the item's name, as text that can be compared. */
async function meaningOf(format: DatasetFormat, source: DatasetSource): Promise<ReadonlyMap<string, string>> {
  const { labelSets, entries, findings } = await format.read(source);
  const names = new Map(labelSets.flatMap(({ classes }) => classes.map(({ id, name }) => [id, name])));
  const meanings = new Map(entries.map((entry) => [entry.item.path, meaningOfEntry(entry, names)]));
  for (const { path, code } of findings) {
    // Nothing found is what a format says of a dataset without its medium; entries are compared anyway.
    if (code === 'NOTHING_FOUND') continue;
    // What cannot be read of a file that somebody altered is different as well.
    meanings.set(path.replace(/^data\/[^/]+\//, ''), code);
  }
  return meanings;
}

function meaningOfEntry({ item, text, annotations }: ReadEntry, names: ReadonlyMap<string, string>): string {
  const said = annotations.map(({ classId, origin, shape }) =>
    canonicalJson({ class: names.get(classId) ?? null, origin, shape: { ...shape } }),
  );
  return canonicalJson({ text, width: item.width ?? null, height: item.height ?? null, said: said.toSorted() });
}
