import { describe, expect, it } from 'vitest';
import { enterScreen } from '../../../electron/services/screen-activity.ts';
import type { Timekeeper } from '../../../electron/services/timekeeper.ts';
import type { OpenProject } from '../../../electron/services/workplace.ts';
import { handIn } from '../../support/hand-in.ts';
import { makeImageItem, makeTextItem } from '../../support/make-facts.ts';
import { openWorkplace } from '../../support/workplace-fixture.ts';

type Entered = readonly [activity: string, context: Parameters<Timekeeper['setActivity']>[1]];

async function openHandedIn() {
  const { db, project, reviews } = await openWorkplace([makeImageItem('a'), makeTextItem('t', 'One two three.')]);
  handIn(db, { 'task-a': [], 'task-t': [] });
  const entered: Entered[] = [];
  const timekeeper = {
    snapshot: () => ({ activity: 'search' }),
    setActivity: (...call: Entered) => void entered.push(call),
  } as unknown as Timekeeper;
  const open = { session: { project }, reviews } as unknown as OpenProject;
  const look = async (taskId: string): Promise<Entered | undefined> => {
    await reviews.open(`submission-${taskId}`, 'worker');
    enterScreen('handed-in', timekeeper, open);
    return entered.at(-1);
  };
  return { project, reviews, look };
}

describe('a worker before what they handed in', () => {
  it('answers a rejection, and has as long to read it as they had to label it', async () => {
    const { project, reviews, look } = await openHandedIn();
    for (const task of ['a', 't']) {
      reviews.reject(`submission-task-${task}`, { code: 'inaccurate', reason: 'Too large.' });
    }
    const about = { projectId: project.id };
    expect(await look('task-t')).toEqual(['appeal', { ...about, taskId: 'task-t', words: 3, images: 0 }]);
    expect(await look('task-a')).toEqual(['appeal', { ...about, taskId: 'task-a', words: 0, images: 1 }]);
  });

  it('looks at their own record where nothing was rejected', async () => {
    const { project, look } = await openHandedIn();
    expect(await look('task-t')).toEqual(['ledger', { projectId: project.id }]);
  });
});
