import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openJournal } from '../../electron/db/journal-store.ts';
import type { Rect } from '../../shared/core/geometry.ts';
import { drawBox, imagePointInWindow } from '../support/hands.ts';
import { makeImageItem, violence } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { closeInstructions, openAppOn, type OpenedApp, untilReady, untilSaved } from '../support/open-project.ts';
import { lookAt, stripes, watchedFrames, watchFrames } from '../support/window-pixels.ts';

const IMAGE = { width: 800, height: 600 };
const vivid = makePng(IMAGE.width, IMAGE.height, stripes);

/** Side of the patch looked at, in view pixels: well inside the lens. */
const PATCH_PX = 30;

/** Accepts a flagged task, knowing that it is flagged. */
async function acceptHidden(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Accept ${title}` }).click();
  await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
  await untilReady(page, 'workspace');
  await closeInstructions(page);
}

test('a flagged picture is on no frame that the window paints: at start, in the list, in its task, when it is drawn on, on item change, resize, in the dark, in review and history', async () => {
  const opened = await openAppOn([
    makeImageItem('flagged', { bytes: vivid, flags: [violence] }),
    makeImageItem('second', { bytes: vivid, flags: [violence] }),
  ]);
  try {
    const { page, app } = opened;
    await watchFrames(app);
    await page.reload();
    await untilReady(page, 'browse');
    await expect(page.locator('img').first()).toBeVisible();
    await page.waitForTimeout(300);
    await acceptHidden(page, 'Image flagged');
    await page.getByRole('button', { name: 'Go on without looking' }).click();
    await drawBox(page, IMAGE, { x: 100, y: 100, width: 300, height: 200 });
    await untilSaved(page);
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+Shift+KeyZ');
    await untilSaved(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Image second')).toBeVisible();
    await page.getByRole('button', { name: 'Go on without looking' }).click();
    await app.evaluate(async ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 680));
    await page.waitForTimeout(300);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    for (const [name, screen] of [
      ['Hand over', 'export'],
      ['Shown to me', 'shown'],
      ['Open task', 'workspace'],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
      await page.waitForTimeout(200);
    }
    // judged without looking: its shapes are chosen, enlarged and hidden over the veil, and the next one comes
    await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
    await page.getByRole('button', { name: 'Look at what was handed in: Image flagged' }).click();
    await untilReady(page, 'review');
    await page.getByRole('button', { name: 'Go on without looking' }).click();
    for (const key of ['BracketRight', 'Equal', 'Shift+KeyN', 'Shift+KeyB', 'Shift+KeyH'])
      await page.keyboard.press(key);
    await expect(page.getByTestId('navigator')).toBeVisible();
    await page.waitForTimeout(300);
    await page.keyboard.press('KeyA');
    await expect(page.getByText('Everything that was handed in is reviewed.')).toBeVisible();
    const { frames, mostVivid } = await watchedFrames(app);
    expect(frames).toBeGreaterThan(10);
    expect(mostVivid).toBe(0);
  } finally {
    await opened.close();
  }
});

test.describe('a flagged picture', () => {
  let opened: OpenedApp;

  test.beforeEach(async () => {
    opened = await openAppOn([
      makeImageItem('flagged', { bytes: vivid, flags: [violence] }),
      makeImageItem('plain', { bytes: vivid }),
    ]);
  });
  test.afterEach(() => opened.close());

  async function openFlagged(): Promise<void> {
    await acceptHidden(opened.page, 'Image flagged');
    await opened.page.getByRole('button', { name: 'Look…' }).click();
  }

  /** The patch around a point of the picture. */
  async function patchAt(x: number, y: number): Promise<Rect> {
    const at = await imagePointInWindow(opened.page.getByTestId('canvas'), IMAGE, { x, y });
    return { x: at.x - PATCH_PX / 2, y: at.y - PATCH_PX / 2, width: PATCH_PX, height: PATCH_PX };
  }

  test('would be noticed on a frame: the same picture without a flag is', async () => {
    const { page, app } = opened;
    await watchFrames(app);
    await page.getByRole('button', { name: 'Accept Image plain' }).click();
    await untilReady(page, 'workspace');
    await page.waitForTimeout(800);
    expect((await watchedFrames(app)).mostVivid).toBeGreaterThan(10_000);
  });

  test('shows in a grey lens while the button is held, and is hidden when it is let go', async () => {
    const { page, app } = opened;
    await openFlagged();
    const patch = await patchAt(400, 300);
    const elsewhere = await patchAt(100, 100);
    // the card has words of its own until the window has painted without it; the picture's colours are never there
    expect((await lookAt(app, patch)).saturation).toBeLessThan(30);
    await expect.poll(async () => (await lookAt(app, patch)).contrast).toBeLessThan(8);

    await page.mouse.move(patch.x + PATCH_PX / 2, patch.y + PATCH_PX / 2);
    await page.waitForTimeout(400);
    // hovering shows nothing
    expect((await lookAt(app, patch)).contrast).toBeLessThan(8);

    await page.mouse.down();
    await expect.poll(async () => (await lookAt(app, patch)).contrast).toBeGreaterThan(40);
    expect((await lookAt(app, patch)).saturation).toBeLessThan(4);
    expect((await lookAt(app, elsewhere)).contrast).toBeLessThan(8);

    await page.mouse.up();
    await page.waitForTimeout(500);
    await expect.poll(async () => (await lookAt(app, patch)).contrast).toBeLessThan(8);
  });

  test('shows by keyboard in the cell of the grid that the arrows chose, while Space is held', async () => {
    const { page, app } = opened;
    await openFlagged();
    const middle = await patchAt(400, 300);
    const right = await patchAt(400 + 800 / 3, 300);
    await page.mouse.move(5, 400);
    await page.keyboard.down('Space');
    await expect.poll(async () => (await lookAt(app, middle)).contrast).toBeGreaterThan(40);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await lookAt(app, right)).contrast).toBeGreaterThan(40);
    expect((await lookAt(app, middle)).contrast).toBeLessThan(8);
    await page.keyboard.up('Space');
    await expect.poll(async () => (await lookAt(app, right)).contrast).toBeLessThan(8);
  });

  test('shows whole and in colour only by further choices, each after the one before', async () => {
    const { page, app } = opened;
    await openFlagged();
    const patch = await patchAt(120, 120);
    const colour = page.getByRole('radio', { name: 'All, in colour' });
    await expect(colour).toBeDisabled();
    const at = { x: patch.x + PATCH_PX / 2, y: patch.y + PATCH_PX / 2 };
    for (const mode of ['Lens, grey', 'All, grey'] as const) {
      await page.getByRole('radio', { name: mode }).click();
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await expect.poll(async () => (await lookAt(app, patch)).contrast).toBeGreaterThan(40);
      expect((await lookAt(app, patch)).saturation).toBeLessThan(4);
      await page.mouse.up();
    }
    await colour.click();
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await expect.poll(async () => (await lookAt(app, patch)).saturation).toBeGreaterThan(100);
    await page.mouse.up();
    await expect.poll(async () => (await lookAt(app, patch)).saturation).toBeLessThan(20);

    // so too for whoever judges it, from the start, and each look is counted apart
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Image plain' })).toBeVisible();
    await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
    await page.getByRole('button', { name: 'Look at what was handed in: Image flagged' }).click();
    await untilReady(page, 'review');
    await page.getByRole('button', { name: 'Look…' }).click();
    await expect(colour).toBeDisabled();
    const judged = await patchAt(120, 120);
    await expect.poll(async () => (await lookAt(app, judged)).contrast).toBeLessThan(8);
    await page.mouse.move(judged.x + PATCH_PX / 2, judged.y + PATCH_PX / 2);
    await page.mouse.down();
    await expect.poll(async () => (await lookAt(app, judged)).contrast).toBeGreaterThan(40);
    expect((await lookAt(app, judged)).saturation).toBeLessThan(4);
    await page.mouse.up();
    await expect.poll(async () => (await lookAt(app, judged)).contrast).toBeLessThan(8);
    await page.getByRole('button', { name: 'Back to the steps' }).click();
    await untilReady(page, 'export');
    const shown = await page.evaluate(async () => JSON.stringify(await window.bridge['exposure.shown']({})));
    expect(shown).toMatch(/"flaggedItems":2\b/);
  });

  test('is hidden at once when the focus goes, the screen locks, the machine sleeps, the task is left or the panic key is pressed; each look is counted', async () => {
    const { page, app } = opened;
    await openFlagged();
    const patch = await patchAt(400, 300);
    const isHidden = () => expect.poll(async () => (await lookAt(app, patch)).contrast).toBeLessThan(8);
    const hold = async () => {
      await page.mouse.move(patch.x + PATCH_PX / 2, patch.y + PATCH_PX / 2);
      await page.mouse.down();
      await expect.poll(async () => (await lookAt(app, patch)).contrast).toBeGreaterThan(40);
    };
    const ends: readonly (() => Promise<unknown>)[] = [
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.emit('blur'))),
      () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
      () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
      () => page.evaluate(() => window.dispatchEvent(new Event('blur'))),
    ];
    for (const end of ends) {
      await hold();
      await end();
      // the button is still held
      await isHidden();
      await page.mouse.up();
    }
    await app.evaluate(({ powerMonitor }) => ['resume', 'unlock-screen'].map((name) => powerMonitor.emit(name)));

    await hold();
    await page.keyboard.press('F9');
    await expect(page.getByTestId('panic-screen')).toBeVisible();
    await page.mouse.up();
    await page.getByRole('button', { name: 'Come back' }).click();
    await page.getByRole('button', { name: 'End it early' }).click();
    // as hidden as at first: nothing of the look before is left
    await expect(page.getByTestId('hidden-card')).toBeVisible();
    await page.getByRole('button', { name: 'Look…' }).click();
    await hold();
    await page.evaluate(() => window.bridge['task.leave']({ taskId: 'task-flagged' }));
    await page.mouse.up();
    await page.reload();
    await untilReady(page, 'browse');

    const path = join(opened.userDataDir, 'record.db');
    await opened.app.close();
    const journal = openJournal({ path });
    const notes = journal.records(1).flatMap((record) => (record.kind === 'exposure' ? [record.body] : []));
    journal.close();
    const looks = notes.filter(({ lensReveals, fullReveals }) => lensReveals + fullReveals > 0);
    expect(looks).toHaveLength(6);
    for (const look of looks) {
      expect(look).toMatchObject({ lensReveals: 1, fullReveals: 0 });
      // unveiled until the end, not until the button was let go
      expect(look.unveiledMs).toBeGreaterThan(0);
      expect(look.unveiledMs).toBeLessThan(10_000);
    }
    // the item counts once, with the time it was open
    expect(notes.reduce((sum, { flaggedItems }) => sum + flaggedItems, 0)).toBe(1);
    expect(notes.reduce((sum, { openMs }) => sum + openMs, 0)).toBeGreaterThan(700);
  });

  test('that the worker flags is hidden from then on', async () => {
    const { page, app } = opened;
    await page.getByRole('button', { name: 'Accept Image plain' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    const patch = await patchAt(400, 300);
    const corner = await patchAt(60, 60);
    await expect.poll(async () => (await lookAt(app, patch)).saturation).toBeGreaterThan(100);

    await page.keyboard.press('KeyF');
    // hidden as soon as the key is pressed, before anything is chosen
    await expect.poll(async () => (await lookAt(app, corner)).saturation).toBeLessThan(30);
    await page.getByRole('radio', { name: 'gore' }).click();
    await page.getByRole('button', { name: 'Flag and keep hidden' }).click();
    await expect(page.getByText('said by a worker')).toBeVisible();
    await page.getByRole('button', { name: 'Look…' }).click();
    await expect.poll(async () => (await lookAt(app, patch)).saturation).toBeLessThan(20);
    // flagged once more, and put back in the same act
    await page.keyboard.press('KeyF');
    await page.getByRole('radio', { name: 'gore' }).click();
    await page.getByRole('button', { name: 'Flag and put the task back' }).click();
    await untilReady(page, 'browse');
    await expect(page.getByText('gore, severity 2 of 3, whole picture — hidden until you choose')).toBeVisible();
  });
});
