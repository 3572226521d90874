import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { drawBox } from '../support/hands.ts';
import { launchApp } from '../support/launch-app.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, storedAnnotations, untilReady, untilSaved } from '../support/open-project.ts';

test('a folder of own pictures becomes a project, and is labelled', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-own-'));
  await mkdir(join(folder, 'street'));
  await writeFile(join(folder, 'street', 'Photo 1.png'), makePng(320, 240));
  await writeFile(join(folder, 'notes.txt'), 'Taken in spring.');
  await writeFile(join(folder, 'cut off.jpg'), makePng(9, 9).subarray(0, 20));
  const { app, page, close } = await launchApp();
  try {
    await untilReady(page, 'home');
    await page.getByRole('button', { name: 'Sign on' }).click();
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);

    // by keys alone: the name has the focus, and what is missing takes it
    await page.getByRole('button', { name: 'Label your own files…' }).press('Enter');
    await expect(page.getByLabel('Name of the project')).toBeFocused();
    await expect(page.getByText('1 picture · 1 text')).toBeVisible();
    await page.getByText('1 file is left aside').click();
    await expect(page.getByText('cut off.jpg: is no picture that can be read')).toBeVisible();
    await page.getByLabel('Name of the project').fill('Our street');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Classes')).toBeFocused();
    await expect(page.getByLabel('Classes')).toHaveAccessibleDescription(/Write one class at least/);
    await page.keyboard.type('Door\nWindow');
    await page.getByLabel('For each picture').fill('0.40');
    await page.getByRole('button', { name: 'Make the project' }).press('Enter');

    await untilReady(page, 'browse');
    await expect(page.getByRole('heading', { name: 'Our street' })).toBeVisible();
    await acceptFirstTask(page, 'street/Photo 1.png');
    await page.keyboard.press('Digit2');
    await drawBox(page, { width: 320, height: 240 }, { x: 20, y: 20, width: 100, height: 80 });
    await untilSaved(page);
    expect(await storedAnnotations(page)).toMatchObject([{ classId: 'window', shape: { kind: 'box' } }]);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
});
