import { describe, expect, test } from 'vitest';
import type { Annotation, Shape } from '../../../shared/annotation/annotation.ts';
import { toMask } from '../../../shared/annotation/convert.ts';
import { bitmapOfMask } from '../../../shared/annotation/kinds/mask.ts';
import { coco } from '../../../shared/dataset/formats/coco.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { exampleShapes } from '../../support/example-shapes.ts';
import { imageLabelSet } from '../../support/kinds-project.ts';
import { imageEntry } from '../manifest/support/make-facts.ts';

const square = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

const twoParts: Shape = {
  kind: 'polygon',
  parts: [
    { outer: square(10.25, 10, 50), holes: [] },
    { outer: square(100, 10.5, 30), holes: [] },
  ],
};
const holed: Shape = {
  kind: 'polygon',
  parts: [
    { outer: square(0, 0, 80), holes: [square(10, 10, 20), square(40, 40, 25)] },
    { outer: square(100, 0, 20), holes: [] },
    { outer: square(200, 300, 20), holes: [] },
    { outer: square(600, 440, 40), holes: [] },
  ],
};
const aBox: Shape = { kind: 'box', x: 1.5, y: 2, width: 3, height: 4 };
const mask = toMask(holed, { width: 640, height: 480 }) as Shape;
const skeleton: Shape = {
  kind: 'skeleton',
  points: [
    { name: 'head', visibility: 'visible', x: 300.5, y: 100 },
    { name: 'left hand', visibility: 'hidden', x: 250, y: 150 },
    { name: 'right hand', visibility: 'visible', x: 350, y: 150 },
    { name: 'hip', visibility: 'visible', x: 300, y: 200 },
    { name: 'foot', visibility: 'absent' },
  ],
  edges: imageLabelSet.classes[1]?.skeleton?.edges ?? [],
};

function annotated(shape: Shape, more: Partial<Annotation> = {}): Annotation {
  return {
    id: 'one',
    classId: shape.kind === 'skeleton' ? 'person' : 'thing',
    origin: 'hand',
    order: 0,
    shape,
    ...more,
  };
}

const labelSets: readonly LabelSet[] = [imageLabelSet];

function written(annotation: Annotation) {
  const { files, losses } = coco.write({
    labelSets,
    entries: [{ ...imageEntry('a', [0, 0, 1, 1]), annotations: [annotation] }],
  });
  const text = (files[0]?.pieces ?? []).join('');
  return { text, losses, record: JSON.parse(text).annotations[0] };
}

async function readBack(text: string) {
  const read = await coco.read({ paths: ['instances.json'], readText: async () => text });
  expect(read.findings).toEqual([]);
  return read.entries.flatMap(({ annotations }) => annotations);
}

describe('a shape comes back as it was', () => {
  test.each([
    ['a polygon of two parts', twoParts],
    ['a mask with holes and four parts', mask],
    ['a skeleton with three states', skeleton],
    ['a box', aBox],
  ])('%s', async (_title, shape) => {
    const { text, losses } = written(annotated(shape));
    expect(losses).toEqual([]);
    expect((await readBack(text)).map((one) => one.shape)).toEqual([shape]);
  });

  test('with its group, marks and attributes', async () => {
    const given = annotated(twoParts, {
      group: 'g1',
      marks: ['difficult', 'occluded'],
      attributes: { colour: 'red', count: 3, wet: true },
    });
    const [again] = await readBack(written(given).text);
    expect(again).toMatchObject({ group: 'g1', marks: given.marks, attributes: given.attributes });
  });

  test('a crowd: iscrowd with run lengths as a list, as COCO has them', async () => {
    const { text, record } = written(annotated(mask, { marks: ['crowd'] }));
    expect(record.iscrowd).toBe(1);
    expect(Array.isArray(record.segmentation.counts)).toBe(true);
    expect(await readBack(text)).toMatchObject([{ shape: mask, marks: ['crowd'] }]);
  });
});

test('a polygon with holes becomes the same pixels, and its vertices are a loss', async () => {
  const { text, losses, record } = written(annotated(holed));
  expect(losses).toMatchObject([{ code: 'DETAIL_NOT_CARRIED', path: 'images/a.jpg#one/vertices' }]);
  expect(record.segmentation.size).toEqual([480, 640]);
  const [again] = await readBack(text);
  expect(again?.shape).toEqual(mask);
  if (again?.shape.kind !== 'mask') throw new Error('no mask');
  expect(record.area).toBe(bitmapOfMask(again.shape).bits.reduce((sum, bit) => sum + bit, 0));
  expect(record.area).toBe(80 * 80 - 20 * 20 - 25 * 25 + 2 * 20 * 20 + 40 * 40);
});

test('what COCO has no field for is a loss, by kind', () => {
  for (const kind of ['rotated-box', 'ellipse', 'polyline', 'point', 'tag', 'class'] as const) {
    for (const shape of exampleShapes[kind]) {
      expect(written(annotated(shape)).losses).toMatchObject([{ code: 'KIND_NOT_CARRIED', path: 'images/a.jpg#one' }]);
    }
  }
});

test('a mask over the border, and key points of another class, are losses', () => {
  expect(written(annotated({ ...mask, x: 600 } as Shape)).losses).toMatchObject([{ code: 'KIND_NOT_CARRIED' }]);
  expect(written(annotated(skeleton, { classId: 'thing' })).losses).toMatchObject([{ code: 'KIND_NOT_CARRIED' }]);
});

test('categories say their key points, bones counted from 1', () => {
  const { text } = written(annotated(skeleton));
  expect(JSON.parse(text).categories[1]).toMatchObject({
    keypoints: ['head', 'left hand', 'right hand', 'hip', 'foot'],
    skeleton: [
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 5],
    ],
  });
});

test("a stranger's person with outline and key points becomes two labels of one group", async () => {
  const file = {
    categories: [{ id: 1, name: 'person', keypoints: ['nose', 'tail'], skeleton: [[1, 2]] }],
    images: [{ id: 1, file_name: 'a.jpg', width: 20, height: 20 }],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        bbox: [0, 0, 9, 9],
        segmentation: [[0, 0, 9, 0, 9, 9]],
        keypoints: [3, 4, 2, 0, 0, 0],
        num_keypoints: 1,
        iscrowd: 0,
      },
    ],
  };
  const read = await readBack(JSON.stringify(file));
  expect(read.map(({ id, group, shape }) => [id, group, shape.kind])).toEqual([
    ['coco-1', 'coco-1', 'polygon'],
    ['coco-1-skeleton', 'coco-1', 'skeleton'],
  ]);
});
