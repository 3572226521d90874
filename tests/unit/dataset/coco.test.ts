import { describe, expect, test } from 'vitest';
import { coco } from '../../../shared/dataset/formats/coco.ts';
import type { ReadDataset } from '../../../shared/dataset/format.ts';
import { imageEntry, labelSets } from '../manifest/support/make-facts.ts';

const read = (file: unknown): Promise<ReadDataset> =>
  coco.read({ paths: ['annotations/instances_val.json'], readText: async () => JSON.stringify(file) });

test('a picture and its box are written as pycocotools expects them', () => {
  const { files } = coco.write({ labelSets, entries: [imageEntry('harbour', [1.5, 2, 30, 40], 'edited')] });
  expect(JSON.parse((files[0]?.pieces ?? []).join(''))).toEqual({
    info: { description: 'Written by Fairmark' },
    licenses: [],
    categories: [
      { id: 1, name: 'Cat', supercategory: '' },
      { id: 2, name: 'Fishing boat', supercategory: '' },
    ],
    images: [{ id: 1, file_name: 'images/harbour.jpg', width: 640, height: 480 }],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        bbox: [1.5, 2, 30, 40],
        area: 1200,
        segmentation: [],
        iscrowd: 0,
        attributes: { id: 'harbour-1', origin: 'edited' },
      },
    ],
  });
});

describe('a file from elsewhere', () => {
  const good = {
    categories: [{ id: 0, name: 'a dog' }],
    images: [
      { id: 'x', file_name: 'b' },
      { id: 900, file_name: 'c.png', width: 3, height: 4, license: 1 },
    ],
    annotations: [{ id: 7, image_id: 900, category_id: 0, bbox: [0, 0, 1, 1], area: 1 }],
  };

  test('may have ids from 0, with gaps or of text, and pictures without size or extension', async () => {
    const { entries, labelSets: sets, findings } = await read(good);
    expect(findings).toEqual([]);
    expect(sets[0]?.classes.map(({ name }) => name)).toEqual(['a dog']);
    expect(entries.map(({ item, annotations }) => [item.path, item.width, annotations.length])).toEqual([
      ['b', null, 0],
      ['c.png', 3, 1],
    ]);
  });

  test('never brings labels that count as made by hand', async () => {
    const { entries } = await read(good);
    expect(entries[1]?.annotations[0]?.origin).toBe('accepted');
  });

  test.each([
    ['an unknown image', { annotations: [{ image_id: 1, category_id: 0, bbox: [0, 0, 1, 1] }] }, 'ITEM_UNKNOWN'],
    ['an unknown category', { annotations: [{ image_id: 900, category_id: 5, bbox: [0, 0, 1, 1] }] }, 'CLASS_UNKNOWN'],
    ['a box without area', { annotations: [{ image_id: 900, category_id: 0, bbox: [0, 0, 0, 1] }] }, 'SHAPE_INVALID'],
    ['a negative box', { annotations: [{ image_id: 900, category_id: 0, bbox: [0, 0, -1, 1] }] }, 'SHAPE_INVALID'],
    ['a box that is no box', { annotations: [{ image_id: 900, category_id: 0, bbox: [0, 0, 1] }] }, 'RECORD_BROKEN'],
    [
      'a polygon of two corners',
      { annotations: [{ image_id: 900, category_id: 0, bbox: [0, 0, 1, 1], segmentation: [[0, 0, 1, 0]] }] },
      'SHAPE_INVALID',
    ],
    [
      'run lengths that do not fill their picture',
      { annotations: [{ image_id: 900, category_id: 0, segmentation: { size: [2, 2], counts: [1, 2] } }] },
      'SHAPE_INVALID',
    ],
    [
      'run lengths of a picture without end',
      { annotations: [{ image_id: 900, category_id: 0, segmentation: { size: [1e9, 1e9], counts: [1e18] } }] },
      'RECORD_BROKEN',
    ],
    [
      'a text that is no run lengths',
      { annotations: [{ image_id: 900, category_id: 0, segmentation: { size: [2, 2], counts: '\u{1f600}' } }] },
      'SHAPE_INVALID',
    ],
    ['two images with one id', { images: [good.images[1], good.images[1]] }, 'ID_REPEATED'],
    ['no image', { images: [] }, 'NOTHING_FOUND'],
  ])('with %s is reported', async (_name, change, code) => {
    const { findings } = await read({ ...good, ...change });
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  test.each(['{"images":[],"images":[]}', '{"__proto__":{}}', '{"images":[{"id":1e999}]}', '['.repeat(100)])(
    'that attacks the parser is refused: %s',
    async (text) => {
      const { findings } = await coco.read({ paths: ['instances.json'], readText: async () => text });
      expect(findings.map(({ code }) => code)).toContain('NOT_JSON');
    },
  );
});

test('relations and their types are reported by name, and no category is made of a type', () => {
  const entry = imageEntry('harbour', [1, 2, 3, 4]);
  const link = {
    id: 'link-1',
    classId: 'near',
    origin: 'hand' as const,
    order: 1,
    shape: { kind: 'relation' as const, from: 'harbour-1', to: 'other' },
  };
  const { losses } = coco.write({ labelSets, entries: [{ ...entry, annotations: [...entry.annotations, link] }] });
  expect(losses.filter(({ path }) => /near|link/.test(path))).toEqual([
    {
      code: 'CLASS_NOT_CARRIED',
      path: 'classes/near',
      aside: 'Next to',
      reason: 'classOfRelations',
      details: {},
    },
    {
      code: 'KIND_NOT_CARRIED',
      path: 'images/harbour.jpg#link-1',
      aside: 'harbour-1 → other',
      reason: 'kindNotHeld',
      details: { kind: 'relation' },
    },
  ]);
});

test('the score of a prediction is kept, one that is no share of one is not', async () => {
  const file = {
    images: [{ id: 1, file_name: 'a.jpg' }],
    categories: [{ id: 1, name: 'Cat' }],
    annotations: [0.75, 80].map((score) => ({ image_id: 1, category_id: 1, bbox: [1, 2, 3, 4], score })),
  };
  const { entries, findings } = await coco.read({
    paths: ['instances.json'],
    readText: async () => JSON.stringify(file),
  });
  expect(findings).toEqual([]);
  expect([...(entries[0]?.scores ?? [])]).toEqual([['coco-1', 0.75]]);
});
