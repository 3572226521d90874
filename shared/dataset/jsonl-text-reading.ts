import { z } from 'zod';
import { type Annotation, originSchema } from '../annotation/annotation.ts';
import { idSchema } from '../core/ids.ts';
import type { LabelClass } from '../project/label-set.ts';
import type { DatasetSource, ReadDataset, ReadEntry, ReadFinding } from './format.ts';
import { parseRecord, readJsonLines } from './reading.ts';

const labelSchema = z.tuple([z.int().min(0), z.int().min(0), z.string().min(1).max(200)]);
const lineSchema = z.object({
  text: z.string().min(1),
  label: z.array(z.unknown()).optional(),
  /** The name that some tools give the same list. */
  labels: z.array(z.unknown()).optional(),
  file_name: z.string().min(1).max(1024).optional(),
  origins: z.array(originSchema).catch([]).default([]),
  annotation_ids: z.array(idSchema).catch([]).default([]),
});

/**
 * Reads labelled texts, one JSON object a line. Classes are numbered as they first occur. Labels from elsewhere count
 * as `accepted`, never as made by hand.
 */
export async function readJsonlText(source: DatasetSource): Promise<ReadDataset> {
  const findings: ReadFinding[] = [];
  const path = source.paths.find((one) => one.endsWith('.jsonl')) ?? source.paths[0] ?? '';
  const text = await source.readText(path);
  const classes = new Map<string, LabelClass>();
  const entries: ReadEntry[] = [];
  const ids = new Set<string>();
  if (text === null) findings.push({ code: 'TOO_LARGE', path, message: 'is missing, too large, or not UTF-8' });
  for (const { value, path: linePath, line } of readJsonLines(text ?? '', path, findings)) {
    const read = parseRecord(lineSchema, value, linePath, findings);
    if (!read) continue;
    const annotations = readLabels({ read, line, path: linePath, classes, ids, findings });
    const item = { medium: 'text' as const, path: read.file_name ?? `${line}.txt` };
    entries.push({ item, text: read.text, annotations, submissionId: null });
  }
  if (entries.length === 0) findings.push({ code: 'NOTHING_FOUND', path, message: 'has no line with a text' });
  return { labelSets: [{ medium: 'text', classes: [...classes.values()] }], entries, findings };
}

function readLabels(args: {
  readonly read: z.infer<typeof lineSchema>;
  readonly line: number;
  readonly path: string;
  readonly classes: Map<string, LabelClass>;
  readonly ids: Set<string>;
  readonly findings: ReadFinding[];
}): readonly Annotation[] {
  const { read, line, path, classes, ids, findings } = args;
  const characters = Array.from(read.text);
  const annotations: Annotation[] = [];
  for (const [index, record] of (read.label ?? read.labels ?? []).entries()) {
    const labelPath = `${path}#/label/${index}`;
    const label = parseRecord(labelSchema, record, labelPath, findings);
    if (!label) continue;
    const [start, end, name] = label;
    if (start >= end || end > characters.length) {
      findings.push({ code: 'SPAN_MISMATCH', path: labelPath, message: 'does not lie in its text' });
      continue;
    }
    const known = classes.get(name) ?? {
      id: `c${classes.size + 1}`,
      name,
      colour: classes.size % 12,
      kinds: ['span'],
    };
    classes.set(name, known);
    const ownId = read.annotation_ids[index];
    const id = ownId === undefined || ids.has(ownId) ? `line-${line}-${index + 1}` : ownId;
    ids.add(id);
    annotations.push({
      id,
      classId: known.id,
      origin: read.origins[index] ?? 'accepted',
      order: index,
      shape: { kind: 'span', start, end, text: characters.slice(start, end).join('') },
    });
  }
  return annotations;
}
