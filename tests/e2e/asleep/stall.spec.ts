import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openJournal } from '../../../electron/db/journal-store.ts';
import { makeImageItem } from '../../support/make-facts.ts';
import { openAppOn } from '../../support/open-project.ts';

const STOPPED_MS = 60_000;

test('T26 the app stopped for a minute credits 15 s at most; the rest is a stall that is asked about', async () => {
  test.skip(process.platform === 'win32', 'SIGSTOP is POSIX');
  test.setTimeout(STOPPED_MS + 60_000);
  const opened = await openAppOn([makeImageItem('a')]);
  try {
    const { page, app, userDataDir } = opened;
    await page.getByRole('button', { name: 'Sign on' }).click();
    await page.mouse.move(400, 400);
    await page.waitForTimeout(6_000);
    const { pid } = app.process();
    if (pid === undefined) throw new Error('no process');
    process.kill(pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, STOPPED_MS));
    process.kill(pid, 'SIGCONT');
    await page.waitForTimeout(7_000);
    await page.getByRole('button', { name: 'Sign off' }).click();
    await app.close();
    const journal = openJournal({ path: join(userDataDir, 'record.db') });
    const segments = journal
      .keptLedgers({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER })
      .flatMap((ledger) => ledger.segments);
    journal.close();
    const stalled = segments
      .filter(({ cause }) => cause === 'stall')
      .reduce((sum, { durationMs }) => sum + durationMs, 0);
    expect(stalled).toBeGreaterThanOrEqual(STOPPED_MS - 15_000 - 1_000);
    expect(stalled).toBeLessThanOrEqual(STOPPED_MS + 1_000);
  } finally {
    await opened.close();
  }
});
