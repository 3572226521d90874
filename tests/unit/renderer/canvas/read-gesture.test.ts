import { expect, it } from 'vitest';
import { type HandContext, restingHand } from '../../../../renderer/canvas/hand-state.ts';
import { stepHand } from '../../../../renderer/canvas/hand.ts';
import { makeBox } from '../../../support/make-facts.ts';

const context: HandContext = {
  tool: 'read',
  drawKind: null,
  annotations: [
    makeBox('b1', { shape: { kind: 'box', x: 10, y: 10, width: 40, height: 30 } }),
    makeBox('b2', { order: 1, shape: { kind: 'box', x: 60, y: 60, width: 20, height: 20 } }),
  ],
  selectedIds: ['b1'],
  item: { width: 100, height: 100 },
  view: { scale: 1, x: 0, y: 0 },
  snapping: false,
};

/** A press, a way and a release, as plans without their hands. */
function press(from: readonly [number, number], ...way: readonly (readonly [number, number])[]) {
  let { hand } = stepHand(restingHand, { type: 'down', button: 'left', atInView: { x: from[0], y: from[1] } }, context);
  const plans = [];
  for (const [index, [x, y]] of way.entries()) {
    const type = index === way.length - 1 ? 'up' : 'move';
    const { hand: next, ...plan } = stepHand(hand, { type, atInView: { x, y } }, context);
    hand = next;
    plans.push(plan);
  }
  return { hand, plans };
}

it.each([
  ['a click on a shape chooses it', press([10, 20], [10, 20]), [{ select: ['b1'] }]],
  ['a click that trembles is a click', press([10, 20], [12, 21], [12, 21]), [{}, { select: ['b1'] }]],
  ['a click beside all chooses nothing', press([95, 5], [95, 5]), [{ select: [] }]],
  ['a drag on a shape moves the picture', press([10, 20], [30, 30], [30, 30]), [{ panBy: { x: 20, y: 10 } }, {}]],
])('where nothing may be changed, %s', (_what, { hand, plans }, expected) => {
  expect(plans).toEqual(expected);
  expect(hand).toEqual(restingHand);
});

it.each([
  ['one more is chosen', 70, ['b1', 'b2']],
  ['one is taken away', 20, []],
  ['a miss changes nothing', 95, ['b1']],
])('with Shift %s', (_what, xy, select) => {
  const atInView = { x: xy, y: xy };
  const { hand } = stepHand(restingHand, { type: 'down', button: 'left', atInView, shift: true }, context);
  expect(stepHand(hand, { type: 'up', atInView, shift: true }, context).select).toEqual(select);
});
