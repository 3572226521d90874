import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openJournal } from '../../electron/db/journal-store.ts';
import { fakeTimeLibrary } from '../../scripts/lib/fake-time.mjs';
import { contract } from '../../shared/ipc/contract.ts';
import { makeFailingDisk } from '../support/failing-disk.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { acceptFirstTask, type OpenedApp, openAppOn, untilReady } from '../support/open-project.ts';

/** What happens to real machines: clocks that are set, zones that change, drives that give up. */

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const items = [makeImageItem('a')];

async function liveTime(page: Page) {
  const answer = await page.evaluate(() => window.bridge['time.snapshot']({}));
  if (!answer.ok) throw new Error(answer.error.code);
  return contract['time.snapshot'].output.parse(answer.value).time;
}

/** Another screen is another activity, written at once. */
async function toScreen(page: Page, name: 'My time' | 'Tasks'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await untilReady(page, name === 'Tasks' ? 'browse' : 'my-time');
}

/** The clock of the app's machine, in the main process. */
const wallOf = ({ app }: OpenedApp): Promise<number> => app.evaluate(() => Date.now());

test('T15, T16, T18 a clock set back an hour and forward a day, and another zone, change no duration of the running app', async () => {
  const library = fakeTimeLibrary();
  test.skip(library === undefined, 'needs libfaketime to set the clock of one program');
  if (library === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'fairmark-clock-'));
  const clock = join(folder, 'clock');
  const setClock = async (opened: OpenedApp, byMs: number): Promise<void> => {
    writeFileSync(clock, `${byMs < 0 ? '' : '+'}${byMs / SECOND}\n`);
    await expect.poll(async () => Math.abs((await wallOf(opened)) - Date.now() - byMs)).toBeLessThan(500);
  };
  writeFileSync(clock, '+0\n');
  const preload = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_CACHE_DURATION: '1',
    // only the wall clock is anybody's to set
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // these crash or hang Electron at its start
    FAKETIME_DISABLE_SHM: '1',
    NO_FAKE_STAT: '1',
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  };
  const opened = await openAppOn(items, undefined, {}, preload);
  try {
    const { page, app, userDataDir } = opened;
    await acceptFirstTask(page, 'Image a');
    const began = performance.now();
    await setClock(opened, -HOUR);
    await toScreen(page, 'Tasks');
    expect((await liveTime(page)).breakAdvice.state).toBe('none');
    await setClock(opened, 23 * HOUR);
    await toScreen(page, 'My time');
    await toScreen(page, 'Tasks');
    const { breakAdvice, question, recording } = await liveTime(page);
    expect([breakAdvice.state, question, recording]).toEqual(['none', null, true]);
    await app.evaluate(() => {
      process.env['TZ'] = 'Pacific/Auckland';
    });
    await toScreen(page, 'My time');
    await page.getByRole('button', { name: 'Sign off' }).click();
    await expect(page.getByRole('button', { name: 'Sign on' })).toBeVisible();
    const tookMs = performance.now() - began;
    await app.close();

    const journal = openJournal({ path: join(userDataDir, 'record.db') });
    const records = journal.records(1);
    const ledgers = journal.keptLedgers({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
    const faults = journal.verify();
    journal.close();
    const [ledger] = ledgers;
    expect([ledgers.length, faults]).toEqual([1, []]);
    expect(ledger?.anomalies.map(({ deltaMs }) => Math.round(deltaMs / SECOND / 10) * 10)).toEqual([-3_600, 86_400]);
    const lasted = ledger?.sessions[0]?.durationMs ?? 0;
    expect(ledger?.segments.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(lasted);
    expect(lasted).toBeGreaterThan(tookMs - SECOND);
    expect(lasted).toBeLessThan(tookMs + 15 * SECOND);
    expect(ledger?.segments.filter(({ phase }) => phase === 'undetermined' || phase === 'away')).toEqual([]);
    expect(records.at(-1)?.zone).toBe('Pacific/Auckland');
    // order is that of the journal, whatever the wall says
    const segments = ledger?.segments ?? [];
    expect(segments.map(({ offsetMs }) => offsetMs)).toEqual(
      segments.map(({ offsetMs }) => offsetMs).toSorted((a, b) => a - b),
    );
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('T25 a drive that gives up while time is kept is told at once, and nothing that was kept is lost when it is back', async () => {
  const drive = makeFailingDisk();
  test.skip(drive === null, 'no right to mount a drive here');
  if (drive === null) return;
  const record = join(drive.dir, 'record.db');
  let opened = await openAppOn(items, (dir) => {
    mkdirSync(dir, { recursive: true });
    symlinkSync(record, join(dir, 'record.db'));
  });
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Image a');
    await expect(page.getByText('Recording', { exact: true })).toBeVisible();
    drive.fail();
    // nobody has to do anything: the next beat finds out
    await expect(page.getByTestId('not-recording')).toContainText('Your time is not being recorded', {
      timeout: 8 * SECOND,
    });
    await expect(page.getByTestId('not-recording')).toContainText('drive');
    await expect(page.getByText('Recording', { exact: true })).toBeHidden();
    expect((await liveTime(page)).recording).toBe(false);
    opened = await opened.killAndRestart(() => {
      drive.mend();
      return Promise.resolve();
    });
    await expect(opened.page.getByTestId('recovery')).toContainText('unaccounted for');
    await expect(opened.page.getByTestId('not-recording')).toBeHidden();
    await opened.page.getByRole('button', { name: 'Sign on' }).click();
    await expect(opened.page.getByText('Recording', { exact: true })).toBeVisible();
    await opened.app.close();
    const journal = openJournal({ path: record });
    const [faults, sessions] = [journal.verify(), journal.sessions().length];
    journal.close();
    expect([faults, sessions]).toEqual([[], 2]);
  } finally {
    await opened.close();
    drive.remove();
  }
});
