import { expect, test } from 'vitest';
import { timeRows } from '../../../renderer/screens/verify/time-rows.ts';

test('only work with time is shown, in the order of activities, as shares of all work', () => {
  expect(timeRows({ task: 750, search: 250, queue: 0, outage: 900, ledger: 100 })).toEqual([
    { activity: 'search', ms: 250, share: 0.25 },
    { activity: 'task', ms: 750, share: 0.75 },
  ]);
});

test('no time gives no rows', () => {
  expect(timeRows({})).toEqual([]);
});
