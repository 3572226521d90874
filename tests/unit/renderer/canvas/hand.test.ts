import { describe, expect, test } from 'vitest';
import { pressHolds, shapeInTheMiddle } from '../../../../renderer/canvas/draw-hand.ts';
import {
  type HandContext,
  type HandEvent,
  type HandPlan,
  restingHand,
} from '../../../../renderer/canvas/hand-state.ts';
import { stepHand } from '../../../../renderer/canvas/hand.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
/** The image at half size, 100 view pixels from the corner. */
const view = { scale: 0.5, x: 100, y: 100 };
const context: HandContext = {
  tool: 'draw',
  drawKind: 'box',
  annotations: [],
  selectedIds: [],
  item,
  view,
  snapping: false,
};

/** All plans of a drag in view pixels. */
function drag(
  from: readonly [number, number],
  to: readonly [number, number],
  given: Partial<HandContext> = {},
  button: 'left' | 'middle' = 'left',
): readonly HandPlan[] {
  const now = { ...context, ...given };
  const events: readonly HandEvent[] = [
    { type: 'down', atInView: { x: from[0], y: from[1] }, button },
    { type: 'move', atInView: { x: to[0], y: to[1] } },
    { type: 'up', atInView: { x: to[0], y: to[1] } },
  ];
  const plans: HandPlan[] = [];
  for (const event of events) plans.push(stepHand(plans.at(-1)?.hand ?? restingHand, event, now));
  return plans;
}

describe('with the drawing tool', () => {
  test('a drag makes a box in image pixels', () => {
    const plans = drag([150, 120], [200, 170]);
    expect(plans[1]?.hand.draft).toEqual({ kind: 'box', x: 100, y: 40, width: 100, height: 100 });
    expect(plans[2]).toEqual({ hand: restingHand, add: { kind: 'box', x: 100, y: 40, width: 100, height: 100 } });
  });

  test('a drag beyond the image stops at its border', () => {
    expect(drag([150, 120], [900, 900]).at(-1)?.add).toEqual({ kind: 'box', x: 100, y: 40, width: 300, height: 260 });
  });

  test('a click draws nothing, and means what lies there', () => {
    const annotations = [makeBox('a', { x: 50, y: 50, width: 100, height: 100 })];
    expect(drag([150, 150], [151, 150], { annotations }).at(-1)).toEqual({
      hand: restingHand,
      select: ['a'],
      takeSelectTool: true,
    });
    expect(drag([110, 110], [110, 110], { annotations }).at(-1)).toEqual({ hand: restingHand });
  });

  test('a cancel drops the draft', () => {
    const drawing = drag([150, 120], [200, 170])[1];
    expect(stepHand(drawing?.hand ?? restingHand, { type: 'cancel' }, context)).toEqual({ hand: restingHand });
  });
});

describe('with any tool', () => {
  test.each(['select', 'draw', 'pan', 'look'] as const)('the middle button moves the picture (%s)', (tool) => {
    const plans = drag([10, 10], [30, 5], { tool }, 'middle');
    expect(plans.map(({ panBy }) => panBy)).toEqual([undefined, { x: 20, y: -5 }, undefined]);
  });

  test('the left button moves it with the hand tool only', () => {
    expect(drag([10, 10], [30, 5], { tool: 'pan' })[1]?.panBy).toEqual({ x: 20, y: -5 });
  });

  test('looking at a hidden item draws and selects nothing', () => {
    const annotations = [makeBox('a', { x: 50, y: 50, width: 100, height: 100 })];
    expect(drag([150, 150], [190, 190], { tool: 'look', annotations })).toEqual([
      { hand: restingHand },
      { hand: restingHand },
      { hand: restingHand },
    ]);
  });
});

test('from the keyboard a shape comes in the middle of what is seen', () => {
  expect(shapeInTheMiddle('box', { centre: { x: 200, y: 150 }, size: { width: 80, height: 60 } }, item)).toEqual({
    kind: 'box',
    x: 160,
    y: 120,
    width: 80,
    height: 60,
  });
});

describe('drawing what takes more than a drag', () => {
  const clickAt = (x: number, y: number): readonly HandEvent[] => [
    { type: 'down', atInView: { x, y }, button: 'left' },
    { type: 'up', atInView: { x, y } },
  ];
  /** The last plan after these events. */
  function after(events: readonly HandEvent[], given: Partial<HandContext> = {}): HandPlan {
    const now = { ...context, drawKind: 'polygon' as const, ...given };
    let plan: HandPlan = { hand: restingHand };
    for (const event of events) plan = stepHand(plan.hand, event, now);
    return plan;
  }
  const triangle = [...clickAt(110, 110), ...clickAt(160, 110), ...clickAt(130, 150)];
  const outer = [
    { x: 20, y: 20 },
    { x: 120, y: 20 },
    { x: 60, y: 100 },
  ];

  test('Enter completes a polygon of clicks', () => {
    expect(after([...triangle, { type: 'finish' }])).toMatchObject({
      hand: restingHand,
      add: { kind: 'polygon', parts: [{ outer, holes: [] }] },
    });
  });

  test('a click on something that is there is a point of the polygon', () => {
    const annotations = [makeBox('a', { x: 0, y: 0, width: 400, height: 300 })];
    expect(after(clickAt(150, 150), { annotations })).toMatchObject({ hand: { doing: { what: 'drawing' } } });
  });

  test('panning with the middle button leaves it as it was', () => {
    const panned = after([
      ...triangle,
      { type: 'down', atInView: { x: 300, y: 200 }, button: 'middle' },
      { type: 'move', atInView: { x: 320, y: 200 } },
      { type: 'up', atInView: { x: 320, y: 200 } },
      { type: 'finish' },
    ]);
    expect(panned.add).toEqual({ kind: 'polygon', parts: [{ outer, holes: [] }] });
  });

  test('keys mean nothing while nothing is drawn', () => {
    for (const type of ['finish', 'part', 'back'] as const) expect(after([{ type }])).toEqual({ hand: restingHand });
  });

  test('points that were taken back come again, one by one, until something else is drawn', () => {
    const back = [{ type: 'back' }, { type: 'back' }] as const;
    const forth = [{ type: 'forth' }, { type: 'forth' }] as const;
    expect(after([...triangle, ...back, ...forth, { type: 'finish' }]).add).toEqual({
      kind: 'polygon',
      parts: [{ outer, holes: [] }],
    });
    // back to nothing at all, and from there again
    const begun = after([...triangle, ...back, { type: 'back' }]);
    expect(begun.hand.doing.what).toBe('nothing');
    expect(
      after([...triangle, ...back, { type: 'back' }, ...forth, { type: 'forth' }, { type: 'finish' }]).add,
    ).toBeTruthy();
    const other = after([...triangle, { type: 'back' }, ...clickAt(140, 160), { type: 'forth' }, { type: 'finish' }]);
    expect(other.add).toMatchObject({ parts: [{ outer: [{ x: 20 }, { x: 120 }, { x: 80, y: 120 }] }] });
    expect(after([...triangle, { type: 'back' }, { type: 'cancel' }, { type: 'forth' }])).toEqual({
      hand: restingHand,
    });
  });

  test('what was taken back of a polygon does not come again as a line', () => {
    const taken = after([...triangle, { type: 'back' }]);
    const line = { ...context, drawKind: 'polyline' as const };
    expect(stepHand(taken.hand, { type: 'forth' }, line).hand).toBe(taken.hand);
  });

  test('a class that is not drawn draws nothing', () => {
    expect(after([...triangle, { type: 'finish' }], { drawKind: null })).toEqual({ hand: restingHand });
  });

  test('with the cutting tool a line is drawn, whatever the class, and cuts', () => {
    const cut = after([...clickAt(110, 110), ...clickAt(160, 110), { type: 'finish' }], {
      tool: 'cut',
      drawKind: null,
    });
    expect(cut).toEqual({ hand: restingHand, cut: outer.slice(0, 2) });
  });

  test.each<[string, Partial<HandContext>, readonly HandEvent[], boolean]>([
    ['a box is dragged', { drawKind: 'box' }, [], true],
    ['a brush is dragged', { drawKind: 'mask' }, [], true],
    ['a point is clicked', { drawKind: 'point' }, [], false],
    ['a polygon is clicked', {}, [], false],
    ['the first side of a rotated box is dragged', { drawKind: 'rotated-box' }, [], true],
    [
      'its width is clicked',
      { drawKind: 'rotated-box' },
      [
        { type: 'down', atInView: { x: 110, y: 110 }, button: 'left' },
        { type: 'up', atInView: { x: 160, y: 110 } },
      ],
      false,
    ],
    ['a cut is clicked', { tool: 'cut', drawKind: 'box' }, [], false],
    ['selecting draws nothing', { tool: 'select', drawKind: 'box' }, [], false],
  ])('keys know that %s', (_name, given, events, holds) => {
    const now = { ...context, drawKind: 'polygon' as const, ...given };
    expect(pressHolds(after(events, given).hand, now)).toBe(holds);
  });

  test('a place that keys point at is taken as it is, not by way of the view', () => {
    const atInImage = { x: 33, y: 77 };
    const events: readonly HandEvent[] = [
      { type: 'down', atInView: { x: 0, y: 0 }, atInImage, button: 'left' },
      { type: 'up', atInView: { x: 0, y: 0 }, atInImage },
    ];
    expect(after(events, { drawKind: 'point' }).add).toEqual({ kind: 'point', ...atInImage });
  });

  test('a stroke goes on with the mask that is selected, and a new one stays in hand', () => {
    const drawKind = 'mask' as const;
    const first = after(clickAt(150, 150), { drawKind });
    expect(first).toMatchObject({ addSelected: true, add: { kind: 'mask' } });
    const annotations = first.add ? [{ ...makeBox('m', { x: 0, y: 0, width: 1, height: 1 }), shape: first.add }] : [];
    const second = after(clickAt(160, 150), { drawKind, annotations, selectedIds: ['m'] });
    expect(second.put).toMatchObject([{ id: 'm', shape: { kind: 'mask', x: 90 } }]);
    expect(second.add).toBeUndefined();
    const setting = { brush: { mode: 'erase', radiusPx: 90 } } as const;
    expect(after(clickAt(150, 150), { drawKind, annotations, selectedIds: ['m'], setting }).remove).toBe('m');
  });
});
