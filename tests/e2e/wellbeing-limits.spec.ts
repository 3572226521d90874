import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openJournal } from '../../electron/db/journal-store.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { openAppOn, type OpenedApp, untilReady } from '../support/open-project.ts';
import { seedStretch } from '../support/seed-days.ts';
import { seedSettings } from '../support/seed-settings.ts';

const items = [makeImageItem('a'), makeImageItem('b')];
const SENTENCE = 'My daughter needs her school fees tomorrow.';

async function signOn({ page }: OpenedApp): Promise<void> {
  await page.getByRole('button', { name: 'Sign on' }).click();
}

test('a day’s gate stops new tasks and nothing else; it is lifted once, with a sentence that stays here', async () => {
  const opened = await openAppOn(items, (dir) => {
    seedStretch(dir, 62);
    seedSettings(dir, { dayGateHours: 1, restDueMinutes: 60, restGateMinutes: 75 });
  });
  try {
    const { page } = opened;
    await signOn(opened);
    await expect(page.getByText(/of work in the last 24 hours: no new tasks for today/)).toBeVisible();
    await page.getByRole('button', { name: 'Accept Image a' }).click();
    const gate = page.getByRole('dialog', { name: 'No new tasks for now' });
    await expect(gate).toBeVisible();
    await page.keyboard.press('Escape');
    for (const [name, screen] of [
      ['My time', 'my-time'],
      ['Shown to me', 'shown'],
      ['Hand over', 'export'],
      ['Settings', 'settings'],
      ['Tasks', 'browse'],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
    }

    await page.getByRole('button', { name: 'Go on all the same…' }).click();
    await gate.getByText('Go on all the same…').click();
    const goOn = gate.getByRole('button', { name: 'Go on', exact: true });
    await expect(goOn).toBeDisabled();
    await gate.getByLabel('Your sentence').fill(SENTENCE);
    await goOn.click();
    await expect(gate).toBeHidden();
    await page.getByRole('button', { name: 'Accept Image a' }).click();
    await untilReady(page, 'workspace');
    const again = await page.evaluate(() => window.bridge['break.lift']({ sentence: 'and once more, please' }));
    expect(again).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });

    await opened.app.close();
    expect(readFileSync(join(opened.userDataDir, 'own-notes.json'), 'utf8')).toContain(SENTENCE);
    const journal = openJournal({ path: join(opened.userDataDir, 'record.db') });
    const records = JSON.stringify(journal.records(1));
    journal.close();
    expect(records).toContain('"lifted"');
    expect(records).not.toContain('school fees');
  } finally {
    await opened.close();
  }
});

test('a week’s gate stops new tasks, and no sentence lifts it', async () => {
  const opened = await openAppOn(items, (dir) => {
    seedStretch(dir, 302);
    seedSettings(dir, { weekGateHours: 5, dayGateHours: 10 });
  });
  try {
    const { page } = opened;
    await signOn(opened);
    await expect(page.getByText(/in the last seven days: no new tasks for now/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Go on all the same…' })).toBeHidden();
    for (const [channel, input] of [
      ['task.accept', { taskId: 'task-a' }],
      ['break.lift', { sentence: 'I would like to go on.' }],
    ] as const) {
      const allowed = await page.evaluate(async ([name, given]) => (await window.bridge[name](given)).ok, [
        channel,
        input,
      ] as const);
      expect(allowed).toBe(false);
    }
    await page.getByRole('button', { name: 'Sign off' }).click();
    await expect(page.getByText('Signed off: nothing is recorded')).toBeVisible();
  } finally {
    await opened.close();
  }
});

test('a limit tightened in the settings holds at once; loosened again, it says from which day', async () => {
  const opened = await openAppOn(items);
  try {
    const { page } = opened;
    await page.getByRole('navigation').getByText('Settings', { exact: true }).click();
    const day = page.getByRole('combobox', { name: /24 hours/ }).first();
    await day.selectOption({ label: '6 hr' });
    await expect(day).toHaveValue('6');
    await day.selectOption({ label: '8 hr' });
    await expect(page.getByText(/From .* on: 8 hr/)).toBeVisible();
    await expect(day).toHaveValue('6');
    await page.getByRole('combobox', { name: 'As in' }).selectOption({ label: 'Austria: 10 min after 50' });
    await expect(page.getByRole('combobox', { name: 'A rest lasts' })).toHaveValue('10');
  } finally {
    await opened.close();
  }
});
