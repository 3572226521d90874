import { describe, expect, test } from 'vitest';
import type { Annotation, Shape } from '../../../../shared/annotation/annotation.ts';
import { maskOfBitmap } from '../../../../shared/annotation/kinds/mask.ts';
import { bitmapOfRect } from '../../../../shared/annotation/raster/outline.ts';
import type { Rect } from '../../../../shared/core/geometry.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import { type AreaPlan, planCut, planSubtraction, planUnion } from '../../../../renderer/canvas/areas/areas.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const labelSet: LabelSet = {
  medium: 'image',
  classes: [
    { id: 'cat', name: 'Cat', colour: 0, kinds: ['polygon', 'mask', 'box'] },
    { id: 'rings', name: 'Rings', colour: 1, kinds: ['polygon'] },
    { id: 'boxes', name: 'Boxes', colour: 2, kinds: ['box'] },
  ],
};
const context = { item, labelSet, newId: () => 'new' };
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

function corners({ x, y, width, height }: Rect) {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function polygon(id: string, outer: Rect, more: Partial<Annotation> = {}, holes: readonly Rect[] = []): Annotation {
  const shape: Shape = { kind: 'polygon', parts: [{ outer: corners(outer), holes: holes.map(corners) }] };
  return { ...makeBox(id, outer, more), shape };
}

function mask(id: string, at: Rect, more: Partial<Annotation> = {}): Annotation {
  const bitmap = bitmapOfRect(at, item);
  const shape = bitmap && maskOfBitmap(bitmap);
  if (!shape) throw new Error('no pixel');
  return { ...makeBox(id, at, more), shape };
}

/** Rings as sets of corners, whatever point the library begins with. */
function ringsOf(shape: Shape | undefined) {
  if (shape?.kind !== 'polygon') return shape;
  const told = (ring: readonly { x: number; y: number }[]) =>
    ring
      .map(({ x, y }) => `${x},${y}`)
      .toSorted()
      .join(' ');
  const byFirst = (a: readonly string[], b: readonly string[]) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1);
  return shape.parts.map(({ outer, holes }) => [told(outer), ...holes.map(told)]).toSorted(byFirst);
}

function edited(plan: AreaPlan) {
  if ('why' in plan) throw new Error(plan.why);
  return plan.edit;
}

describe('merging', () => {
  test('makes one object of two that overlap; the first keeps its class and details, the other goes', () => {
    const first = polygon('a', rect(0, 0, 100, 100), { order: 3, group: 'g', origin: 'accepted' });
    const plan = planUnion([first, polygon('b', rect(100, 0, 100, 100), { classId: 'rings' })], context);
    expect(plan).toMatchObject({
      edit: { put: [{ id: 'a', classId: 'cat', order: 3, group: 'g', origin: 'edited' }], remove: ['b'] },
      select: ['a'],
    });
    expect(ringsOf(edited(plan).put[0]?.shape)).toEqual([['0,0 0,100 200,0 200,100']]);
  });

  test('makes parts of what lies apart, and keeps holes', () => {
    const holed = polygon('a', rect(0, 0, 100, 100), {}, [rect(20, 20, 40, 40)]);
    const plan = planUnion([holed, polygon('b', rect(200, 0, 50, 50))], context);
    expect(ringsOf(edited(plan).put[0]?.shape)).toEqual([
      ['0,0 0,100 100,0 100,100', '20,20 20,60 60,20 60,60'],
      ['200,0 200,50 250,0 250,50'],
    ]);
  });

  test('with a mask works on pixels, also of a box', () => {
    const plan = planUnion([mask('a', rect(0, 0, 10, 10)), makeBox('b', rect(10, 0, 10, 10))], context);
    expect(edited(plan).put[0]?.shape).toEqual(mask('x', rect(0, 0, 20, 10)).shape);
  });

  test('gives what the class takes: no mask where it takes polygons only', () => {
    const plan = planUnion([polygon('a', rect(0, 0, 10, 10), { classId: 'rings' }), mask('b', rect(10, 0, 10, 10))], {
      ...context,
    });
    expect(ringsOf(edited(plan).put[0]?.shape)).toEqual([['0,0 0,10 20,0 20,10']]);
  });
});

describe('taking out', () => {
  test('leaves a hole, and what was taken out as it was', () => {
    const plan = planSubtraction([polygon('a', rect(0, 0, 100, 100)), polygon('b', rect(20, 20, 40, 40))], context);
    expect(edited(plan).remove).toEqual([]);
    expect(edited(plan).put).toHaveLength(1);
    expect(ringsOf(edited(plan).put[0]?.shape)).toEqual([['0,0 0,100 100,0 100,100', '20,20 20,60 60,20 60,60']]);
  });

  test('of masks takes pixels out', () => {
    const plan = planSubtraction([mask('a', rect(0, 0, 20, 10)), mask('b', rect(10, 0, 50, 50))], context);
    expect(edited(plan).put[0]?.shape).toEqual(mask('x', rect(0, 0, 10, 10)).shape);
  });
});

describe('cutting', () => {
  const across = [
    { x: 30, y: 20 },
    { x: 30, y: 60 },
  ];

  test('makes two of one along a line that goes on beyond its ends; the larger keeps the id', () => {
    const plan = planCut([polygon('a', rect(0, 0, 100, 100), { order: 2 })], across, context);
    expect(plan).toMatchObject({ select: ['a', 'new'] });
    const { put } = edited(plan);
    expect(put.map(({ id, order }) => [id, order])).toEqual([
      ['a', 2],
      ['new', 2],
    ]);
    expect(put.map(({ shape }) => ringsOf(shape))).toEqual([
      [['100,0 100,100 30,0 30,100']],
      [['0,0 0,100 30,0 30,100']],
    ]);
  });

  test('goes round corners, through holes, and gives a side of several parts', () => {
    const arch = polygon('a', rect(0, 0, 100, 100), {}, [rect(40, 40, 20, 60)]);
    const level = [
      { x: -10, y: 80 },
      { x: 110, y: 80 },
    ];
    const { put } = edited(planCut([arch], level, context));
    const lower = put.map(({ shape }) => shape).find((shape) => shape.kind === 'polygon' && shape.parts.length === 2);
    expect(ringsOf(lower)).toEqual([['0,100 0,80 40,100 40,80'], ['100,100 100,80 60,100 60,80']]);
  });

  test('of a mask parts its pixels, none twice and none lost', () => {
    const { put } = edited(planCut([mask('a', rect(0, 0, 100, 10))], across, context));
    expect(put.map(({ shape }) => shape)).toEqual([
      mask('x', rect(30, 0, 70, 10)).shape,
      mask('x', rect(0, 0, 30, 10)).shape,
    ]);
  });

  test('cuts only what the line crosses', () => {
    const plan = planCut([polygon('a', rect(0, 0, 100, 100)), polygon('b', rect(200, 0, 50, 50))], across, context);
    expect(edited(plan).put.map(({ id }) => id)).toEqual(['a', 'new']);
  });
});

test.each<[string, AreaPlan, string]>([
  ['one alone cannot be merged', planUnion([polygon('a', rect(0, 0, 9, 9))], context), 'few'],
  ['nothing selected cannot be cut', planCut([], [], context), 'few'],
  [
    'a line encloses nothing',
    planUnion(
      [
        polygon('a', rect(0, 0, 9, 9)),
        { ...makeBox('b', rect(0, 0, 1, 1)), shape: { kind: 'polyline', points: corners(rect(0, 0, 9, 9)) } },
      ],
      context,
    ),
    'open',
  ],
  [
    'a class of boxes takes nothing that comes of it',
    planUnion([makeBox('a', rect(0, 0, 9, 9), { classId: 'boxes' }), polygon('b', rect(0, 0, 9, 9))], context),
    'kind',
  ],
  [
    'nothing is left where all is taken out',
    planSubtraction([polygon('a', rect(10, 10, 9, 9)), polygon('b', rect(0, 0, 50, 50))], context),
    'nothing',
  ],
  [
    'a line beside it cuts nothing',
    planCut(
      [polygon('a', rect(0, 0, 9, 9))],
      [
        { x: 50, y: 0 },
        { x: 50, y: 9 },
      ],
      context,
    ),
    'missed',
  ],
])('%s', (_name, plan, why) => {
  expect(plan).toEqual({ why });
});
