import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { FOLD_VERSION, foldRecords } from '../../../shared/time/fold-session.ts';
import { HOUR, IMAGE_TASK, makeWorker, MINUTE } from '../../support/time/fake-worker.ts';

/** A night after signing off, a power cut, a crash, a clock that is set, and a break: what folding has to decide. */
function recordsOfThreeDays() {
  const worker = makeWorker();
  const { world, journal } = worker;
  const day = () => {
    worker.keeper.signOn();
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.work(3 * MINUTE);
  };
  day();
  worker.keeper.startBreak();
  world.wait(5 * MINUTE);
  worker.keeper.endBreak();
  worker.keeper.signOff();
  world.reboot(14 * HOUR, MINUTE);
  worker.restart();
  day();
  world.reboot(10 * HOUR, MINUTE);
  worker.restart();
  day();
  world.setWall(-HOUR);
  worker.work(MINUTE);
  world.killProcess();
  world.wait(2 * MINUTE);
  worker.restart();
  day();
  worker.keeper.signOff();
  world.setWall(2 * HOUR);
  day();
  worker.keeper.signOff();
  return journal.records(0);
}

// Kept ledgers of another version are made anew: without a new number, people go on with what an older Fairmark folded.
it('folding that gives another ledger has another version: with a new digest here goes a new number', () => {
  const ledger = JSON.stringify(foldRecords(recordsOfThreeDays()));
  const digest = createHash('sha256').update(ledger).digest('hex').slice(0, 16);
  expect({ version: FOLD_VERSION, digest }).toEqual({ version: 2, digest: 'dfb996c0e4d6cfc9' });
});
