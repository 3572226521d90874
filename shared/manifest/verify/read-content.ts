import type { CryptoPort } from '../../core/ports.ts';
import { fairmarkLineSchema } from '../../dataset/formats/fairmark.ts';
import { parseStrictJson } from '../../dataset/strict-json.ts';
import { contentEntry } from '../content.ts';
import { fromUtf8 } from '../encoding/bytes.ts';
import type { ContentEntry } from '../labour.ts';
import { ANNOTATIONS_PATH, ITEMS_FOLDER } from '../package-paths.ts';
import { lines } from './lines.ts';
import { limits } from './limits.ts';
import type { Notes } from './noted.ts';
import type { PackageReader } from './package-reader.ts';

/**
 * Reads `data/fairmark/annotations.jsonl` line by line: what labour is counted from. Each line's item must be the file
 * that lies in `data/items/`. Null, with findings, if anything in it cannot be read.
 */
export async function readContent(args: {
  readonly reader: PackageReader;
  readonly digests: ReadonlyMap<string, string>;
  readonly crypto: Pick<CryptoPort, 'sha256'>;
  readonly notes: Notes;
}): Promise<readonly ContentEntry[] | null> {
  const { reader, digests, crypto, notes } = args;
  if (!digests.has(ANNOTATIONS_PATH)) {
    notes.add('coverage', 'E_COVERAGE', ANNOTATIONS_PATH, 'annotationsMissing');
    return null;
  }
  const entries: ContentEntry[] = [];
  const seen = new Set<string>();
  const submissions = new Set<string>();
  let number = 0;
  for await (const line of lines(reader.chunks(ANNOTATIONS_PATH), limits.annotationLineCharacters)) {
    number += 1;
    const path = `${ANNOTATIONS_PATH}:${number}`;
    const text = line && fromUtf8(line);
    if (text === null || number > limits.items) {
      notes.add('coverage', 'E_LIMIT', path, 'lineUnreadable');
      return null;
    }
    const json = parseStrictJson(text, {
      characters: limits.annotationLineCharacters,
      depth: 32,
      values: 1_000_000,
      numbers: 'finite',
    });
    const parsed = fairmarkLineSchema.safeParse(json.ok ? json.value : null);
    if (!parsed.success) {
      notes.add('coverage', 'E_FORMAT', path, 'notLabelledItem');
      return null;
    }
    const { item, file, submissionId, annotations } = parsed.data;
    const itemPath = `${ITEMS_FOLDER}/${file}`;
    const isRepeated = seen.has(item.id) || (submissionId !== null && submissions.has(submissionId));
    if (isRepeated || new Set(annotations.map(({ id }) => id)).size < annotations.length) {
      notes.add('coverage', 'E_COVERAGE', path, 'repeatedInDataset');
      return null;
    }
    seen.add(item.id);
    if (submissionId !== null) submissions.add(submissionId);
    if (digests.get(itemPath) !== item.sha256) {
      notes.add('files', 'E_SUBJECT', itemPath, 'otherItem');
    }
    entries.push(
      contentEntry({ itemId: item.id, path: itemPath, itemSha256: item.sha256, submissionId, annotations }, crypto),
    );
  }
  return entries;
}
