import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeImageItem, makeTextItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { closeInstructions, openAppOn, untilReady } from '../support/open-project.ts';
import { seedStretch } from '../support/seed-days.ts';
import { stripes, watchedFrames, watchFrames } from '../support/window-pixels.ts';

const predicted = {
  categories: ['Cat', 'Ox'].map((name, id) => ({ id, name })),
  images: ['b.png', 'nobody.png'].map((file_name, id) => ({ id, file_name, width: 64, height: 48 })),
  annotations: [
    { id: 1, image_id: 0, category_id: 0, bbox: [2, 3, 20, 10], score: 0.9 },
    { id: 2, image_id: 0, category_id: 1, bbox: [2, 3, 20, 10], score: 0.8 },
    { id: 3, image_id: 1, category_id: 0, bbox: [2, 3, 20, 10], score: 0.7 },
  ],
};

test('a requester says what may come, flags items and sets stricter limits; the worker sees it and it holds', async () => {
  const opened = await openAppOn(
    [makeImageItem('a'), makeImageItem('b'), makeTextItem('t', 'A quiet day.')],
    // the worker's own gate falls at 60 minutes
    (dir) => seedStretch(dir, 56),
  );
  try {
    const { page, app, root } = opened;
    const go = async (name: string, screen: string) => {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
    };
    await go('Content', 'project');
    const part = (name: string) => page.getByRole('region', { name });

    const disclose = part('What may come');
    await disclose.getByLabel('What is it?').selectOption('gore');
    await disclose.getByLabel('How strong').selectOption('3');
    await disclose.getByLabel('Expected share of the tasks').selectOption({ label: '25%' });
    const gore = 'gore: severity 3 of 3 at most, in about 25% of the tasks';
    const say = async () => {
      await disclose.getByRole('button', { name: 'Say so…' }).click();
      // asked once more, in the words that workers will read
      const asked = page.getByRole('dialog', { name: 'Say this to everybody who labels?' });
      await expect(asked.getByText(gore)).toBeVisible();
      await expect(asked).toContainText('You can take it back until somebody accepts the project');
      await asked.getByRole('button', { name: 'Say so' }).click();
      await expect(disclose.getByText(gore)).toBeVisible();
    };
    await say();
    await disclose.getByRole('button', { name: 'Take back: gore' }).click();
    await expect(disclose.getByText('Nothing is said of sensitive content so far.')).toBeVisible();
    await say();

    const flag = part('Flag items');
    await flag.getByLabel('Title contains').fill('image A');
    await expect(flag.getByText('1 item fits; 0 hidden already.')).toBeVisible();
    await flag.getByRole('button', { name: 'Flag 1 item…' }).click();
    await page.getByRole('dialog', { name: 'Flag 1 item: violence?' }).getByRole('button', { name: 'Flag' }).click();
    await expect(flag.getByText('1 item fits; 1 hidden already.')).toBeVisible();

    const choosing = async (name: string, content: string) => {
      const file = join(root, '..', name);
      writeFileSync(file, content);
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, file);
    };
    await choosing('flags.csv', 'file_name,category,severity\nb.png,insects,1\nnobody.png,gore,1\n');
    await part('Flags from a file').getByRole('button', { name: 'Choose a file…' }).click();
    const preview = page.getByTestId('flag-preview');
    await expect(
      preview.getByText(/Flags 1 item, 1 of them not hidden before: something disturbing \(1\)/),
    ).toBeVisible();
    await expect(
      preview.getByText(/flags\.csv:2.*"insects" is not known; counts as “something disturbing”/),
    ).toBeVisible();
    await expect(preview.getByText(/flags\.csv:3 nobody\.png/)).toBeVisible();
    await preview.getByRole('button', { name: 'Add 1 flag' }).click();
    await expect(page.getByText('1 flag added.')).toBeVisible();

    // what a model predicted is tried first too, and says what it leaves out
    await choosing('predicted.json', JSON.stringify(predicted));
    const suggestions = part('Suggestions from a file');
    await suggestions.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(suggestions.getByText('COCO instances · 1 suggestion for 1 of the items.')).toBeVisible();
    await expect(suggestions.getByText('The project has no class “Ox”: 1 is left out.')).toBeVisible();
    await expect(suggestions.getByText('nobody.png · is no item of this project')).toBeVisible();
    await suggestions.getByRole('button', { name: 'Add 1 suggestion' }).click();
    await expect(suggestions.getByText('1 suggestion added.')).toBeVisible();

    const limits = part('Stricter limits');
    await limits.getByLabel('No new task without a rest after').selectOption({ label: '55 min' });
    await limits.getByRole('button', { name: 'Set these limits' }).click();
    await page.getByRole('dialog', { name: 'Set these limits?' }).getByRole('button', { name: 'Set these' }).click();
    await expect(limits.getByText('They hold from now on.')).toBeVisible();
    // nothing looser is offered any more, but for taking it back while nobody has accepted the project
    await expect(limits.getByRole('button', { name: 'Take back: No new task without a rest after' })).toBeVisible();
    expect(await limits.getByLabel('No new task without a rest after').locator('option').allTextContents()).toEqual([
      '50 min',
      '55 min',
    ]);
    const looser = await page.evaluate(() =>
      window.bridge['care.tighten']({ disclosed: [], limits: { restGateMinutes: 75, dayGateHours: 10 } }),
    );
    expect(looser).toMatchObject({ value: { limits: { restGateMinutes: 55, dayGateHours: 10 } } });

    await go('Settings', 'settings');
    await expect(page.getByText(/The open project asks for 55 min: that holds while it is open\./)).toBeVisible();
    await go('Tasks', 'browse');
    await expect(page.getByText('gore: severity 3 of 3 at most, in about 25% of the tasks')).toBeVisible();
    await expect(page.getByText('No new task without a rest after: 55 min')).toBeVisible();
    await expect(page.getByText(/violence, severity 2 of 3, whole picture/)).toBeVisible();
    await expect(page.getByText(/something disturbing, severity 1 of 3, whole picture/)).toBeVisible();
    await page.getByRole('button', { name: 'Sign on' }).click();
    await page.getByRole('button', { name: 'Accept Text t' }).click();
    await expect(page.getByRole('dialog', { name: 'A break before the next task' })).toBeVisible();
  } finally {
    await opened.close();
  }
});

test('a picture flagged while it is open is on no frame when the worker comes back to it, nor in the list', async () => {
  const opened = await openAppOn([makeImageItem('late', { bytes: makePng(800, 600, stripes) })]);
  try {
    const { page, app } = opened;
    await expect(page.locator('img').first()).toBeVisible();
    await page.getByRole('button', { name: 'Accept Image late' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    await page.getByRole('navigation').getByText('Content', { exact: true }).click();
    await untilReady(page, 'project');
    await page.getByRole('button', { name: 'Flag 1 item…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();
    await expect(page.getByText('1 item has this flag now that had not.')).toBeVisible();
    await watchFrames(app);
    await page.getByRole('navigation').getByText('Open task', { exact: true }).click();
    await expect(page.getByTestId('hidden-card')).toBeVisible();
    await page.getByRole('button', { name: 'Go on without looking' }).click();
    await page.getByRole('button', { name: 'Put back' }).click();
    await untilReady(page, 'browse');
    await expect(page.locator('img').first()).toBeVisible();
    await page.waitForTimeout(300);
    const { frames, mostVivid } = await watchedFrames(app);
    expect(frames).toBeGreaterThan(3);
    expect(mostVivid).toBe(0);
  } finally {
    await opened.close();
  }
});
