import { expect, test } from '@playwright/test';
import { drawBox } from '../support/hands.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, type OpenedApp, untilReady, untilSaved } from '../support/open-project.ts';
import { seedStretch } from '../support/seed-days.ts';

const IMAGE = { width: 640, height: 480 };
const bytes = makePng(IMAGE.width, IMAGE.height);
const items = [makeImageItem('a', { bytes }), makeImageItem('b', { bytes })];

test.describe('after 52 minutes of work', () => {
  let opened: OpenedApp;
  test.beforeEach(async () => {
    opened = await openAppOn(items, (userDataDir) => seedStretch(userDataDir, 52));
    await opened.page.getByRole('button', { name: 'Sign on' }).click();
  });
  test.afterEach(() => opened.close());

  test('a quiet banner says that a rest is due, and stops nothing', async () => {
    const { page } = opened;
    await expect(page.getByText(/A break is due/)).toBeVisible();
    await acceptFirstTask(page, 'Image a');
    await drawBox(page, IMAGE, { x: 50, y: 50, width: 100, height: 80 });
    await untilSaved(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Image b')).toBeVisible();
  });

  test('the rest can be put off once, and no more', async () => {
    const { page } = opened;
    const postpone = page.getByRole('button', { name: /10 more minutes/ });
    await postpone.click();
    await expect(page.getByText(/A break is due/)).toBeHidden();
    const answer = await page.evaluate(() => window.bridge['break.postpone']({}));
    // nothing is due now, so that there is nothing to put off
    expect(answer.ok).toBe(true);
    const live = await page.evaluate(() => window.bridge['time.snapshot']({}));
    expect(JSON.stringify(live)).toContain('"postponesLeft":0');
  });

  test('a rest taken shows a countdown, what it is worth, and lets everything but new tasks through', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Take it now' }).click();
    await expect(page.getByRole('heading', { name: 'Rest break' })).toBeVisible();
    await expect(page.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
    await expect(page.getByText(/counts as work time/)).toBeVisible();
    await page.getByRole('navigation').getByText('My time', { exact: true }).click();
    await untilReady(page, 'my-time');
    const refused = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-a' }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'BREAK_DUE' } });
  });
});

test.describe('after 62 minutes of work', () => {
  let opened: OpenedApp;
  test.beforeEach(async () => {
    opened = await openAppOn(items, (userDataDir) => seedStretch(userDataDir, 62));
    await opened.page.getByRole('button', { name: 'Sign on' }).click();
  });
  test.afterEach(() => opened.close());

  test('no new task is served: a calm overlay says why, works by keyboard, and leaves the rest of the app alone', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Accept Image a' }).click();
    const gate = page.getByRole('dialog', { name: 'A break before the next task' });
    await expect(gate).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(gate).toBeHidden();
    for (const [name, screen] of [
      ['My time', 'my-time'],
      ['Hand over', 'export'],
      ['Settings', 'settings'],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
    }
    await page.getByRole('button', { name: 'Sign off' }).click();
    await expect(page.getByText('Signed off: nothing is recorded')).toBeVisible();
  });

  test('the gate opens the break, from the keyboard too', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Accept Image a' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'A break before the next task' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it now' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('timer')).toBeVisible();
  });
});
