import { expect, type Page, test } from '@playwright/test';
import { makeImageItem, violence } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { drawBox } from '../support/hands.ts';
import { zoneAt } from '../support/launch-app.ts';
import { openAppOn, storedAnnotations, untilReady, untilSaved } from '../support/open-project.ts';
import { seedActiveTask } from '../support/seed-active.ts';
import { seedDays, seedStretch } from '../support/seed-days.ts';
import { seedWork } from '../support/seed-record.ts';
import { seedSettings } from '../support/seed-settings.ts';

const IMAGE = { width: 640, height: 480 };
const bytes = makePng(IMAGE.width, IMAGE.height);

/** Every gate of the table in wellbeing.md, with the record that brings the worker before it. */
const gates = [
  { rule: 'rest', seed: (dir: string) => seedStretch(dir, 62) },
  { rule: 'long-break', seed: (dir: string) => seedStretch(dir, 361) },
  {
    rule: 'day',
    seed: (dir: string) => {
      seedStretch(dir, 62);
      seedSettings(dir, { dayGateHours: 1, restDueMinutes: 60, restGateMinutes: 75 });
    },
  },
  {
    rule: 'week',
    seed: (dir: string) => {
      seedDays(dir, { days: 5, rounds: 4 });
      seedSettings(dir, { weekGateHours: 5 });
    },
  },
  // nine rounds a day are more than 55 hours in seven days
  { rule: 'week-most', seed: (dir: string) => seedDays(dir, { days: 7, rounds: 10 }) },
] as const;

for (const { rule, seed } of gates) {
  for (const end of ['submit', 'skip'] as const) {
    // both ways of ending a task at each gate; the rest of the way is the same
    if (end === 'skip' && rule !== 'rest' && rule !== 'week-most') continue;
    test(`at the gate of ${rule} only new tasks wait: the open one is worked on and ended (${end}), all else goes on`, async () => {
      const items = [makeImageItem('a', { bytes }), makeImageItem('b', { bytes })];
      const opened = await openAppOn(items, (dir) => {
        seed(dir);
        seedActiveTask(dir, 'task-a');
      });
      try {
        const { page } = opened;
        await page.getByRole('button', { name: 'Sign on' }).click();
        await expect.poll(() => advice(page)).toMatchObject({ state: 'gate', rule });
        await expect(page.getByTestId('break-banner')).toBeVisible();
        const refused = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-b' }));
        expect(refused).toMatchObject({ ok: false, error: { code: 'BREAK_DUE' } });

        // finishing and saving
        await drawBox(page, IMAGE, { x: 50, y: 50, width: 100, height: 80 });
        await untilSaved(page);
        expect(await storedAnnotations(page)).toHaveLength(1);
        // help
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
        await page.keyboard.press('Escape');
        // own time and own export
        await page.getByRole('navigation').getByText('My time', { exact: true }).click();
        await untilReady(page, 'my-time');
        const written = await page.evaluate(async () => {
          const made = await window.bridge['own.preview']({
            range: 'week',
            atMs: null,
            detail: 'totals',
            language: 'en',
          });
          if (!made.ok) return made;
          const { previewId } = made.value as { previewId: string };
          return window.bridge['own.write']({ previewId, dir: null });
        });
        expect(written).toMatchObject({ ok: true, value: { files: expect.arrayContaining(['hours.csv']) } });
        // appeals have no screen in this version: they come with the requester's side
        await page.getByRole('navigation').getByText('Open task', { exact: true }).click();
        await untilReady(page, 'workspace');

        if (end === 'submit') await page.keyboard.press('Control+Enter');
        else {
          await page.getByTestId('canvas').focus();
          await page.keyboard.press('KeyX');
          await page.getByRole('dialog').getByRole('button', { name: /^Skip/ }).click();
        }
        await untilReady(page, 'browse');
        await expect(page.getByText(end === 'submit' ? '1 submitted' : '1 skipped')).toBeVisible();
        await expect(page.getByRole('navigation').getByText('Open task', { exact: true })).toBeHidden();

        // the panic key, and signing off
        await page.keyboard.press('F9');
        await expect(page.getByTestId('panic-screen')).toBeVisible();
        await page.getByRole('button', { name: 'Come back' }).click();
        await expect(page.getByRole('timer')).toBeVisible();
        expect(await advice(page)).toMatchObject({ state: 'in-break', rule: 'exposure' });
        const inBreak = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-b' }));
        expect(inBreak).toMatchObject({ ok: false, error: { code: 'BREAK_DUE' } });
        await page.getByRole('button', { name: 'Sign off' }).click();
        await expect(page.getByText('Signed off: nothing is recorded')).toBeVisible();
      } finally {
        await opened.close();
      }
    });
  }
}

/** Caps on flagged content, with the record and settings that reach them. */
const caps = [
  {
    stop: 'session',
    seed: (dir: string) => {
      seedWork(dir, 1, { flaggedItems: 1, openMs: 6 * 60_000 });
      seedSettings(dir, { flaggedSessionMinutes: 5 });
    },
  },
  {
    stop: 'day',
    seed: (dir: string) => {
      seedWork(dir, 1, { flaggedItems: 1, openMs: 6 * 60_000 });
      seedSettings(dir, { flaggedDayMinutes: 5 });
    },
  },
  { stop: 'day', seed: (dir: string) => seedWork(dir, 1, { flaggedItems: 1, unveiledMs: 20 * 60_000 }) },
  { stop: 'night', seed: () => undefined, env: { TZ: zoneAt(23) } },
] as const;

for (const [number, cap] of caps.entries()) {
  test(`a cap on flagged content (${cap.stop}, ${number + 1}) stops flagged tasks, and only these`, async () => {
    const items = [makeImageItem('f', { flags: [violence] }), makeImageItem('n')];
    const opened = await openAppOn(items, cap.seed, {}, 'env' in cap ? cap.env : {});
    try {
      const { page } = opened;
      await page.getByRole('button', { name: 'Sign on' }).click();
      await page.evaluate(() => window.bridge['exposure.choose']({ categories: ['violence'] }));
      const refused = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-f' }));
      expect(refused).toMatchObject({ ok: false, error: { code: 'EXPOSURE_LIMIT' } });
      await page.getByRole('navigation').getByText('Shown to me').click();
      await untilReady(page, 'shown');
      await expect(page.getByTestId('exposure-banner')).toHaveAttribute('data-stop', cap.stop);
      await page.getByRole('navigation').getByText('Tasks', { exact: true }).click();
      await page.getByRole('button', { name: 'Accept Image n' }).click();
      await untilReady(page, 'workspace');
      await expect(page.getByText('Image n')).toBeVisible();
    } finally {
      await opened.close();
    }
  });
}

async function advice(page: Page): Promise<unknown> {
  const answer = await page.evaluate(() => window.bridge['time.snapshot']({}));
  return answer.ok ? (answer.value as { time: { breakAdvice: unknown } }).time.breakAdvice : answer;
}
