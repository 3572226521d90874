import { readCoco } from '../coco-reading.ts';
import { classesOf, lossesOfOtherMedia, namedEntries } from '../entries.ts';
import type { DatasetFormat, Loss, WrittenDataset } from '../format.ts';
import type { DatasetSnapshot } from '../snapshot.ts';

const FILE = 'instances.json';

/**
 * COCO instances (https://cocodataset.org/#format-data): boxes of pictures. Coordinates unrounded, nothing clipped;
 * pictures without boxes stay in. Each box keeps its origin and id under `attributes`, which COCO tools leave alone.
 */
export const coco: DatasetFormat = {
  id: 'coco',
  title: 'COCO instances',
  media: ['image'],
  supports: (kind) => kind === 'box',
  write,
  read: readCoco,
};

function write(snapshot: DatasetSnapshot): WrittenDataset {
  const all = namedEntries(snapshot);
  const entries = all.filter(({ item }) => item.medium === 'image');
  const losses: Loss[] = [...lossesOfOtherMedia(snapshot, all, ['image'])];
  const classes = classesOf(snapshot.labelSets, 'image');
  const categoryIds = new Map(classes.map(({ id }, index) => [id, index + 1]));
  const images: string[] = [];
  const annotations: string[] = [];
  for (const [index, { item, name, annotations: own }] of entries.entries()) {
    const imageId = index + 1;
    const { width, height } = item;
    images.push(JSON.stringify({ id: imageId, file_name: name.path, width, height }));
    if (name.isChanged) losses.push({ code: 'NAME_CHANGED', path: name.path, message: `was ${item.path}` });
    for (const { id, classId, origin, shape } of own) {
      const path = `${name.path}#${id}`;
      const categoryId = categoryIds.get(classId);
      if (shape.kind !== 'box') {
        losses.push({ code: 'KIND_NOT_CARRIED', path, message: `a ${shape.kind} cannot be written` });
      } else if (categoryId === undefined) {
        losses.push({ code: 'CLASS_UNKNOWN', path, message: `its class ${classId} is not in the label set` });
      } else {
        const record = {
          id: annotations.length + 1,
          image_id: imageId,
          category_id: categoryId,
          bbox: [shape.x, shape.y, shape.width, shape.height],
          area: shape.width * shape.height,
          segmentation: [],
          iscrowd: 0,
          attributes: { id, origin },
        };
        annotations.push(JSON.stringify(record));
      }
    }
  }
  const categories = classes.map(({ id, name }) =>
    JSON.stringify({ id: categoryIds.get(id), name, supercategory: '' }),
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

/** A JSON list with one record a line, so that two releases can be compared with `diff`. */
function listPieces(name: string, records: readonly string[]): readonly string[] {
  return [`"${name}": [`, ...records.map((record, index) => `${index === 0 ? '\n' : ',\n'}${record}`), '\n]'];
}
