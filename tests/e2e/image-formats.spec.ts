import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makeAnimatedGif, makeAnimatedWebp } from '../support/make-animations.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makeCmykJpeg } from '../support/make-jpeg.ts';
import { makeDeepPng, makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn } from '../support/open-project.ts';

/** Red, green and blue in the middle of the picture as it is drawn. */
async function middleOf(page: Page): Promise<readonly number[]> {
  return page.getByTestId('canvas').evaluate((canvas) => {
    const layer = canvas.querySelector('canvas');
    const context = layer?.getContext('2d');
    if (!layer || !context) return [];
    const { data } = context.getImageData(Math.round(layer.width / 2), Math.round(layer.height / 2), 1, 1);
    return Array.from(data).slice(0, 3);
  });
}

const isRed = ([red = 0, green = 255, blue = 255]: readonly number[]): boolean => red > 190 && green < 70 && blue < 70;
const red = () => [224, 0, 0] as const;

const pictures = [
  ['cmyk', 'cmyk.jpg', makeCmykJpeg()],
  ['deep', 'deep.png', makeDeepPng(48, 32, red)],
  ['gif', 'animated.gif', makeAnimatedGif()],
  ['webp', 'animated.webp', makeAnimatedWebp()],
  // the type goes by what is in the file, not by its name
  ['misnamed', 'a.photo.jpg', makePng(48, 32, red)],
] as const;

test('inks of print, 16 bits a channel, the first frame of an animation and a wrong ending are all shown; a drawing is refused', async () => {
  const items = pictures.map(([id, name, bytes]) => makeImageItem(id, { path: `data/images/${name}`, bytes }));
  const drawing = makeImageItem('svg', { path: 'data/images/drawing.png', bytes: makePng(48, 32, red) });
  const opened = await openAppOn([...items, drawing]);
  try {
    const { page } = opened;
    const program = '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32"><script>alert(1)</script></svg>';
    await writeFile(join(opened.root, drawing.path), program);
    await acceptFirstTask(page, 'Image cmyk');
    for (const { id } of items) {
      await expect(page.getByRole('heading', { name: `Image ${id}` })).toBeVisible();
      await expect.poll(async () => isRed(await middleOf(page)), { message: id }).toBe(true);
      // something to hand in, drawn by its key
      await page.getByTestId('canvas').focus();
      await page.keyboard.press('KeyN');
      await page.keyboard.press('Control+Enter');
    }
    const card = page.getByRole('alert').filter({ hasText: 'An SVG drawing is a program and is never run' });
    await expect(card).toBeVisible();
    await expect(card).toContainText('Skip the task as broken');
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page.getByRole('radio', { checked: true })).toHaveValue('broken');
  } finally {
    await opened.close();
  }
});
