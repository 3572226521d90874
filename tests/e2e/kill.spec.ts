import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openJournal } from '../../electron/db/journal-store.ts';
import { drawBox } from '../support/hands.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, storedAnnotations, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const KILLS = 6;

/** The whole app under `kill -9`; the same 50 times without a window is in tests/integration. */
test('T22 the app killed while boxes are drawn loses none that it showed as saved, and no beat', async () => {
  test.setTimeout(180_000);
  let opened = await openAppOn([makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) })]);
  try {
    await acceptFirstTask(opened.page, 'Image a');
    let kept = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { page } = opened;
      const drawn = 1 + (kill % 3);
      for (let box = 0; box < drawn; box += 1) {
        await drawBox(page, IMAGE, { x: 20 + 90 * kill, y: 20 + 120 * box, width: 60, height: 80 });
      }
      // what the window said to be saved at this moment must be there afterwards; one more may be under way
      const saved = (await storedAnnotations(page)).length;
      await page.waitForTimeout(Math.random() * 400);
      opened = await opened.killAndRestart();
      const found = (await storedAnnotations(opened.page)).length;
      expect(found).toBeGreaterThanOrEqual(saved);
      expect(found).toBeLessThanOrEqual(kept + drawn);
      kept = found;
      await expect(opened.page.getByTestId('saved')).toHaveAttribute('data-state', 'saved');
      // the gap since the last beat is asked about, never counted in silence
      await opened.page.getByRole('button', { name: 'Sign on' }).click();
    }
    expect(kept).toBeGreaterThanOrEqual(KILLS);
    const record = join(opened.userDataDir, 'record.db');
    await opened.app.close();
    const journal = openJournal({ path: record });
    const faults = journal.verify();
    const sessions = journal.sessions().length;
    journal.close();
    expect(faults).toEqual([]);
    expect(sessions).toBe(KILLS + 1);
  } finally {
    await opened.close();
  }
});

test('a page that crashes comes back with what was drawn', async () => {
  const opened = await openAppOn([makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) })]);
  try {
    const { page, app } = opened;
    await acceptFirstTask(page, 'Image a');
    await drawBox(page, IMAGE, { x: 50, y: 50, width: 100, height: 80 });
    await untilSaved(page);
    await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
      window?.webContents.forcefullyCrashRenderer();
    });
    // Playwright's page died with its process: the main process is asked for what the new one shows
    await expect
      .poll(
        () =>
          app.evaluate(async ({ BrowserWindow }) => {
            const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
            // asked of a page that is gone, it never answers
            const never = new Promise((resolve) => setTimeout(resolve, 1_000, 'no answer'));
            const asked = window?.webContents.executeJavaScript(
              `bridge['task.current']({}).then(({ json }) =>
                 document.documentElement.dataset.ready + ' ' + JSON.parse(json).task.state.annotations.length + ' ' +
                 document.querySelectorAll('[data-testid="canvas"] canvas').length)`,
            );
            const shown: unknown = await Promise.race([asked, never]).catch(() => '');
            return String(shown);
          }),
        { timeout: 15_000 },
      )
      .toMatch(/^workspace 1 [1-9]/);
  } finally {
    await opened.close();
  }
});
