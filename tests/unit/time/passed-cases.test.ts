import { describe, expect, it } from 'vitest';
import { HOUR, makeWorker, MINUTE } from '../../support/time/fake-worker.ts';

const DAY = 24 * HOUR;

/** Somebody who has worked for an hour and a half where new tasks wait after one, signed off or not. */
function tired() {
  const worker = makeWorker({ settings: { dayGateMs: HOUR, restDueMs: 2 * HOUR, restGateMs: 2 * HOUR } });
  worker.keeper.signOn();
  worker.keeper.setActivity('search');
  worker.work(90 * MINUTE);
  const comeBack = () => {
    worker.restart();
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    worker.work(MINUTE);
  };
  const advice = () => worker.keeper.snapshot().breakAdvice;
  return { worker, comeBack, advice };
}

describe('the time while the machine was off', () => {
  it('after a power cut is rest by the wall clock, as it is after signing off', () => {
    const { worker, comeBack, advice } = tired();
    expect(advice()).toMatchObject({ state: 'gate', rule: 'day' });
    worker.world.reboot(30 * HOUR, 2 * MINUTE);
    comeBack();
    expect(advice()).toMatchObject({ state: 'none', continuousWorkMs: MINUTE });
  });

  it('after a power cut lets flagged content come again the next day', () => {
    const { worker, comeBack } = tired();
    const caps = { sessionMs: 45 * MINUTE, dayMs: HOUR, nightFromHours: [] };
    const note = { flaggedItems: 1, unveiledMs: 0, lensReveals: 0, fullReveals: 0, undisclosedHazards: 0 };
    worker.keeper.noteExposure({ ...note, openMs: 80 * MINUTE });
    worker.world.reboot(30 * HOUR, 2 * MINUTE);
    comeBack();
    expect(worker.keeper.exposureStanding(caps)).toMatchObject({ dayOpenMs: 0, sessionOpenMs: 0 });
  });

  it('asleep is the end of a session with flagged content, though nobody signed off', () => {
    const { worker } = tired();
    const caps = { sessionMs: 45 * MINUTE, dayMs: 2 * HOUR, nightFromHours: [] };
    const note = { flaggedItems: 1, unveiledMs: 0, lensReveals: 0, fullReveals: 0, undisclosedHazards: 0 };
    worker.keeper.noteExposure({ ...note, openMs: 50 * MINUTE });
    worker.world.sleep(30 * MINUTE);
    worker.work(MINUTE);
    expect(worker.keeper.exposureStanding(caps).stop).toBe('session');
    worker.world.sleep(10 * HOUR);
    worker.work(MINUTE);
    expect(worker.keeper.exposureStanding(caps)).toMatchObject({ sessionOpenMs: 0, dayOpenMs: 50 * MINUTE });
  });

  it('is no longer than a clock said that is set back afterwards', () => {
    const { worker, comeBack, advice } = tired();
    worker.keeper.signOff();
    worker.world.reboot(5 * MINUTE, 2 * MINUTE);
    worker.world.setWall(2 * DAY);
    comeBack();
    // nothing shows yet that it was set
    expect(advice()).toMatchObject({ state: 'none' });
    worker.world.setWall(-2 * DAY);
    worker.work(MINUTE);
    expect(advice()).toMatchObject({ state: 'gate', rule: 'day' });
  });

  it('is no longer than a clock said that was set back while nothing was recorded', () => {
    for (const isRestarted of [false, true]) {
      const { worker, comeBack, advice } = tired();
      worker.world.reboot(5 * MINUTE, 2 * MINUTE);
      worker.world.setWall(2 * DAY);
      comeBack();
      worker.keeper.signOff();
      worker.world.setWall(-2 * DAY);
      if (isRestarted) worker.world.reboot(MINUTE, MINUTE);
      comeBack();
      expect(advice()).toMatchObject({ state: 'gate', rule: 'day' });
    }
  });

  it('stays rest when the clock is set wrong and right again at work, or to summer time and back', () => {
    for (const jumps of [[DAY, -DAY], [-DAY, DAY], [-HOUR]]) {
      const { worker, comeBack, advice } = tired();
      worker.keeper.signOff();
      worker.world.reboot(30 * HOUR, 2 * MINUTE);
      comeBack();
      for (const jump of jumps) {
        worker.world.setWall(jump);
        worker.work(MINUTE);
      }
      expect(advice()).toMatchObject({ state: 'none' });
    }
  });

  it('keeps flagged content counted when a clock was set forward for a restart and back again', () => {
    const { worker, comeBack } = tired();
    const caps = { sessionMs: 45 * MINUTE, dayMs: 2 * HOUR, nightFromHours: [] };
    const note = { flaggedItems: 1, openMs: 2 * HOUR, unveiledMs: 0, lensReveals: 0, fullReveals: 0 };
    worker.keeper.noteExposure({ ...note, undisclosedHazards: 0 });
    worker.keeper.signOff();
    worker.world.reboot(5 * MINUTE, 2 * MINUTE);
    worker.world.setWall(2 * DAY);
    comeBack();
    worker.world.setWall(-2 * DAY);
    worker.work(MINUTE);
    expect(worker.keeper.exposureStanding(caps).stop).toBe('day');
  });
});
