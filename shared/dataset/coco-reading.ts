import { z } from 'zod';
import {
  type Annotation,
  attributeValueSchema,
  imageKindOf,
  markSchema,
  originSchema,
  type Shape,
} from '../annotation/annotation.ts';
import { box } from '../annotation/kinds/box.ts';
import { idSchema } from '../core/ids.ts';
import type { LabelClass } from '../project/label-set.ts';
import { segmentationSchema, shapeOfKeypoints, shapeOfSegmentation, templateOf } from './coco-shapes.ts';
import { found } from './findings.ts';
import type { DatasetSource, ReadDataset, ReadEntry, ReadFinding } from './format.ts';
import { parseRecord, readJson } from './reading.ts';

const cocoId = z.union([z.int(), z.string().max(200)]);
type CocoId = z.infer<typeof cocoId>;

const fileSchema = z.object({
  categories: z.array(z.unknown()).default([]),
  images: z.array(z.unknown()),
  annotations: z.array(z.unknown()).default([]),
});
const categorySchema = z.object({
  id: cocoId,
  name: z.string().min(1).max(200),
  keypoints: z.array(z.string().min(1).max(100)).max(500).catch([]).default([]),
  skeleton: z.array(z.array(z.number())).max(2000).catch([]).default([]),
});
const imageSchema = z.object({
  id: cocoId,
  file_name: z.string().min(1).max(1024),
  width: z.int().min(1).nullish(),
  height: z.int().min(1).nullish(),
});
const annotationSchema = z.object({
  image_id: cocoId,
  category_id: cocoId,
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  segmentation: segmentationSchema.optional(),
  keypoints: z.array(z.number()).max(1500).optional(),
  iscrowd: z.literal([0, 1]).default(0),
  /** Of results of a model; anything that is no share of one is left aside. */
  score: z.number().min(0).max(1).nullish().catch(null),
  /** Ours, if Fairmark wrote the file; anything else there is somebody else's and left alone. */
  attributes: z
    .object({
      id: idSchema.optional(),
      origin: originSchema.optional(),
      group: idSchema.optional(),
      marks: z.array(markSchema).max(4).optional(),
      values: z.record(idSchema, attributeValueSchema).optional(),
    })
    .catch({})
    .default({}),
});
type CocoAnnotation = z.infer<typeof annotationSchema>;

interface Growing extends ReadEntry {
  readonly annotations: Annotation[];
  readonly scores: Map<string, number>;
}

/**
 * Reads boxes, polygons, masks and key points from a COCO file. Ids may be any numbers or texts, with gaps. Labels from elsewhere count as `accepted`,
 * never as made by hand. `file_name` is passed on as it stands: the host refuses odd paths when it opens them.
 */
export async function readCoco(source: DatasetSource): Promise<ReadDataset> {
  const findings: ReadFinding[] = [];
  const path = source.paths.find((one) => /(^|\/)instances[^/]*\.json$/.test(one)) ?? source.paths[0] ?? '';
  const json = await readJson(source, path, findings);
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    findings.push(found('NOTHING_FOUND', path, 'notCoco'));
    return { labelSets: [], entries: [], findings };
  }
  const classes = readCategories(file.data.categories, path, findings);
  const entries = readImages(file.data.images, path, findings);
  const ids = new Set<string>();
  for (const [index, record] of file.data.annotations.entries()) {
    readAnnotation({ record, path: `${path}#/annotations/${index}`, index, classes, entries, ids, findings });
  }
  if (entries.size === 0) findings.push(found('NOTHING_FOUND', path, 'noImages'));
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
      const skeleton = templateOf(category.keypoints, category.skeleton);
      const kinds = [...(skeleton ? ['skeleton'] : []), 'box', 'polygon', 'mask'];
      const made = { id: `c${classes.size + 1}`, name, colour: classes.size % 12, kinds };
      classes.set(id, skeleton ? { ...made, skeleton } : made);
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
      entries.set(image.id, { item, text: null, annotations: [], submissionId: null, scores: new Map() });
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
  const entry = entries.get(read.image_id);
  const own = entry?.annotations;
  const labelClass = classes.get(read.category_id);
  if (!entry || !own) return void findings.push(found('ITEM_UNKNOWN', path, 'noImageOfFile'));
  if (!labelClass) return void findings.push(found('CLASS_UNKNOWN', path, 'noCategory'));
  const shapes = shapesOf(read, labelClass);
  if (shapes.length === 0) findings.push(found('SHAPE_INVALID', path, 'noShape'));
  const { id: ownId, origin = 'accepted', marks = [], group, values } = read.attributes;
  if (ownId !== undefined && ids.has(ownId)) findings.push(repeated(path));
  const id = ownId === undefined || ids.has(ownId) ? `coco-${index + 1}` : ownId;
  const allMarks = [...new Set([...marks, ...(read.iscrowd === 1 ? (['crowd'] as const) : [])])];
  const together = shapes.length > 1 ? id : group;
  for (const [place, shape] of shapes.entries()) {
    const shapeId = place === 0 ? id : `${id}-${shape.kind}`;
    ids.add(shapeId);
    if (typeof read.score === 'number') entry.scores.set(shapeId, read.score);
    own.push({
      id: shapeId,
      classId: labelClass.id,
      origin,
      order: own.length,
      shape,
      ...(together === undefined ? {} : { group: together }),
      ...(allMarks.length === 0 ? {} : { marks: allMarks }),
      ...(values === undefined ? {} : { attributes: values }),
    });
  }
}

/** A segmentation, or else the box; and key points beside it. A box that only goes round the key points says no more. */
function shapesOf({ bbox, segmentation, keypoints }: CocoAnnotation, { skeleton }: LabelClass): readonly Shape[] {
  const shapes: Shape[] = [];
  const hasSegmentation = segmentation !== undefined && !(Array.isArray(segmentation) && segmentation.length === 0);
  const points = keypoints && skeleton ? shapeOfKeypoints(keypoints, skeleton) : null;
  if (hasSegmentation) {
    const shape = shapeOfSegmentation(segmentation);
    const kind = shape && imageKindOf(shape);
    if (shape && kind?.schema.safeParse(shape).success) shapes.push(shape);
  } else if (bbox && !(points && isAround(bbox, points))) {
    const [x, y, width, height] = bbox;
    const shape = box.schema.safeParse({ kind: 'box', x, y, width, height });
    if (shape.success) shapes.push(shape.data);
  }
  return points ? [...shapes, points] : shapes;
}

function isAround([x, y, width, height]: readonly number[], points: Shape): boolean {
  const bounds = imageKindOf(points)?.bounds(points);
  return bounds?.x === x && bounds?.y === y && bounds?.width === width && bounds?.height === height;
}

function repeated(path: string): ReadFinding {
  return found('ID_REPEATED', path, 'idRepeated');
}
