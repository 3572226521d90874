import { z } from 'zod';
import type { FlaggedEntry, FlagReader } from '../flag-reader.ts';
import { found } from '../findings.ts';
import type { ReadFinding } from '../format.ts';
import { parseRecord, readJsonLines } from '../reading.ts';
import { flagOfSaid, saidFlagsOf } from '../said-flag.ts';

const name = z.string().min(1).max(1024).nullish().catch(null);
const lineSchema = z.object({
  file_name: name,
  /** Names that some tools give the same. */
  image: name,
  path: name,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .nullish()
    .catch(null),
  text: z.string().nullish().catch(null),
  flags: z.unknown().optional(),
});

/** A field `flags` on each line, with `start` and `end` in a text or `bbox` in an image where it is about a part. */
export const jsonlFlags: FlagReader = {
  id: 'jsonl',
  title: 'JSON lines with flags',
  reads: (path) => /\.(?:jsonl|ndjson)$/i.test(path),
  async read(source, path) {
    const findings: ReadFinding[] = [];
    const entries: FlaggedEntry[] = [];
    const lines = await source.readText(path);
    if (lines === null) findings.push(found('TOO_LARGE', path, 'unreadable'));
    for (const { value, path: at } of readJsonLines(lines ?? '', path, findings)) {
      const line = parseRecord(lineSchema, value, at, findings);
      const said = line ? saidFlagsOf(line.flags) : [];
      if (!line || said.length === 0) continue;
      const file = line.file_name ?? line.image ?? line.path ?? null;
      const item = { path: file, sha256: line.sha256?.toLowerCase() ?? null, text: line.text ?? null };
      if (item.path === null && item.sha256 === null && item.text === null) {
        findings.push(found('ITEM_UNKNOWN', at, 'namesNothing'));
      } else entries.push({ item, at, flags: said.map((one) => flagOfSaid(one, at, findings)) });
    }
    if (entries.length === 0 && findings.length === 0) {
      findings.push(found('NOTHING_FOUND', path, 'noFlagsLine'));
    }
    return { entries, findings };
  },
};
