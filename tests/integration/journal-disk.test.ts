import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JournalStore, openJournal } from '../../electron/db/journal-store.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { ALL_TIME, MINUTE, SECOND } from '../support/time/fake-worker.ts';
import { makeWorld } from '../support/time/fake-world.ts';

const CHILD = new URL('../support/time/beating-child.ts', import.meta.url).pathname;
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'fairmark-disk-'));
const disk = join(folder, 'small');

/** A disk of 1 MiB. Needs the right to mount: without it the full-disk tests are skipped, and say so. */
function mountSmallDisk(): boolean {
  mkdirSync(disk, { recursive: true });
  if (!isRoot || process.platform !== 'linux') return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
}

const mounted = mountSmallDisk();

beforeAll(() => {
  if (!mounted) console.warn('Full-disk tests skipped: no right to mount a small tmpfs here.');
});
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Takes all room that is left. */
function fillDisk(): string {
  const path = join(disk, 'filler');
  const file = openSync(path, 'w');
  try {
    for (let size = 65_536; size >= 1; size = size > 1 ? Math.floor(size / 16) : 0) {
      try {
        while (writeSync(file, Buffer.alloc(size)) > 0);
      } catch {
        // this much does not fit any more
      }
    }
  } finally {
    closeSync(file);
  }
  return path;
}

describe.skipIf(!mounted)('T25 a disk that fills up while time is kept', () => {
  it('is told at once, refuses with a reason, and everything goes on when there is room again', () => {
    const world = makeWorld();
    const journal = openJournal({ path: join(disk, 'record.db') });
    const keeper = createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
    const shown: boolean[] = [];
    keeper.onChange(({ recording }) => shown.push(recording));
    keeper.setActivity('search');
    keeper.signOn();
    world.wait(30 * SECOND);
    const filler = fillDisk();
    for (let beats = 0; beats < 400 && keeper.snapshot().healthy; beats += 1) {
      keeper.inputSeen();
      world.wait(5 * SECOND);
    }
    expect(keeper.snapshot()).toMatchObject({ healthy: false, recording: false });
    expect(shown.at(-1)).toBe(false);
    expect(() => keeper.setActivity('queue')).toThrow('DISK_FULL');
    const acknowledged = journal.records(1).length;
    world.wait(10 * MINUTE);
    unlinkSync(filler);
    keeper.inputSeen();
    world.wait(5 * SECOND);
    expect(keeper.snapshot()).toMatchObject({ healthy: true, recording: true, question: { cause: 'disk' } });
    keeper.setActivity('queue');
    keeper.signOff();
    expect(journal.verify()).toEqual([]);
    expect(journal.records(1).length).toBeGreaterThan(acknowledged);
    expect(keeper.report(ALL_TIME, []).undeterminedMs).toBeGreaterThanOrEqual(9 * MINUTE);
    journal.close();
  });

  it('acknowledged records are there after a kill on the full disk', () => {
    const path = join(disk, 'full.db');
    const first: JournalStore = openJournal({ path });
    const world = makeWorld();
    const keeper = createTimekeeper({ ...world, journal: first, breakSettings: () => defaultBreakSettings });
    keeper.signOn();
    const filler = fillDisk();
    world.wait(30 * MINUTE);
    const acknowledged = first.hashes();
    first.close();
    unlinkSync(filler);
    const again = openJournal({ path });
    expect(again.hashes().slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(again.verify()).toEqual([]);
    again.close();
  });
});

describe.skipIf(process.platform === 'win32')('T25 a place that may not be written', () => {
  /** Opens in a process without special rights: root may write anywhere. */
  const probe = (path: string): string => {
    const as = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, [CHILD, path, '1', 'probe'], { encoding: 'utf8', ...as });
    return stdout.trim() || stderr;
  };

  it('is refused as read-only: a folder', () => {
    chmodSync(folder, 0o755);
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    expect(probe(join(locked, 'record.db'))).toBe('refused DISK_READ_ONLY');
  });

  it('is refused as read-only: a file', () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    const path = join(open, 'record.db');
    openJournal({ path }).close();
    chmodSync(path, 0o444);
    chmodSync(open, 0o777);
    const before = statSync(path).size;
    expect(probe(path)).toBe('refused DISK_READ_ONLY');
    expect(statSync(path).size).toBe(before);
  });
});
