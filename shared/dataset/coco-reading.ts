import { z } from 'zod';
import { type Annotation, originSchema } from '../annotation/annotation.ts';
import { box } from '../annotation/kinds/box.ts';
import { idSchema } from '../core/ids.ts';
import type { LabelClass } from '../project/label-set.ts';
import type { DatasetSource, ReadDataset, ReadEntry, ReadFinding } from './format.ts';
import { parseRecord, readJson } from './reading.ts';

const cocoId = z.union([z.int(), z.string().max(200)]);
type CocoId = z.infer<typeof cocoId>;

const fileSchema = z.object({
  categories: z.array(z.unknown()).default([]),
  images: z.array(z.unknown()),
  annotations: z.array(z.unknown()).default([]),
});
const categorySchema = z.object({ id: cocoId, name: z.string().min(1).max(200) });
const imageSchema = z.object({
  id: cocoId,
  file_name: z.string().min(1).max(1024),
  width: z.int().min(1).nullish(),
  height: z.int().min(1).nullish(),
});
const annotationSchema = z.object({
  image_id: cocoId,
  category_id: cocoId,
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  segmentation: z.unknown().optional(),
  iscrowd: z.literal([0, 1]).default(0),
  /** Ours, if Fairmark wrote the file; anything else there is somebody else's and left alone. */
  attributes: z.object({ id: idSchema.optional(), origin: originSchema.optional() }).catch({}).default({}),
});

interface Growing extends ReadEntry {
  readonly annotations: Annotation[];
}

/**
 * Reads boxes from a COCO file. Ids may be any numbers or texts, with gaps. Labels from elsewhere count as `accepted`,
 * never as made by hand. `file_name` is passed on as it stands: the host refuses odd paths when it opens them.
 */
export async function readCoco(source: DatasetSource): Promise<ReadDataset> {
  const findings: ReadFinding[] = [];
  const path = source.paths.find((one) => /(^|\/)instances[^/]*\.json$/.test(one)) ?? source.paths[0] ?? '';
  const json = await readJson(source, path, findings);
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    findings.push({ code: 'NOTHING_FOUND', path, message: 'is not a COCO file: it has no list of images' });
    return { labelSets: [], entries: [], findings };
  }
  const classes = readCategories(file.data.categories, path, findings);
  const entries = readImages(file.data.images, path, findings);
  const ids = new Set<string>();
  for (const [index, record] of file.data.annotations.entries()) {
    readAnnotation({ record, path: `${path}#/annotations/${index}`, index, classes, entries, ids, findings });
  }
  if (entries.size === 0) findings.push({ code: 'NOTHING_FOUND', path, message: 'lists no image that could be read' });
  return {
    labelSets: [{ medium: 'image', classes: [...classes.values()] }],
    entries: [...entries.values()],
    findings,
  };
}

function readCategories(
  records: readonly unknown[],
  file: string,
  findings: ReadFinding[],
): ReadonlyMap<CocoId, LabelClass> {
  const classes = new Map<CocoId, LabelClass>();
  for (const [index, record] of records.entries()) {
    const path = `${file}#/categories/${index}`;
    const category = parseRecord(categorySchema, record, path, findings);
    if (!category) continue;
    if (classes.has(category.id)) findings.push(repeated(path));
    else {
      const { id, name } = category;
      classes.set(id, { id: `c${classes.size + 1}`, name, colour: classes.size % 12, kinds: ['box'] });
    }
  }
  return classes;
}

function readImages(records: readonly unknown[], file: string, findings: ReadFinding[]): ReadonlyMap<CocoId, Growing> {
  const entries = new Map<CocoId, Growing>();
  for (const [index, record] of records.entries()) {
    const path = `${file}#/images/${index}`;
    const image = parseRecord(imageSchema, record, path, findings);
    if (!image) continue;
    if (entries.has(image.id)) findings.push(repeated(path));
    else {
      const { file_name: itemPath, width = null, height = null } = image;
      const item = { medium: 'image' as const, path: itemPath, width, height };
      entries.set(image.id, { item, text: null, annotations: [], submissionId: null });
    }
  }
  return entries;
}

function readAnnotation(args: {
  readonly record: unknown;
  readonly path: string;
  readonly index: number;
  readonly classes: ReadonlyMap<CocoId, LabelClass>;
  readonly entries: ReadonlyMap<CocoId, Growing>;
  readonly ids: Set<string>;
  readonly findings: ReadFinding[];
}): void {
  const { record, path, index, classes, entries, ids, findings } = args;
  const read = parseRecord(annotationSchema, record, path, findings);
  if (!read) return;
  const own = entries.get(read.image_id)?.annotations;
  const classId = classes.get(read.category_id)?.id;
  const [x, y, width, height] = read.bbox;
  const shape = box.schema.safeParse({ kind: 'box', x, y, width, height });
  if (!own) findings.push({ code: 'ITEM_UNKNOWN', path, message: 'belongs to no image of this file' });
  else if (classId === undefined)
    findings.push({ code: 'CLASS_UNKNOWN', path, message: 'has no category of this file' });
  else if (!shape.success) findings.push({ code: 'SHAPE_INVALID', path, message: 'has no box with an area' });
  else {
    if (read.iscrowd === 1 || (read.segmentation != null && JSON.stringify(read.segmentation) !== '[]')) {
      findings.push({ code: 'KIND_NOT_READ', path, message: 'its mask is not read, only its box' });
    }
    const { id: ownId, origin = 'accepted' } = read.attributes;
    if (ownId !== undefined && ids.has(ownId)) findings.push(repeated(path));
    const id = ownId === undefined || ids.has(ownId) ? `coco-${index + 1}` : ownId;
    ids.add(id);
    own.push({ id, classId, origin, order: own.length, shape: shape.data });
  }
}

function repeated(path: string): ReadFinding {
  return { code: 'ID_REPEATED', path, message: 'has the id of another record' };
}
