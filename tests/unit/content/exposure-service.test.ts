import { expect, it } from 'vitest';
import { createExposureService } from '../../../electron/services/exposure/exposure-service.ts';
import { exposureCapsOf } from '../../../shared/project/exposure-settings.ts';
import { defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { emptyNotes, type OwnNotes } from '../../../shared/content/own-notes.ts';
import { NOTHING_SEEN } from '../../../shared/time/exposure.ts';
import { violence } from '../../support/make-facts.ts';
import { IMAGE_TASK, makeWorker, SECOND } from '../../support/time/fake-worker.ts';

/** The exposure service over a real timekeeper whose world a test drives, with a flagged item open in a task. */
function openFlagged() {
  const worker = makeWorker();
  let kept: OwnNotes = emptyNotes;
  const exposure = createExposureService({
    timekeeper: worker.keeper,
    notes: {
      read: () => kept,
      change: (step) => {
        kept = step(kept);
        return Promise.resolve();
      },
      settled: () => Promise.resolve(),
    },
    caps: () => exposureCapsOf(defaultAppSettings),
    monoMs: () => worker.world.clock.read().monoMs,
    wallMs: () => worker.world.clock.read().wallMs,
  });
  worker.keeper.signOn();
  worker.keeper.setActivity('task', IMAGE_TASK);
  exposure.opened({
    projectId: IMAGE_TASK.projectId ?? '',
    taskId: IMAGE_TASK.taskId ?? '',
    title: 'Photo',
    flags: [violence],
  });
  return { worker, exposure, kept: () => kept, openMs: () => exposure.notes().shown.at(-1)?.openMs };
}

it('a flagged item was before the worker until the screen was locked, and is not while it is', () => {
  const { worker, openMs } = openFlagged();
  worker.world.wait(3 * SECOND);
  worker.world.emit('lock');
  expect(openMs()).toBe(3 * SECOND);
  worker.world.wait(20 * SECOND);
  worker.world.emit('unlock');
  worker.keeper.inputSeen();
  worker.world.wait(2 * SECOND);
  worker.keeper.setActivity('search');
  expect(openMs()).toBe(5 * SECOND);
});

it('signing off writes down what was seen until then, and what follows is written nowhere until the worker is back', () => {
  const { worker, exposure, kept } = openFlagged();
  const all = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  worker.world.wait(4 * SECOND);
  exposure.saw({ ...NOTHING_SEEN, unveiledMs: 2 * SECOND, lensReveals: 1 });
  exposure.settle();
  worker.keeper.signOff();
  expect(worker.keeper.exposure(all)).toMatchObject({ flaggedItems: 1, openMs: 4 * SECOND, unveiledMs: 2 * SECOND });
  const before = kept();
  expect(before.shown).toMatchObject([{ openMs: 4 * SECOND, unveiledMs: 2 * SECOND, reveals: 1 }]);

  worker.world.wait(60 * SECOND);
  exposure.saw({ ...NOTHING_SEEN, unveiledMs: SECOND, lensReveals: 1 });
  exposure.settle();
  expect([kept(), exposure.notes()]).toEqual([before, before]);
  expect(worker.keeper.exposure(all).openMs).toBe(4 * SECOND);

  // the same item once more: it is no further one
  worker.keeper.signOn();
  worker.keeper.setActivity('task', IMAGE_TASK);
  worker.keeper.inputSeen();
  worker.world.wait(3 * SECOND);
  exposure.closed();
  expect(worker.keeper.exposure(all)).toMatchObject({ flaggedItems: 1, openMs: 7 * SECOND });
  expect(kept().shown.map(({ openMs }) => openMs)).toEqual([4 * SECOND, 3 * SECOND]);
});

it('what was handed in is counted beside the open task, from the first look until it is put away, and both are kept', () => {
  const { worker, exposure } = openFlagged();
  worker.world.wait(3 * SECOND);
  worker.keeper.setActivity('ledger');
  worker.world.wait(4 * SECOND);
  exposure.reviewed({ projectId: 'p', taskId: 'handed-in', title: 'Handed in', flags: [violence] });
  worker.world.wait(2 * SECOND);
  exposure.sawReviewed({ ...NOTHING_SEEN, unveiledMs: 800, lensReveals: 1 });
  exposure.reviewEnded();
  worker.world.wait(5 * SECOND);
  exposure.closed();
  expect(
    exposure.notes().shown.map(({ title, openMs, unveiledMs, reveals }) => [title, openMs, unveiledMs, reveals]),
  ).toEqual([
    ['Handed in', 2 * SECOND, 800, 1],
    ['Photo', 3 * SECOND, 0, 0],
  ]);
  expect(exposure.standing().sinceBreak).toEqual({ items: 2, openMs: 5 * SECOND, unveiledMs: 800 });
});
