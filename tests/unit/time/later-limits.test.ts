import { describe, expect, it } from 'vitest';
import type { JsonFile } from '../../../electron/services/json-file.ts';
import { limitMoment, settingsInForce } from '../../../electron/services/own-settings.ts';
import { type AppSettings, defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { changeSettings } from '../../../shared/project/limits.ts';
import { HOUR, makeWorker, MINUTE } from '../../support/time/fake-worker.ts';

const DAY = 24 * HOUR;

function memoryFile(value: AppSettings): JsonFile<AppSettings> {
  return {
    read: () => value,
    change: (step) => {
      value = step(value);
      return Promise.resolve();
    },
    settled: () => Promise.resolve(),
  };
}

/** A worker whose day ends after six hours, and who has asked for eight. */
async function whoAsked(isSignedOn = true) {
  const worker = makeWorker();
  const moment = () => limitMoment(worker.world.clock, worker.keeper);
  const settings = settingsInForce(memoryFile({ ...defaultAppSettings, dayGateHours: 6 }), moment);
  const work = () => {
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    worker.work(MINUTE);
  };
  work();
  if (!isSignedOn) worker.keeper.signOff();
  await settings.change((now) => changeSettings(now, { dayGateHours: 8 }, moment()));
  return { worker, settings, work, hours: () => settings.read().dayGateHours };
}

describe('a limit that loosens tomorrow', () => {
  it.each([true, false])('does so on the next day, the machine off over night (signed on: %s)', async (isSignedOn) => {
    const { worker, work, hours } = await whoAsked(isSignedOn);
    expect(hours()).toBe(6);
    worker.world.reboot(24 * HOUR, MINUTE);
    worker.restart();
    expect(hours()).toBe(8);
    work();
    expect(hours()).toBe(8);
    worker.keeper.signOff();
    worker.world.reboot(20 * DAY, MINUTE);
    worker.restart();
    work();
    expect(hours()).toBe(8);
  });

  it('does not for a clock that was set forward before the machine was restarted', async () => {
    const { worker, work, hours } = await whoAsked();
    worker.world.setWall(2 * DAY);
    worker.work(MINUTE);
    worker.world.reboot(5 * MINUTE, MINUTE);
    worker.restart();
    expect(hours()).toBe(6);
    work();
    expect(hours()).toBe(6);
  });

  it('is tight again when a clock that was set forward for a restart is set back, whatever was saved meanwhile', async () => {
    const { worker, settings, work, hours } = await whoAsked(false);
    worker.world.reboot(5 * MINUTE, MINUTE);
    worker.world.setWall(2 * DAY);
    worker.restart();
    work();
    expect(hours()).toBe(8);
    await settings.change((now) => ({ ...now, theme: 'dark' }));
    worker.world.setWall(-2 * DAY);
    worker.work(MINUTE);
    expect(hours()).toBe(6);
    expect(settings.read()).toMatchObject({ theme: 'dark', later: { dayGateHours: { value: 8 } } });
  });

  it('is replaced by what the worker asks for after it', async () => {
    const { worker, settings, work, hours } = await whoAsked();
    worker.world.reboot(24 * HOUR, MINUTE);
    worker.restart();
    work();
    const moment = () => limitMoment(worker.world.clock, worker.keeper);
    await settings.change((now) => changeSettings(now, { dayGateHours: 7 }, moment()));
    expect(hours()).toBe(7);
    await settings.change((now) => changeSettings(now, { dayGateHours: 9 }, moment()));
    expect(settings.read()).toMatchObject({ dayGateHours: 7, later: { dayGateHours: { value: 9 } } });
  });
});
