import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../electron/db/journal-store.ts';
import { nodeClock } from '../../electron/services/node-clock.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import type { ClockPort } from '../../shared/core/ports.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { NOTHING_SEEN } from '../../shared/time/exposure.ts';
import type { ExposureNote } from '../../shared/time/journal-record.ts';
import { makeWorld } from './time/fake-world.ts';

const MINUTE_MS = 60_000;
const INPUT_EVERY_MS = 20_000;

/**
 * Writes into a fresh profile the record of somebody who worked for so many minutes without a break, until now: by the
 * timekeeper itself on a machine whose clocks run as fast as the test wants. At the end, `exposure` is noted, if given.
 */
export function seedWork(userDataDir: string, minutes: number, exposure: Partial<ExposureNote> = {}): void {
  mkdirSync(userDataDir, { recursive: true });
  const real = nodeClock().read();
  const world = makeWorld(real.wallMs - minutes * MINUTE_MS, real.zone);
  // the same boot as the app's, ending now: otherwise the time since a reboot counts as rest
  const clock: ClockPort = {
    read() {
      const fake = world.clock.read();
      const bootMs = Math.max(0, real.bootMs - (real.wallMs - fake.wallMs));
      return { ...fake, bootId: real.bootId, bootMs };
    },
  };
  const journal = openJournal({ path: join(userDataDir, 'record.db') });
  const timekeeper = createTimekeeper({
    clock,
    power: world.power,
    idle: world.idle,
    timer: world.timer,
    journal,
    breakSettings: () => defaultBreakSettings,
  });
  timekeeper.windowState('focused');
  timekeeper.signOn();
  timekeeper.setActivity('search');
  for (let left = minutes * MINUTE_MS; left > 0; left -= INPUT_EVERY_MS) {
    timekeeper.inputSeen();
    world.wait(Math.min(left, INPUT_EVERY_MS));
  }
  if (Object.keys(exposure).length > 0) timekeeper.noteExposure({ ...NOTHING_SEEN, ...exposure });
  timekeeper.stop();
  journal.close();
}
