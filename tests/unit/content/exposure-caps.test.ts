import { describe, expect, it } from 'vitest';
import { type ExposureCaps, isNight } from '../../../shared/time/exposure-caps.ts';
import { NOTHING_SEEN } from '../../../shared/time/exposure.ts';
import { exposureCapsOf } from '../../../shared/project/exposure-settings.ts';
import { defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { HOUR, MINUTE, makeWorker } from '../../support/time/fake-worker.ts';

const caps: ExposureCaps = exposureCapsOf(defaultAppSettings);

/** Somebody signed on, at work by day. */
function atWork() {
  const worker = makeWorker();
  worker.keeper.signOn();
  worker.keeper.setActivity('search');
  return {
    ...worker,
    standing: (over: Partial<ExposureCaps> = {}) => worker.keeper.exposureStanding({ ...caps, ...over }),
    sees: (note: Partial<typeof NOTHING_SEEN>) => worker.keeper.noteExposure({ ...NOTHING_SEEN, ...note }),
    rests() {
      worker.keeper.startBreak('exposure');
      worker.world.wait(5 * MINUTE);
      worker.keeper.endBreak();
    },
  };
}

describe('an exposure break', () => {
  it.each([
    ['ten flagged items', { flaggedItems: 10 }, { flaggedItems: 9 }],
    ['15 min with one open', { openMs: 15 * MINUTE }, { openMs: 15 * MINUTE - 1 }],
    ['3 min of looking', { unveiledMs: 3 * MINUTE }, { unveiledMs: 3 * MINUTE - 1 }],
  ])('comes after %s, not before', (_name, enough, less) => {
    const early = atWork();
    early.sees(less);
    expect(early.standing().stop).toBeNull();
    const due = atWork();
    due.sees(enough);
    expect(due.standing().stop).toBe('break');
    due.rests();
    expect(due.standing()).toMatchObject({ stop: null, sinceBreak: { items: 0, openMs: 0, unveiledMs: 0 } });
  });

  it('ended early does not count, and begins nothing anew', () => {
    const worker = atWork();
    worker.sees({ flaggedItems: 10 });
    worker.keeper.startBreak('exposure');
    worker.world.wait(2 * MINUTE);
    worker.keeper.endBreak();
    expect(worker.standing().stop).toBe('break');
  });
});

describe('the caps', () => {
  it('stop a session after 45 min, and signing off and on begins no new one', () => {
    const worker = atWork();
    for (let round = 0; round < 3; round += 1) {
      worker.sees({ openMs: 15 * MINUTE });
      worker.rests();
    }
    expect(worker.standing().stop).toBe('session');
    worker.keeper.signOff();
    worker.world.wait(10 * MINUTE);
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    worker.work(10_000);
    expect(worker.standing().stop).toBe('session');
    worker.keeper.signOff();
    worker.world.wait(2 * HOUR);
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    worker.work(10_000);
    expect(worker.standing().stop).toBeNull();
  });

  it('stop a day after two hours of handling or 20 min of looking', () => {
    const handled = atWork();
    handled.sees({ openMs: 2 * HOUR });
    expect(handled.standing().stop).toBe('day');
    const looked = atWork();
    looked.sees({ unveiledMs: 20 * MINUTE });
    expect(looked.standing().stop).toBe('day');
    looked.world.wait(24 * HOUR);
    expect(looked.standing({ nightFromHours: [18] }).dayUnveiledMs).toBe(0);
  });

  it('give no new day to a clock that is set', () => {
    const worker = atWork();
    worker.sees({ unveiledMs: 20 * MINUTE });
    for (const jump of [48 * HOUR, -96 * HOUR]) {
      worker.world.setWall(jump);
      worker.work(10_000);
      expect(worker.standing().stop).toBe('day');
    }
  });

  it('hold over a reboot', () => {
    const worker = makeWorker();
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    worker.keeper.noteExposure({ ...NOTHING_SEEN, unveiledMs: 20 * MINUTE });
    worker.keeper.stop();
    worker.world.reboot(HOUR, MINUTE);
    worker.restart();
    worker.keeper.signOn();
    worker.work(10_000);
    expect(worker.keeper.exposureStanding(caps).stop).toBe('day');
  });
});

describe('the night', () => {
  const at = (hour: number) => ({ wallMs: Date.UTC(2026, 10, 22, hour, 30), zone: 'Europe/Vienna' });

  it('is from 20 to 7 by the local clock, and moves with its beginning', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    // Vienna is an hour ahead
    expect(hours.filter((hour) => isNight(at(hour), 20))).toEqual([0, 1, 2, 3, 4, 5, 19, 20, 21, 22, 23]);
    expect(isNight(at(18), 20)).toBe(false);
    expect(isNight(at(18), 19)).toBe(true);
  });
});
