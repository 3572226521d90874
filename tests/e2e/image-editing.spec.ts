import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { inProject } from '../../scripts/lib/project.mjs';
import { drag, drawBox, imagePointInWindow } from '../support/hands.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import {
  goOn,
  acceptFirstTask,
  openAppOn,
  type OpenedApp,
  storedAnnotations,
  untilSaved,
} from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const bytes = makePng(IMAGE.width, IMAGE.height, (x, y) => [(x * 255) / 640, 120, (y * 255) / 480]);

let opened: OpenedApp;

test.beforeEach(async () => {
  opened = await openAppOn([makeImageItem('a', { bytes }), makeImageItem('b', { bytes })]);
  await acceptFirstTask(opened.page, 'Image a');
});
test.afterEach(() => opened.close());

/** Left upper corners of what is on disk, rounded, from the bottom up. */
async function corners(): Promise<readonly string[]> {
  await untilSaved(opened.page);
  return (await storedAnnotations(opened.page)).map(({ classId, shape }) => {
    if (shape.kind !== 'box') throw new Error('only boxes are drawn here');
    return `${classId} ${Math.round(shape.x)},${Math.round(shape.y)}`;
  });
}

async function at(x: number, y: number) {
  return imagePointInWindow(opened.page.getByTestId('canvas'), IMAGE, { x, y });
}

async function drawTwo(): Promise<void> {
  await drawBox(opened.page, IMAGE, { x: 100, y: 100, width: 80, height: 60 });
  await drawBox(opened.page, IMAGE, { x: 300, y: 100, width: 80, height: 60 });
  await expect.poll(corners).toEqual(['cat 100,100', 'cat 300,100']);
}

test('many are framed, moved, given another class and deleted, each as one step that undo takes back', async () => {
  const { page } = opened;
  await drawTwo();
  await page.keyboard.press('KeyV');
  await drag(page, await at(60, 60), await at(420, 200));
  await expect(page.getByText('2 selected')).toBeVisible();

  await drag(page, await at(140, 130), await at(150, 180));
  await expect.poll(corners).toEqual(['cat 110,150', 'cat 310,150']);
  await page.keyboard.press('Digit2');
  await expect.poll(corners).toEqual(['dog 110,150', 'dog 310,150']);
  await page.keyboard.press('Delete');
  await expect.poll(corners).toEqual([]);

  for (const before of [
    ['dog 110,150', 'dog 310,150'],
    ['cat 110,150', 'cat 310,150'],
    ['cat 100,100', 'cat 300,100'],
  ]) {
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(corners).toEqual(before);
  }
});

test('by keyboard alone everything is selected, moved, duplicated, and brought to the back', async () => {
  const { page } = opened;
  await drawTwo();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(corners).toEqual(['cat 100,110', 'cat 300,110']);
  await page.keyboard.press('Control+KeyD');
  await expect.poll(corners).toEqual(['cat 100,110', 'cat 300,110', 'cat 112,122', 'cat 312,122']);
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect.poll(corners).toEqual(['cat 112,122', 'cat 312,122', 'cat 100,110', 'cat 300,110']);
});

test('what is copied is pasted on the next image, and what was handed in can be repeated with one key', async () => {
  const { page } = opened;
  await drawTwo();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyC');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Image b' })).toBeVisible();

  await page.keyboard.press('Control+KeyV');
  await expect.poll(corners).toEqual(['cat 100,100', 'cat 300,100']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(corners).toEqual([]);
  await page.keyboard.press('KeyG');
  await expect.poll(corners).toEqual(['cat 100,100', 'cat 300,100']);
  await expect(page.getByText('2 annotations repeated from the last image.')).toBeVisible();
});

test('what is hidden or locked is out of reach, and comes back', async () => {
  const { page } = opened;
  await drawTwo();
  await page.keyboard.press('KeyV');
  const first = await at(140, 130);
  await page.mouse.click(first.x, first.y);
  await page.keyboard.press('Shift+KeyL');
  await drag(page, first, await at(200, 200));
  await expect.poll(corners).toEqual(['cat 100,100', 'cat 300,100']);
  await page.keyboard.press('Control+Shift+KeyL');
  await drag(page, first, await at(150, 140));
  await expect.poll(corners).toEqual(['cat 110,110', 'cat 300,100']);

  await page.getByRole('button', { name: 'Hide everything of Cat' }).click();
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Delete');
  await expect.poll(corners).toEqual(['cat 110,110', 'cat 300,100']);
});

test('everything runs by its name, and a key can be changed but not to one that is taken', async () => {
  const { page } = opened;
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('dialog', { name: 'Do something by its name' })).toBeVisible();
  await page.getByRole('combobox', { name: 'What to do' }).fill('new shape');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await corners()).length).toBe(1);

  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  const change = page.getByRole('button', { name: 'Change the key for: New shape in the middle' });
  await change.click();
  await page.keyboard.press('KeyX');
  await expect(page.getByRole('alert')).toContainText('X already means “Skip”');
  await change.click();
  await page.keyboard.press('Backquote');
  await expect(change).toHaveText('`');
  await page.getByRole('navigation').getByRole('button', { name: 'Open task' }).click();
  await page.getByTestId('canvas').focus();
  await page.keyboard.press('KeyN');
  await page.keyboard.press('Backquote');
  await expect.poll(async () => (await corners()).length).toBe(2);
});

test('predictions from the command line wait apart, are accepted, changed and rejected, and survive a restart', async () => {
  const file = join(opened.root, '..', 'instances.json');
  await writeFile(
    file,
    JSON.stringify({
      images: [
        { id: 1, file_name: 'a.png' },
        { id: 2, file_name: 'elsewhere.png' },
      ],
      categories: [
        { id: 1, name: 'Cat' },
        { id: 2, name: 'Horse' },
      ],
      annotations: [
        { id: 1, image_id: 1, category_id: 1, bbox: [40, 40, 100, 80], score: 0.5 },
        { id: 2, image_id: 1, category_id: 1, bbox: [240, 40, 100, 80], score: 0.2 },
        { id: 3, image_id: 1, category_id: 1, bbox: [40, 240, 100, 80], score: 0.9 },
        { id: 4, image_id: 1, category_id: 2, bbox: [240, 240, 100, 80] },
      ],
    }),
  );
  const words = [inProject('cli', 'fairmark.ts'), 'import', opened.root, file, '--as', 'suggestions', '--json'];
  opened = await opened.killAndRestart(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, words);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'coco',
      added: 3,
      items: 1,
      unmatched: ['elsewhere.png'],
      unknownClasses: { Horse: 1 },
    });
  });
  const { page } = opened;
  await goOn(page);
  const list = page.getByTestId('suggestions');
  await expect(list.getByRole('heading')).toHaveText('3 suggestions');
  expect(await corners()).toEqual([]);

  await list.getByLabel('Order of the suggestions').selectOption('surest');
  await expect(list.getByRole('listitem').first()).toContainText('90');
  await list.getByLabel('How sure the model must be').selectOption('50');
  await expect(list.getByRole('heading')).toHaveText('2 suggestions');
  await expect(list).toContainText('1 less sure one is left out.');
  await list.getByLabel('How sure the model must be').selectOption('0');
  await list.getByLabel('Order of the suggestions').selectOption('given');

  await page.getByTestId('canvas').focus();
  await page.keyboard.press('KeyW');
  await page.keyboard.press('KeyA');
  await expect.poll(corners).toEqual(['cat 40,40']);
  await page.keyboard.press('KeyQ');
  await expect(list.getByRole('heading')).toHaveText('1 suggestion');
  await list.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(corners).toEqual(['cat 40,40', 'cat 40,240']);
  await page.keyboard.press('KeyV');
  await drag(page, await at(90, 80), await at(100, 90));
  await expect.poll(corners).toEqual(['cat 50,50', 'cat 40,240']);
  expect((await storedAnnotations(page)).map(({ origin }) => origin)).toEqual(['edited', 'accepted']);

  opened = await opened.killAndRestart();
  await goOn(opened.page);
  await opened.page.getByTestId('canvas').focus();
  for (let step = 0; step < 3; step += 1) await opened.page.keyboard.press('Control+KeyZ');
  await expect(opened.page.getByTestId('suggestions').getByRole('heading')).toHaveText('2 suggestions');
});
