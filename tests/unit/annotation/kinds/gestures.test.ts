import { describe, expect, test } from 'vitest';
import { imageKindOf, type KindName, type Shape } from '../../../../shared/annotation/annotation.ts';
import { bitmapOfMask } from '../../../../shared/annotation/kinds/mask.ts';
import { clicks, dragging, drawn, type Stroke } from '../../../support/draw.ts';

const triangle = clicks([10, 10], [50, 10], [30, 40]);
const ring = (...places: readonly (readonly [number, number])[]) => places.map(([x, y]) => ({ x, y }));
const outer = ring([10, 10], [50, 10], [30, 40]);
const polygon = (...parts: readonly { outer: { x: number; y: number }[]; holes?: { x: number; y: number }[][] }[]) => ({
  kind: 'polygon',
  parts: parts.map((part) => ({ holes: [], ...part })),
});

const square = clicks([0, 0], [90, 0], [90, 90], [0, 90]);
const hole = clicks([20, 20], [40, 20], [30, 40]);
const outside = clicks([120, 20], [140, 20], [130, 40]);

const cases: readonly (readonly [KindName, string, readonly Stroke[], unknown])[] = [
  ['polygon', 'Enter after three clicks closes it', [...triangle, 'finish'], polygon({ outer })],
  ['polygon', 'a click on the first point closes it', [...triangle, ...clicks([12, 12])], polygon({ outer })],
  ['polygon', 'a double click closes it', [...triangle, ...clicks([30, 41])], polygon({ outer })],
  ['polygon', 'two points are none yet', [...clicks([10, 10], [50, 10]), 'finish'], null],
  ['polygon', 'Escape drops it', [...triangle, 'cancel', 'finish'], null],
  [
    'polygon',
    'Backspace takes the last point back',
    [...triangle, ...clicks([99, 99]), 'back', 'finish'],
    polygon({ outer }),
  ],
  [
    'polygon',
    'Backspace to the first point ends it',
    [...triangle, 'back', 'back', 'back', ...triangle, 'finish'],
    polygon({ outer }),
  ],
  [
    'polygon',
    'Shift and Enter inside a ring makes a hole',
    [...square, 'part', ...hole, 'finish'],
    polygon({ outer: ring([0, 0], [90, 0], [90, 90], [0, 90]), holes: [ring([20, 20], [40, 20], [30, 40])] }),
  ],
  [
    'polygon',
    'Shift and Enter outside makes a part',
    [...triangle, 'part', ...outside, 'finish'],
    polygon({ outer }, { outer: ring([120, 20], [140, 20], [130, 40]) }),
  ],
  [
    'polygon',
    'Enter with a part ready and nothing begun keeps it',
    [...triangle, 'part', 'finish'],
    polygon({ outer }),
  ],
  [
    'polygon',
    'Backspace reaches back into the part before',
    [...triangle, ...clicks([20, 60]), 'part', 'back', 'back', 'finish'],
    polygon({ outer }),
  ],
  [
    'polygon',
    'points stay inside the picture',
    [...clicks([-50, -50], [900, 0], [100, 900]), 'finish'],
    polygon({ outer: ring([0, 0], [200, 0], [100, 100]) }),
  ],
  [
    'polyline',
    'Enter ends it',
    [...clicks([1, 1], [9, 9]), 'finish'],
    { kind: 'polyline', points: ring([1, 1], [9, 9]) },
  ],
  [
    'polyline',
    'a double click ends it',
    clicks([1, 1], [9, 9], [9, 9]),
    { kind: 'polyline', points: ring([1, 1], [9, 9]) },
  ],
  [
    'polyline',
    'a click on its first point only goes there',
    [...clicks([1, 1], [50, 9], [1, 1]), 'finish'],
    { kind: 'polyline', points: ring([1, 1], [50, 9], [1, 1]) },
  ],
  ['polyline', 'one point is none', [...clicks([1, 1]), 'finish'], null],
  [
    'polyline',
    'a drag draws freehand',
    [...dragging([0, 0], [10, 0], [11, 0], [20, 0]), 'finish'],
    { kind: 'polyline', points: ring([0, 0], [10, 0], [20, 0]) },
  ],
  ['point', 'a click', clicks([3, 4]), { kind: 'point', x: 3, y: 4 }],
  ['point', 'lands where the hand lets go', dragging([3, 4], [9, 9]), { kind: 'point', x: 9, y: 9 }],
  ['ellipse', 'a drag', dragging([10, 20], [50, 40]), { kind: 'ellipse', cx: 30, cy: 30, rx: 20, ry: 10, degrees: 0 }],
  ['ellipse', 'a tremble is none', dragging([10, 20], [12, 40]), null],
  [
    'rotated-box',
    'a drag along one side, a click on the opposite one',
    [...dragging([10, 10], [50, 10]), ...clicks([30, 30])],
    { kind: 'rotated-box', cx: 30, cy: 20, width: 40, height: 20, degrees: 0 },
  ],
  [
    'rotated-box',
    'downwards it is turned by a quarter',
    [...dragging([50, 10], [50, 50]), ...clicks([30, 30])],
    { kind: 'rotated-box', cx: 40, cy: 30, width: 40, height: 20, degrees: 90 },
  ],
  [
    'rotated-box',
    'Backspace takes the side back',
    [...dragging([50, 10], [50, 50]), 'back', ...clicks([30, 30])],
    null,
  ],
  ['rotated-box', 'a click on its own side is no width', [...dragging([50, 10], [50, 50]), ...clicks([51, 30])], null],
];

test.each(cases)('%s: %s', (kind, _title, strokes, expected) => {
  const { done, state } = drawn(kind, strokes);
  expect(done).toEqual(expected);
  if (done) expect(imageKindOf(done)?.gesture.start).toBe(state);
});

describe('a polygon that is continued', () => {
  const before = drawn('polygon', [...square, 'finish']).done as Shape;

  test('gets a hole', () => {
    expect(drawn('polygon', [...hole, 'finish'], { on: before }).done).toEqual(
      polygon({ outer: ring([0, 0], [90, 0], [90, 90], [0, 90]), holes: [ring([20, 20], [40, 20], [30, 40])] }),
    );
  });

  test('keeps what it was when nothing is drawn, and Backspace does not reach into it', () => {
    expect(drawn('polygon', ['finish'], { on: before }).done).toBeNull();
    expect(drawn('polygon', [...clicks([20, 20]), 'back', 'back', 'finish'], { on: before }).done).toBeNull();
  });
});

describe('a skeleton', () => {
  const skeleton = {
    points: [
      { name: 'head', x: 0.5, y: 0 },
      { name: 'hand', x: 0, y: 0.5 },
      { name: 'foot', x: 1, y: 1 },
    ],
    edges: [[0, 1] as [number, number]],
  };
  const points = (shape: Shape | null) => (shape?.kind === 'skeleton' ? shape.points : null);

  test('is clicked point by point: hidden with Shift, absent with Alt', () => {
    const { done } = drawn(
      'skeleton',
      [...clicks([5, 6]), ['d', 7, 8, 'shift'], ['u', 7, 8], ['d', 9, 9, 'alt'], ['u', 9, 9]],
      {
        skeleton,
      },
    );
    expect(points(done)).toEqual([
      { name: 'head', visibility: 'visible', x: 5, y: 6 },
      { name: 'hand', visibility: 'hidden', x: 7, y: 8 },
      { name: 'foot', visibility: 'absent' },
    ]);
  });

  test('ends early with Enter: the rest is absent', () => {
    expect(
      points(drawn('skeleton', [...clicks([5, 6]), 'finish'], { skeleton }).done)?.map((one) => one.visibility),
    ).toEqual(['visible', 'absent', 'absent']);
  });

  test('is put down whole by a drag', () => {
    expect(points(drawn('skeleton', dragging([10, 10], [30, 50]), { skeleton }).done)).toEqual([
      { name: 'head', visibility: 'visible', x: 20, y: 10 },
      { name: 'hand', visibility: 'visible', x: 10, y: 30 },
      { name: 'foot', visibility: 'visible', x: 30, y: 50 },
    ]);
  });

  test('goes back point by point', () => {
    const { done } = drawn('skeleton', [...clicks([5, 6], [7, 8]), 'back', 'finish'], { skeleton });
    expect(points(done)?.map((one) => one.visibility)).toEqual(['visible', 'absent', 'absent']);
  });

  test('cannot be drawn for a class without key points', () => {
    expect(drawn('skeleton', clicks([5, 6])).done).toBeNull();
  });

  test('has three states a point', () => {
    const shape = drawn('skeleton', dragging([10, 10], [30, 50]), { skeleton }).done as Shape;
    const kind = imageKindOf(shape);
    const hidden = kind?.cycleVertex?.(shape, '1') as Shape;
    expect(points(hidden)?.[1]?.visibility).toBe('hidden');
    expect(kind?.cycleVertex?.(hidden, '1')).toEqual(shape);
    const gone = kind?.removeVertex?.(shape, '1') as Shape;
    expect(points(gone)?.[1]).toEqual({ name: 'hand', visibility: 'absent' });
    expect(kind?.insertVertex?.(gone, { x: 10, y: 30 }, 1)?.shape).toEqual(shape);
  });
});

describe('a mask', () => {
  const paint = { mode: 'paint', radiusPx: 5 } as const;
  const count = (shape: Shape | null) =>
    shape?.kind === 'mask' ? bitmapOfMask(shape).bits.reduce((sum, bit) => sum + bit, 0) : 0;
  const rows = (shape: Shape | null) => {
    if (shape?.kind !== 'mask') return [];
    const { width, bits } = bitmapOfMask(shape);
    return Array.from({ length: bits.length / width }, (_, row) => bits.slice(row * width, (row + 1) * width).join(''));
  };

  test('a click paints what the brush covers', () => {
    const { done } = drawn('mask', clicks([50, 50]), { brush: { mode: 'paint', radiusPx: 1.5 } });
    expect(done).toMatchObject({ x: 49, y: 49, width: 2, height: 2 });
    expect(rows(done)).toEqual(['11', '11']);
  });

  test('a stroke paints all along its way, cut at the border', () => {
    const { done } = drawn('mask', dragging([2, 2], [42, 2]), { brush: paint });
    expect(done).toMatchObject({ x: 0, y: 0, height: 7 });
    expect(imageKindOf(done as Shape)?.contains(done as Shape, { x: 22, y: 3 })).toBe(true);
  });

  test('another stroke goes on with it; Alt erases', () => {
    const first = drawn('mask', dragging([20, 20], [60, 20]), { brush: paint }).done as Shape;
    const more = drawn('mask', dragging([60, 20], [60, 60]), { brush: paint, on: first }).done;
    expect(count(more)).toBeGreaterThan(count(first));
    const less = drawn(
      'mask',
      [
        ['d', 40, 20, 'alt'],
        ['u', 40, 20],
      ],
      { brush: paint, on: first },
    ).done;
    expect(count(less)).toBeLessThan(count(first));
    expect(imageKindOf(less as Shape)?.contains(less as Shape, { x: 40, y: 20 })).toBe(false);
  });

  test('erased whole it is empty, and says so', () => {
    const first = drawn('mask', clicks([50, 50]), { brush: paint }).done as Shape;
    const step = drawn('mask', clicks([50, 50]), { brush: { mode: 'erase', radiusPx: 9 }, on: first });
    expect(step).toMatchObject({ done: null, emptied: true });
  });

  test('a stroke that erases nothing changes nothing', () => {
    const first = drawn('mask', clicks([50, 50]), { brush: paint }).done as Shape;
    const step = drawn('mask', clicks([150, 50]), { brush: { mode: 'erase', radiusPx: 9 } });
    expect(step).toMatchObject({ done: null });
    expect(drawn('mask', clicks([150, 50]), { brush: { mode: 'erase', radiusPx: 9 }, on: first }).done).toEqual(first);
  });

  test('fill takes what a loop encloses, and a hole by a click', () => {
    const brush = { mode: 'fill', radiusPx: 1 } as const;
    const loop = drawn('mask', dragging([10, 10], [20, 10], [20, 20], [10, 20]), { brush }).done;
    expect(loop).toMatchObject({ x: 10, y: 10, width: 10, height: 10 });
    const thin = { mode: 'paint', radiusPx: 1 } as const;
    const frame = drawn('mask', dragging([50, 50], [80, 50], [80, 80], [50, 80], [50, 50]), { brush: thin })
      .done as Shape;
    const filled = drawn('mask', clicks([60, 60]), { brush, on: frame }).done;
    expect(count(filled)).toBe(32 * 32);
    expect(drawn('mask', clicks([5, 5]), { brush, on: frame }).done).toBeNull();
  });
});
