import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { drawBox } from '../support/hands.ts';
import { makeJpeg, STORED_JPEG } from '../support/make-jpeg.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng, makeStripedPng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, storedAnnotations, untilSaved } from '../support/open-project.ts';

/** Colour of the picture at a point of the canvas, as shares of its sides around the fitted picture's middle. */
async function colourAt(page: Page, image: { width: number; height: number }, at: { x: number; y: number }) {
  const rgb = await page.getByTestId('canvas').evaluate(
    (canvas, given) => {
      const layer = canvas.querySelector('canvas');
      const context = layer?.getContext('2d');
      if (!layer || !context) throw new Error('no picture is shown');
      const ratio = layer.width / canvas.clientWidth;
      // these pictures are small: fitted means unscaled, in the middle
      const x = (canvas.clientWidth / 2 + (given.at.x - 0.5) * given.image.width) * ratio;
      const y = (canvas.clientHeight / 2 + (given.at.y - 0.5) * given.image.height) * ratio;
      return Array.from(context.getImageData(Math.round(x), Math.round(y), 1, 1).data).slice(0, 3);
    },
    { image, at },
  );
  return colourOf(rgb);
}

function colourOf([red = 0, green = 0, blue = 0]: readonly number[]): string {
  if (red > 180 && green > 180) return 'yellow';
  if (red > 180) return 'red';
  if (green > 140) return 'green';
  return blue > 180 ? 'blue' : 'none';
}

/** Quarters of the upright picture: upper left and right, lower left and right. TIFF 6.0, tag 274. */
const upright = [
  [1, 'red green blue yellow'],
  [2, 'green red yellow blue'],
  [3, 'yellow blue green red'],
  [4, 'blue yellow red green'],
  [5, 'red blue green yellow'],
  [6, 'blue red yellow green'],
  [7, 'yellow green blue red'],
  [8, 'green yellow red blue'],
] as const;

test('a photograph stands upright for each of the eight orientations, and its file stays as it was', async () => {
  const items = upright.map(([orientation]) =>
    makeImageItem(`o${orientation}`, { path: `data/images/o${orientation}.jpg`, bytes: makeJpeg(orientation) }),
  );
  const opened = await openAppOn(items);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Image o1');
    for (const [orientation, quarters] of upright) {
      await expect(page.getByText(`Image o${orientation}`)).toBeVisible();
      const turned = orientation >= 5;
      const image = turned ? { width: STORED_JPEG.height, height: STORED_JPEG.width } : STORED_JPEG;
      await expect.poll(() => colourAt(page, image, { x: 0.25, y: 0.25 })).not.toBe('none');
      const found = [];
      for (const y of [0.25, 0.75]) for (const x of [0.25, 0.75]) found.push(await colourAt(page, image, { x, y }));
      expect([orientation, found.join(' ')]).toEqual([orientation, quarters]);

      // around the lower right quarter of what is seen
      await drawBox(page, image, {
        x: image.width / 2,
        y: image.height / 2,
        width: image.width / 2,
        height: image.height / 2,
      });
      await untilSaved(page);
      const [drawn] = await storedAnnotations(page);
      if (drawn?.shape.kind !== 'box') throw new Error('no box was drawn');
      const { x, y, width, height } = drawn.shape;
      expect([x, y, width, height].map(Math.round)).toEqual([
        image.width / 2,
        image.height / 2,
        image.width / 2,
        image.height / 2,
      ]);
      await page.keyboard.press('Control+Enter');
    }
    for (const { path, bytes } of items) {
      const now = await readFile(join(opened.root, path));
      expect(createHash('sha256').update(now).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  } finally {
    await opened.close();
  }
});

test('a picture of 108 million pixels shows each of them where it is looked at closely', async () => {
  const LARGE = { width: 12_000, height: 9_000 };
  const opened = await openAppOn([makeImageItem('large', { bytes: makeStripedPng(LARGE.width, LARGE.height) })]);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Image large');
    const canvas = page.getByTestId('canvas');
    /** Greys of a line of pixels through the middle of the canvas. */
    const line = () =>
      canvas.evaluate((host) => {
        const layer = host.querySelector('canvas');
        const context = layer?.getContext('2d');
        if (!layer || !context) throw new Error('no picture is shown');
        const { data } = context.getImageData(layer.width / 2 - 40, layer.height / 2, 80, 1);
        return Array.from(data).filter((_, at) => at % 4 === 0);
      });
    const isSharp = async () => (await line()).every((grey) => grey === 0 || grey === 255);
    // as a whole, its columns melt into grey
    await expect.poll(async () => (await line())[0] ?? 0).toBeGreaterThan(0);
    expect(await isSharp()).toBe(false);
    await canvas.hover();
    for (let notch = 0; notch < 23; notch += 1) await page.mouse.wheel(0, -100);
    await expect.poll(isSharp, { timeout: 20_000 }).toBe(true);
    await expect(page.getByTestId('detail')).toBeHidden();
    // white and black in turn, each as wide as the zoom makes it
    const greys = await line();
    expect(new Set(greys)).toEqual(new Set([0, 255]));
    // far from there another part has to come
    await canvas.evaluate((host) => {
      const key = { code: 'ArrowRight', key: 'ArrowRight', bubbles: true, cancelable: true };
      for (let times = 0; times < 320; times += 1) host.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await expect(page.getByTestId('detail')).toHaveText(/bringing the full detail/);
    await expect.poll(isSharp, { timeout: 20_000 }).toBe(true);
  } finally {
    await opened.close();
  }
});

test('a scan of 1944 x 27136 pixels opens, pans and shows its pixels at 100 %', async () => {
  test.setTimeout(120_000);
  const TALL = { width: 1944, height: 27_136 };
  const bytes = makePng(TALL.width, TALL.height, (x, y) =>
    y > 27_000 ? [0, 0, 224] : x < 972 ? [224, 0, 0] : [0, 192, 0],
  );
  const opened = await openAppOn([makeImageItem('tall', { bytes })]);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Image tall');
    const middle = () => colourAt(page, { width: 1, height: 1 }, { x: -20, y: 0.5 });
    await expect.poll(middle, { timeout: 30_000 }).toBe('red');
    // 100 %, then down to the last rows with the hand
    await page.keyboard.press('Shift+KeyZ');
    await page.getByTestId('canvas').focus();
    for (let times = 0; times < 8; times += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(middle).toBe('red');
    for (let times = 0; times < 217; times += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(middle).toBe('blue');
  } finally {
    await opened.close();
  }
});

/** A PNG whose header claims a size that it does not have. */
function claiming(width: number, height: number): Uint8Array {
  const png = Buffer.from(makePng(8, 8));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const whole = makePng(64, 48, (x, y) => [x * 3, y * 5, (x * y) % 251]);

for (const [name, bytes, says] of [
  ['is empty', new Uint8Array(), /cannot be read/],
  ['is cut short', whole.subarray(0, Math.floor(whole.length / 2)), /not the one that the project was made with/],
  ['is no image', new TextEncoder().encode('no image at all'), /cannot be read/],
  ['is beyond the limits', claiming(70_000, 10), /at most 65,535 pixels a side/],
] as const) {
  test(`a file that ${name} is said to be so, counts as blocked, and is skipped as the requester’s fault`, async () => {
    const broken = makeImageItem('a', { bytes: whole });
    const opened = await openAppOn([broken, makeImageItem('b')]);
    try {
      const { page } = opened;
      // as it happens: the file was whole when the project was made
      await writeFile(join(opened.root, broken.path), bytes);
      await page.getByRole('button', { name: 'Accept Image a', exact: true }).click();
      await page.getByRole('button', { name: 'I have read this' }).click();
      await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
      await expect
        .poll(async () => {
          const answer = await page.evaluate(() => window.bridge['time.snapshot']({}));
          return answer.ok ? (answer.value as { time: { activity: string } }).time.activity : answer.error.code;
        })
        .toBe('blocked');
      await page.getByRole('button', { name: 'Skip' }).click();
      await expect(page.getByRole('radio', { checked: true })).toHaveValue('broken');
      await page.getByRole('dialog').getByRole('button', { name: /^Skip/ }).click();
      await expect(page.getByText('Image b')).toBeVisible();
    } finally {
      await opened.close();
    }
  });
}
