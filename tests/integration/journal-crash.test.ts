import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../electron/db/journal-store.ts';
import { foldRecords } from '../../shared/time/fold-session.ts';

const CHILD = new URL('../support/time/beating-child.ts', import.meta.url).pathname;
/** Two at a time: half a minute at most on two cores. */
const LANES = 2;
const KILLS_A_LANE = 25;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairmark-crash-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Child {
  readonly process: ChildProcess;
  /** `seq hash` of every record that was acknowledged. */
  readonly acknowledged: string[];
  readonly firstLine: Promise<void>;
  readonly gone: Promise<void>;
}

function startChild(path: string, faster: number, mode = 'beat'): Child {
  const process_ = spawn(process.execPath, [CHILD, path, String(faster), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  let rest = '';
  const firstLine = Promise.withResolvers<void>();
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
    if (acknowledged.length > 0) firstLine.resolve();
  });
  const gone = new Promise<void>((resolve) => process_.on('close', () => resolve()));
  return { process: process_, acknowledged, firstLine: firstLine.promise, gone };
}

describe('a process that is killed while it keeps time', () => {
  it('T22 loses no acknowledged record, and its chain verifies', async () => {
    const lane = async (name: number): Promise<number> => {
      const path = join(folder, `record-${name}.db`);
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS_A_LANE; kill += 1) {
        const child = startChild(path, 5_000);
        await child.firstLine;
        await after(Math.random() * 60);
        child.process.kill('SIGKILL');
        await child.gone;
        const journal = openJournal({ path });
        const kept = new Set(journal.records(1).map(({ seq, hash }) => `${seq} ${hash}`));
        expect(child.acknowledged.filter((line) => !kept.has(line))).toEqual([]);
        expect(journal.verify()).toEqual([]);
        expect(journal.droppedRecords).toBe(0);
        journal.close();
        acknowledged += child.acknowledged.length;
      }
      return acknowledged;
    };
    const counts = await Promise.all(Array.from({ length: LANES }, (_, name) => lane(name)));
    expect(Math.min(...counts)).toBeGreaterThan(KILLS_A_LANE * 2);
  }, 60_000);

  it('T26 that is stopped for a minute credits 15 s at most of it', async () => {
    const path = join(folder, 'record.db');
    const faster = 100;
    const child = startChild(path, faster);
    await child.firstLine;
    await after(300);
    const before = child.acknowledged.length;
    child.process.kill('SIGSTOP');
    await after(60_000 / faster);
    child.process.kill('SIGCONT');
    while (child.acknowledged.length < before + 4) await after(20);
    child.process.kill('SIGKILL');
    await child.gone;
    const journal = openJournal({ path });
    const { segments } = foldRecords(journal.records(1));
    journal.close();
    const stalled = segments
      .filter(({ cause }) => cause === 'stall')
      .reduce((sum, { durationMs }) => sum + durationMs, 0);
    expect(stalled).toBeGreaterThanOrEqual(44_000);
    expect(segments.filter(({ phase }) => phase === 'task').length).toBeGreaterThanOrEqual(2);
  }, 20_000);

  it('T29 leaves the record to nobody else while it lives', async () => {
    const path = join(folder, 'record.db');
    const first = startChild(path, 100);
    await first.firstLine;
    const second = startChild(path, 100);
    await second.gone;
    expect(second.acknowledged).toEqual(['refused RECORD_IN_USE']);
    const before = first.acknowledged.length;
    while (first.acknowledged.length < before + 2) await after(20);
    first.process.kill('SIGKILL');
    await first.gone;
    const third = startChild(path, 100, 'probe');
    await third.gone;
    expect(third.acknowledged).toEqual(['opened']);
  }, 20_000);

  const canSleep = spawnSync('unshare', ['--time', '--boottime', '1', 'true']).status === 0;
  it.skipIf(!canSleep)(
    'T22 and is started again an hour later by the boot clock finds that hour, in the zone it is in now',
    async () => {
      const path = join(folder, 'record.db');
      const child = startChild(path, 1);
      await child.firstLine;
      child.process.kill('SIGKILL');
      await child.gone;
      const later = spawnSync(
        'unshare',
        ['--time', '--boottime', '3600', process.execPath, CHILD, path, '1', 'recover'],
        {
          encoding: 'utf8',
          env: { ...process.env, TZ: 'Pacific/Auckland' },
        },
      );
      const [cause, durationMs, zone] = later.stdout.trim().split(' ');
      expect([cause, zone]).toEqual(['crash', 'Pacific/Auckland']);
      expect(Number(durationMs)).toBeGreaterThanOrEqual(3_600_000);
      expect(Number(durationMs)).toBeLessThan(3_630_000);
    },
  );
});
