import { expect, type Page, test } from '@playwright/test';
import { drag, drawBox, imagePointInWindow } from '../support/hands.ts';
import { imageLabelSet } from '../support/kinds-project.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { goOn, acceptFirstTask, openAppOn, storedAnnotations, untilSaved } from '../support/open-project.ts';
import { lookAt } from '../support/window-pixels.ts';

const IMAGE = { width: 640, height: 480 };
/** Stripes of two colours: something to brighten, to flatten and to grey. */
const striped = makePng(IMAGE.width, IMAGE.height, (x) =>
  Math.floor(x / 8) % 2 === 0 ? [150, 60, 60] : [60, 60, 110],
);

/** How much of a layer of the canvas is drawn on along a row, at a share of its height. */
async function drawnAlong(page: Page, layer: number, y: number): Promise<number> {
  return page.getByTestId('canvas').evaluate(
    (canvas, given) => {
      const drawn = canvas.querySelectorAll('canvas')[given.layer];
      const context = drawn?.getContext('2d');
      if (!drawn || !context) throw new Error('no such layer');
      const ratio = drawn.height / canvas.clientHeight;
      const { data } = context.getImageData(0, Math.round(given.y * ratio), drawn.width, 1);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
      return count / drawn.width;
    },
    { layer, y },
  );
}

test('the picture is brightened, flattened and greyed on the screen only; crosshair, snapping and overview do what they say', async () => {
  const opened = await openAppOn([makeImageItem('a', { bytes: striped })], undefined, { labelSets: [imageLabelSet] });
  try {
    const { page, app } = opened;
    await acceptFirstTask(page, 'Image a');
    const canvas = page.getByTestId('canvas');
    const at = (x: number, y: number) => imagePointInWindow(canvas, IMAGE, { x, y });

    const corner = await at(40, 40);
    const part = { x: corner.x, y: corner.y, width: 240, height: 120 };
    const looks = async () => lookAt(app, part);
    await expect.poll(async () => (await looks()).saturation).toBeGreaterThan(40);
    const plain = await looks();
    await page.keyboard.press('Shift+KeyB');
    const panel = page.getByRole('region', { name: 'How the picture looks' });
    const slide = async (name: string, key: 'Home' | 'End') => panel.getByRole('slider', { name }).press(key);
    await slide('Brightness', 'End');
    await expect.poll(async () => (await looks()).brightness).toBeGreaterThan(plain.brightness * 1.8);
    await panel.getByRole('button', { name: 'As it is' }).click();
    await slide('Contrast', 'Home');
    await expect.poll(async () => (await looks()).contrast).toBeLessThan(plain.contrast / 2);
    await panel.getByRole('button', { name: 'As it is' }).click();
    await slide('Colour', 'Home');
    await expect.poll(async () => (await looks()).saturation).toBeLessThan(3);
    await panel.getByRole('button', { name: 'As it is' }).click();
    await expect.poll(looks).toEqual(plain);
    await panel.getByRole('button', { name: 'Close' }).click();

    // the hand's layer is the topmost one
    const layers = await canvas.locator('canvas').count();
    await canvas.focus();
    await page.keyboard.press('Digit1');
    const free = await at(400, 300);
    await page.mouse.move(free.x, free.y);
    const box = await canvas.boundingBox();
    const row = free.y - (box?.y ?? 0);
    await expect.poll(() => drawnAlong(page, layers - 1, row)).toBeGreaterThan(0.99);
    await page.keyboard.press('KeyC');
    await expect.poll(() => drawnAlong(page, layers - 1, row)).toBe(0);
    await page.keyboard.press('KeyC');

    // a corner that is missed by a few pixels is met; so is the border of the picture
    await drawBox(page, IMAGE, { x: 100, y: 100, width: 80, height: 60 });
    await page.keyboard.press('KeyS');
    await drag(page, await at(182, 163), await at(637, 300));
    await untilSaved(page);
    const [first, second] = (await storedAnnotations(page)).map(({ shape }) => shape);
    if (first?.kind !== 'box' || second?.kind !== 'box') throw new Error('two boxes were drawn');
    expect([second.x, second.y]).toEqual([first.x + first.width, first.y + first.height]);
    expect(second.x + second.width).toBeCloseTo(IMAGE.width, 6);
    await page.keyboard.press('KeyS');

    // the overview: a press moves there, and a drag goes on moving
    await page.keyboard.press('Shift+KeyN');
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Equal');
    const overview = await page.getByTestId('navigator').boundingBox();
    const frame = page.getByTestId('navigator').locator('div');
    if (!overview) throw new Error('the overview is not shown');
    /** How far the middle of what is seen lies from a place of the overview, in whole pixels of the window. */
    const missOf = async (place: number) => {
      const seen = await frame.boundingBox();
      return seen ? Math.abs(Math.round(seen.x + seen.width / 2 - overview.x - place)) : Infinity;
    };
    await page.mouse.move(overview.x + 50, overview.y + 60);
    await page.mouse.down();
    await expect.poll(() => missOf(50)).toBeLessThanOrEqual(1);
    await page.mouse.move(overview.x + 120, overview.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => missOf(120)).toBeLessThanOrEqual(1);
    expect(await storedAnnotations(page)).toHaveLength(2);
  } finally {
    await opened.close();
  }
});

test('killed with a polygon half drawn, all that was finished is there, and undo goes on where it was, on this item alone', async () => {
  let opened = await openAppOn(
    [makeImageItem('a', { bytes: striped }), makeImageItem('b', { bytes: striped })],
    undefined,
    { labelSets: [imageLabelSet] },
  );
  try {
    let { page } = opened;
    await acceptFirstTask(page, 'Image a');
    const clickAt = async (x: number, y: number) => {
      const point = await imagePointInWindow(page.getByTestId('canvas'), IMAGE, { x, y });
      await page.mouse.click(point.x, point.y);
    };
    const count = async () => (await untilSaved(page), (await storedAnnotations(page)).length);
    await page.keyboard.press('KeyP');
    for (const [x, y] of [
      [40, 40],
      [140, 40],
      [90, 120],
    ] as const)
      await clickAt(x, y);
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyD');
    await clickAt(300, 300);
    await expect.poll(count).toBe(2);
    await page.keyboard.press('KeyP');
    for (const [x, y] of [
      [200, 40],
      [260, 40],
      [260, 90],
      [200, 90],
    ] as const)
      await clickAt(x, y);
    // half drawn: points go back and come again, what is on disk stays
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+Shift+KeyZ');
    expect(await count()).toBe(2);

    opened = await opened.killAndRestart();
    page = opened.page;
    await goOn(page);
    await expect(page.getByRole('heading', { name: 'Image a' })).toBeVisible();
    expect((await storedAnnotations(page)).map(({ shape }) => shape.kind)).toEqual(['polygon', 'point']);
    await page.getByTestId('canvas').focus();
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(count).toBe(1);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(count).toBe(2);

    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Image b' })).toBeVisible();
    await page.getByTestId('canvas').focus();
    await page.keyboard.press('Control+KeyZ');
    expect(await count()).toBe(0);
    await expect(page.getByRole('heading', { name: 'Image b' })).toBeVisible();
  } finally {
    await opened.close();
  }
});
