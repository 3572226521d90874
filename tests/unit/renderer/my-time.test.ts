import { expect, test } from 'vitest';
import { activitySchema } from '../../../shared/time/activity.ts';
import { aroundMs, sharesOf } from '../../../renderer/screens/my-time/time-shares.ts';

const byActivityMs = {
  ...(Object.fromEntries(activitySchema.options.map((code) => [code, 0])) as Record<
    (typeof activitySchema.options)[number],
    number
  >),
  search: 720_000,
  task: 1_800_000,
  rework: 180_000,
  'break.rest': 300_000,
  ledger: 999_000,
};

test('work time is shown by family, without what is no work', () => {
  expect(sharesOf({ byActivityMs }).map(({ activity, family, bp }) => [activity, family, bp])).toEqual([
    ['task', 'tasks', 6000],
    ['rework', 'tasks', 600],
    ['search', 'around', 2400],
    ['break.rest', 'breaks', 1000],
  ]);
});

test('what is around the tasks is everything but the tasks', () => {
  expect(aroundMs({ byActivityMs })).toBe(1_020_000);
});

test('an empty record has no shares', () => {
  const empty = { ...byActivityMs, search: 0, task: 0, rework: 0, 'break.rest': 0 };
  expect(sharesOf({ byActivityMs: empty })).toEqual([]);
});
