import { expect, test } from 'vitest';
import type { TaskView } from '../../../../shared/ipc/views.ts';
import { openSeat, seatFor } from '../../../../renderer/screens/workspace/seat.ts';
import { makeTaskView } from '../../../support/make-views.ts';

const flags: TaskView['flags'] = { categories: ['violence'], severity: 2, origins: ['requester'] } as never;
const picture = (id: string) => makeTaskView(id);
const flagged = (id: string) => makeTaskView(id, { flags });
const broken = (id: string) => makeTaskView(id, { item: { medium: 'broken', code: 'ITEM_BROKEN' } });
const text = (id: string) => makeTaskView(id, { item: { medium: 'text' } as never });

/** The screens on which these views are shown, one after the other. */
function keysOf(...tasks: readonly TaskView[]): readonly string[] {
  let seat = openSeat(tasks[0] as TaskView);
  return tasks.map((task) => {
    seat = seatFor(seat, task);
    return seat.key;
  });
}

test.each([
  ['pictures that follow each other share one', [picture('a'), picture('b'), picture('c')], ['a', 'a', 'a']],
  [
    'a flagged picture has its own, and so has what follows',
    [picture('a'), flagged('b'), picture('c')],
    ['a', 'b', 'c'],
  ],
  ['two flagged pictures share none', [flagged('a'), flagged('b')], ['a', 'b']],
  ['a flag that comes late changes nothing of the open task', [picture('a'), flagged('a')], ['a', 'a']],
  [
    'what was flagged while it was open is left for good, also where the flag is gone by then',
    [picture('a'), flagged('a'), picture('a'), picture('b')],
    ['a', 'a', 'a', 'b'],
  ],
  [
    'texts and what cannot be read have their own',
    [text('a'), text('b'), picture('c'), broken('d')],
    ['a', 'b', 'c', 'd'],
  ],
])('%s', (_, tasks, keys) => {
  expect(keysOf(...tasks)).toEqual(keys);
});
