import { expect, test } from 'vitest';
import { lookPlan } from '../../../../renderer/text/look-plan.ts';

test.each([
  ['a short way is not looked after', 399, 'no'],
  ['a longer one is, as soon as the browser has time', 400, 'soon'],
  ['whichever way it goes', -400, 'soon'],
  ['as long as enough is kept ready beyond the frame', 2599, 'soon'],
  ['and at once when nothing is', 2600, 'now'],
  ['as when it jumps to its end', -900_000, 'now'],
] as const)('%s', (_name, moved, plan) => {
  expect(lookPlan(moved, 3000)).toBe(plan);
});
