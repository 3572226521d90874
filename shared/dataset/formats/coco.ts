import { readCoco } from '../coco-reading.ts';
import { cocoAttributesOf, cocoKinds, cocoShapeOf, cocoSkeletonOf } from '../coco-record.ts';
import { classesOf, lossesOfOtherMedia, namedEntries, kindLoss, nameLosses } from '../entries.ts';
import { lost } from '../findings.ts';
import type { DatasetFormat, Loss, WrittenDataset } from '../format.ts';
import type { LabelClass } from '../../project/label-set.ts';
import type { DatasetSnapshot } from '../snapshot.ts';

const FILE = 'instances.json';

/**
 * COCO instances (https://cocodataset.org/#format-data): boxes, polygons of several parts, masks and key points of
 * pictures. Coordinates unrounded, nothing clipped; pictures without labels stay in. Each label keeps its origin, id,
 * group, marks and attributes under `attributes`, which COCO tools leave alone.
 */
export const coco: DatasetFormat = {
  id: 'coco',
  title: 'COCO instances',
  media: ['image'],
  supports: (kind) => cocoKinds.includes(kind),
  write,
  read: readCoco,
};

function write(snapshot: DatasetSnapshot): WrittenDataset {
  const all = namedEntries(snapshot);
  const entries = all.filter(({ item }) => item.medium === 'image');
  const losses: Loss[] = [...lossesOfOtherMedia(snapshot, all, ['image'])];
  const [types, classes] = splitTypes(classesOf(snapshot.labelSets, 'image'));
  for (const { id, name } of types) {
    losses.push(lost('CLASS_NOT_CARRIED', { path: `classes/${id}`, aside: name }, 'classOfRelations'));
  }
  const categoryIds = new Map(classes.map(({ id }, index) => [id, index + 1]));
  const skeletons = new Map(classes.map(({ id, skeleton }) => [id, skeleton]));
  const images: string[] = [];
  const annotations: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const { item, name, annotations: own } = entry;
    const imageId = index + 1;
    const { width, height } = item;
    images.push(JSON.stringify({ id: imageId, file_name: name.path, width, height }));
    losses.push(...nameLosses(entry));
    for (const annotation of own) {
      const { id, classId } = annotation;
      const path = `${name.path}#${id}`;
      const categoryId = categoryIds.get(classId);
      const written = cocoShapeOf(annotation, { width: width ?? 0, height: height ?? 0 }, skeletons.get(classId));
      if ('why' in written) losses.push(kindLoss(entry, annotation, written.why));
      else if (categoryId === undefined) {
        losses.push(lost('CLASS_UNKNOWN', { path, aside: classId }, 'classUnknown'));
      } else {
        for (const { part, reason } of written.lost) {
          losses.push(lost('DETAIL_NOT_CARRIED', { path: `${path}/${part}` }, reason));
        }
        const record = {
          id: annotations.length + 1,
          image_id: imageId,
          category_id: categoryId,
          ...written.fields,
          attributes: cocoAttributesOf(annotation),
        };
        annotations.push(JSON.stringify(record));
      }
    }
  }
  const categories = classes.map(({ id, name, skeleton }) =>
    JSON.stringify({ id: categoryIds.get(id), name, supercategory: '', ...(skeleton ? cocoSkeletonOf(skeleton) : {}) }),
  );
  const pieces = [
    '{\n"info": {"description": "Written by Fairmark"},\n"licenses": [],\n',
    ...listPieces('categories', categories),
    ',\n',
    ...listPieces('images', images),
    ',\n',
    ...listPieces('annotations', annotations),
    '\n}\n',
  ];
  return { files: [{ path: FILE, pieces }], losses };
}

/** Types of relations, and the classes of what is in the pictures. */
function splitTypes(all: readonly LabelClass[]): readonly [readonly LabelClass[], readonly LabelClass[]] {
  const isType = ({ kinds }: LabelClass): boolean => kinds.every((kind) => kind === 'relation');
  return [all.filter(isType), all.filter((one) => !isType(one))];
}

/** A JSON list with one record a line, so that two releases can be compared with `diff`. */
function listPieces(name: string, records: readonly string[]): readonly string[] {
  return [`"${name}": [`, ...records.map((record, index) => `${index === 0 ? '\n' : ',\n'}${record}`), '\n]'];
}
