import { describe, expect, it } from 'vitest';
import { moveTask } from '../../../electron/db/task-store.ts';
import { nextToServe } from '../../../electron/services/project/serving-order.ts';
import type { Flag } from '../../../shared/content/flag.ts';
import { makeImageItem, violence } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const flagged = [1, 2, 5, 6, 9];
const items = Array.from({ length: 10 }, (_, index) =>
  makeImageItem(`i${index}`, { flags: flagged.includes(index) ? [violence] : [] }),
);

/** Serves until nothing comes; each task is submitted, or skipped when it is flagged and the worker does so. */
async function served(mayOpen: (flags: readonly Flag[]) => boolean, skipFlagged = false): Promise<string[]> {
  const { db } = await openTestProject(items);
  const order: string[] = [];
  for (let task = nextToServe(db, mayOpen); task; task = nextToServe(db, mayOpen)) {
    moveTask(
      db,
      task.id,
      ['open'],
      skipFlagged && flagged.some((n) => task?.itemId === `i${n}`) ? 'skipped' : 'submitted',
    );
    order.push(task.itemId);
  }
  return order;
}

describe('the order of tasks', () => {
  const neutral = ['i0', 'i3', 'i4', 'i7', 'i8'];
  const isNeutral = (id: string) => neutral.includes(id);

  it('is the project’s own for who chose the flagged ones', async () => {
    expect(await served(() => true)).toEqual(items.map(({ id }) => id));
  });

  it('is the same for the neutral ones with the choice, without it, and when the flagged ones are skipped', async () => {
    expect((await served(() => true)).filter(isNeutral)).toEqual(neutral);
    expect(await served(() => false)).toEqual(neutral);
    expect((await served(() => true, true)).filter(isNeutral)).toEqual(neutral);
  });

  it('goes on with neutral ones when a cap is reached half-way', async () => {
    let opened = 0;
    const upToTwo = () => (opened += 1) <= 2;
    expect(await served(upToTwo)).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i7', 'i8']);
  });
});
