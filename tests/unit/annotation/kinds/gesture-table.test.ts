import { describe, expect, test } from 'vitest';
import { imageKindOf, kindOf, type KindName, type Shape } from '../../../../shared/annotation/annotation.ts';
import { allKinds } from '../../../../shared/annotation/annotation.ts';
import type { DrawSetting, ImageKind } from '../../../../shared/annotation/kind.ts';
import { clicks, eventOf, type Stroke } from '../../../support/draw.ts';
import { exampleShapes } from '../../../support/example-shapes.ts';

const setting: DrawSetting = {
  width: 200,
  height: 100,
  skeleton: {
    points: [
      { name: 'nose', x: 0, y: 0 },
      { name: 'tail', x: 1, y: 1 },
    ],
    edges: [],
  },
};

const triangle = clicks([10, 10], [90, 10], [50, 80]);

/** Every state that a gesture can be in, and how a hand gets there. */
const states: readonly (readonly [KindName, string, readonly Stroke[]])[] = [
  ['box', 'idle', []],
  [
    'box',
    'dragging',
    [
      ['d', 10, 10],
      ['m', 40, 40],
    ],
  ],
  ['ellipse', 'idle', []],
  [
    'ellipse',
    'dragging',
    [
      ['d', 10, 10],
      ['m', 40, 40],
    ],
  ],
  ['point', 'idle', []],
  ['point', 'pressed', [['d', 10, 10]]],
  ['rotated-box', 'idle', []],
  [
    'rotated-box',
    'first side',
    [
      ['d', 10, 10],
      ['m', 40, 10],
    ],
  ],
  [
    'rotated-box',
    'width',
    [
      ['d', 10, 10],
      ['u', 40, 10],
    ],
  ],
  ['polygon', 'idle', []],
  ['polygon', 'pressed', [['d', 10, 10]]],
  ['polygon', 'one point', clicks([10, 10])],
  ['polygon', 'enough points', triangle],
  ['polygon', 'closing press', [...triangle, ['d', 10, 10]]],
  ['polygon', 'a part is ready', [...triangle, 'part']],
  ['polyline', 'idle', []],
  ['polyline', 'pressed', [['d', 10, 10]]],
  ['polyline', 'one point', clicks([10, 10])],
  ['polyline', 'enough points', clicks([10, 10], [90, 10])],
  ['skeleton', 'idle', []],
  ['skeleton', 'pressed', [['d', 10, 10]]],
  ['skeleton', 'one of two', clicks([10, 10])],
  [
    'skeleton',
    'dragged whole',
    [
      ['d', 10, 10],
      ['m', 60, 60],
    ],
  ],
  ['mask', 'idle', []],
  [
    'mask',
    'stroke',
    [
      ['d', 10, 10],
      ['m', 20, 10],
    ],
  ],
];

const events = {
  down: ['d', 150, 60],
  move: ['m', 150, 60],
  up: ['u', 150, 60],
  finish: 'finish',
  part: 'part',
  back: 'back',
  cycle: 'cycle',
  cancel: 'cancel',
} as const satisfies Record<string, Stroke>;

/**
 * What becomes of each: `-` nothing is drawn, `…` drawing goes on, `✓` a shape is there.
 *
 *                              down move up finish part back cycle cancel
 */
const table = `
  box          idle             …    -    -    -    -    -    -    -
  box          dragging         …    …    ✓    …    …    …    …    -
  ellipse      idle             …    -    -    -    -    -    -    -
  ellipse      dragging         …    …    ✓    …    …    …    …    -
  point        idle             …    -    -    -    -    -    -    -
  point        pressed          …    …    ✓    …    …    …    …    -
  rotated-box  idle             …    -    -    -    -    -    -    -
  rotated-box  first side       …    …    …    …    …    -    …    -
  rotated-box  width            …    …    ✓    …    …    -    …    -
  polygon      idle             …    -    -    -    -    -    -    -
  polygon      pressed          …    …    …    …    …    -    …    -
  polygon      one point        …    …    …    …    …    -    …    -
  polygon      enough points    …    …    …    ✓    …    …    …    -
  polygon      closing press    …    …    ✓    ✓    …    …    …    -
  polygon      a part is ready  …    …    …    ✓    …    …    …    -
  polyline     idle             …    -    -    -    -    -    -    -
  polyline     pressed          …    …    …    …    …    -    …    -
  polyline     one point        …    …    …    …    …    -    …    -
  polyline     enough points    …    …    …    ✓    …    …    …    -
  skeleton     idle             …    -    -    -    -    -    -    -
  skeleton     pressed          …    …    ✓    ✓    ✓    -    …    -
  skeleton     one of two       …    …    …    ✓    ✓    -    …    -
  skeleton     dragged whole    …    …    ✓    ✓    ✓    -    …    -
  mask         idle             …    -    -    -    -    -    -    -
  mask         stroke           …    …    ✓    …    …    -    …    -
`;

function gestureOf(name: KindName) {
  const kind = kindOf(name);
  if (kind.medium !== 'image') throw new Error(`${name} is not drawn`);
  return (kind as unknown as ImageKind<string, never>).gesture;
}

function stateAfter(name: KindName, strokes: readonly Stroke[], begin: unknown = gestureOf(name).start): unknown {
  return strokes.reduce(
    (state, stroke) => gestureOf(name).step(state, eventOf(stroke), setting).state as unknown,
    begin,
  );
}

test('every kind that is drawn has its states in the table', () => {
  const drawn = allKinds.filter(({ medium }) => medium === 'image').map(({ name }) => name);
  expect([...new Set(states.map(([name]) => name))].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(drawn);
});

test('each state of each gesture answers each event as the table says', () => {
  const rows = states.map(([name, title, strokes]) => {
    const gesture = gestureOf(name);
    const outcomes = Object.values(events).map((stroke) => {
      const step = gesture.step(stateAfter(name, strokes), eventOf(stroke), setting);
      if (step.done) return '✓';
      return step.state === gesture.start ? '-' : '…';
    });
    return `  ${name.padEnd(13)}${title.padEnd(17)}${outcomes.join('    ')}`;
  });
  expect(rows.join('\n')).toBe(table.trimEnd().slice(1));
});

describe('a cancel', () => {
  test.each(states.map(([name, title, strokes]) => ({ name, title, strokes })))(
    'drops $name, $title',
    ({ name, strokes }) => {
      const gesture = gestureOf(name);
      expect(gesture.step(stateAfter(name, strokes), { type: 'cancel' }, setting)).toEqual({
        state: gesture.start,
        draft: null,
        done: null,
      });
    },
  );

  test('drops what was added to a shape that is continued, and the shape stays', () => {
    for (const shape of Object.values(exampleShapes).flat()) {
      const resume = (imageKindOf(shape)?.gesture.resume ?? null) as ((shape: Shape) => unknown) | null;
      if (!resume) continue;
      const begun = stateAfter(shape.kind, [['d', 10, 10]], resume(shape));
      expect(gestureOf(shape.kind).step(begun, { type: 'cancel' }, setting)).toMatchObject({ draft: null, done: null });
    }
  });
});
