import { z } from 'zod';
import { annotationSchema } from '../../annotation/annotation.ts';
import { idSchema } from '../../core/ids.ts';
import { itemSchema } from '../../project/item.ts';
import { labelSetSchema } from '../../project/label-set.ts';
import { namedEntries, nameLosses } from '../entries.ts';
import { found } from '../findings.ts';
import type {
  DatasetFormat,
  DatasetSource,
  Loss,
  ReadDataset,
  ReadEntry,
  ReadFinding,
  WrittenDataset,
} from '../format.ts';
import { parseRecord, readJson, readJsonLines } from '../reading.ts';
import type { DatasetSnapshot } from '../snapshot.ts';

const LABEL_SETS_FILE = 'label-sets.json';
const ANNOTATIONS_FILE = 'annotations.jsonl';

/** One item a line. `file` is the item's name in the export; `item.path` the one it had in its project. */
export const fairmarkLineSchema = z.strictObject({
  item: itemSchema,
  file: z.string().min(1).max(1024),
  submissionId: idSchema.nullable(),
  annotations: z.array(annotationSchema).max(100_000),
});

/**
 * Fairmark's own form, in every package: all kinds, ids, origins and submissions, so that reading gives back what was
 * written, and labour can be counted from it. The texts themselves are the items' files, in `items/` beside its folder.
 */
export const fairmark: DatasetFormat = {
  id: 'fairmark',
  title: 'Fairmark',
  media: ['image', 'text'],
  supports: () => true,
  write,
  read,
};

function write(snapshot: DatasetSnapshot): WrittenDataset {
  const losses: Loss[] = [];
  const pieces = namedEntries(snapshot).map((entry) => {
    const { item, name, submissionId, annotations } = entry;
    losses.push(...nameLosses(entry));
    const line = fairmarkLineSchema.parse({ item, file: name.path, submissionId, annotations });
    return `${JSON.stringify(line)}\n`;
  });
  const labelSets = snapshot.labelSets.toSorted((a, b) => (a.medium < b.medium ? -1 : 1));
  const labels = `${JSON.stringify(z.array(labelSetSchema).parse(labelSets), null, 2)}\n`;
  return {
    files: [
      { path: LABEL_SETS_FILE, pieces: [labels] },
      { path: ANNOTATIONS_FILE, pieces },
    ],
    losses,
  };
}

async function read(source: DatasetSource): Promise<ReadDataset> {
  const findings: ReadFinding[] = [];
  const pathOf = (name: string): string => source.paths.find((one) => one === name || one.endsWith(`/${name}`)) ?? name;
  const labels = await readJson(source, pathOf(LABEL_SETS_FILE), findings);
  const labelSets =
    labels === undefined ? [] : (parseRecord(z.array(labelSetSchema), labels, LABEL_SETS_FILE, findings) ?? []);
  const path = pathOf(ANNOTATIONS_FILE);
  const itemsFolder = `${path.slice(0, -ANNOTATIONS_FILE.length).replace(/[^/]+\/$/, '')}items/`;
  const lines = await source.readText(path);
  const entries: ReadEntry[] = [];
  const ids = new Set<string>();
  if (lines === null) findings.push(found('TOO_LARGE', path, 'unreadable'));
  for (const { value, path: linePath } of readJsonLines(lines ?? '', path, findings)) {
    const line = parseRecord(fairmarkLineSchema, value, linePath, findings);
    if (!line) continue;
    const { item, file, submissionId, annotations } = line;
    if (ids.has(item.id)) {
      findings.push(found('ID_REPEATED', linePath, 'itemRepeated', { item: item.id }));
      continue;
    }
    ids.add(item.id);
    const text = item.medium === 'text' ? await source.readText(`${itemsFolder}${file}`) : null;
    entries.push({ item, text, annotations, submissionId });
  }
  if (entries.length === 0) findings.push(found('NOTHING_FOUND', path, 'noItems'));
  return { labelSets, entries, findings };
}
