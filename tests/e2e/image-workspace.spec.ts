import { expect, test } from '@playwright/test';
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

/** Stored boxes with their numbers rounded: a hand is exact to the pixel, floats are not. */
async function boxes(opened: OpenedApp) {
  await untilSaved(opened.page);
  return (await storedAnnotations(opened.page)).map(({ classId, shape }) => {
    if (shape.kind !== 'box') throw new Error('only boxes are drawn here');
    const { x, y, width, height } = shape;
    return { classId, x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  });
}

test.describe('a photograph in the workspace', () => {
  let opened: OpenedApp;

  test.beforeEach(async () => {
    opened = await openAppOn([makeImageItem('a', { bytes }), makeImageItem('b', { bytes })]);
    await acceptFirstTask(opened.page, 'Image a');
  });
  test.afterEach(() => opened.close());

  test('gets a box where the hand drew it, of the class whose digit was pressed', async () => {
    const { page } = opened;
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await page.keyboard.press('Digit2');
    await drawBox(page, IMAGE, { x: 400, y: 300, width: 90, height: 60 });
    const found = await boxes(opened);
    expect(found).toHaveLength(2);
    expect(found.map(({ x, y, width, height }) => ({ x, y, width, height }))).toEqual([
      { x: 100, y: 80, width: 200, height: 120 },
      { x: 400, y: 300, width: 90, height: 60 },
    ]);
    expect(found[1]?.classId).toBe('dog');
  });

  test('lets a box be moved, resized, given another class and deleted', async () => {
    const { page } = opened;
    const canvas = page.getByTestId('canvas');
    const at = (x: number, y: number) => imagePointInWindow(canvas, IMAGE, { x, y });
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await untilSaved(page);

    await page.keyboard.press('KeyV');
    await drag(page, await at(200, 140), await at(240, 170));
    await expect.poll(() => boxes(opened)).toEqual([{ classId: 'cat', x: 140, y: 110, width: 200, height: 120 }]);

    await drag(page, await at(340, 230), await at(380, 260));
    await expect.poll(() => boxes(opened)).toEqual([{ classId: 'cat', x: 140, y: 110, width: 240, height: 150 }]);

    await page.keyboard.press('Digit2');
    await expect.poll(async () => (await boxes(opened))[0]?.classId).toBe('dog');

    await page.keyboard.press('Delete');
    await expect.poll(() => boxes(opened)).toEqual([]);
  });

  test('undoes and redoes every step, and still does so after a kill and a restart', async () => {
    const { page } = opened;
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await drawBox(page, IMAGE, { x: 400, y: 300, width: 90, height: 60 });
    await untilSaved(page);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => (await boxes(opened)).length).toBe(1);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(async () => (await boxes(opened)).length).toBe(2);

    opened = await opened.killAndRestart();
    expect(await storedAnnotations(opened.page)).toHaveLength(2);
    await goOn(opened.page);
    await expect(opened.page.getByText('Image a')).toBeVisible();
    await opened.page.getByTestId('canvas').click({ position: { x: 5, y: 5 } });
    await opened.page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => (await storedAnnotations(opened.page)).length).toBe(1);
    await opened.page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => (await storedAnnotations(opened.page)).length).toBe(0);
  });

  test('zooms at the pointer and pans, and boxes land where they are drawn all the same', async () => {
    const { page } = opened;
    const canvas = page.getByTestId('canvas');
    const anchor = await imagePointInWindow(canvas, IMAGE, { x: 320, y: 240 });
    await page.mouse.move(anchor.x, anchor.y);
    await page.mouse.wheel(0, -400);
    await page.waitForTimeout(150);
    // the anchor stays under the pointer: a box drawn around it is centred on (320, 240)
    await drag(page, { x: anchor.x - 80, y: anchor.y - 60 }, { x: anchor.x + 80, y: anchor.y + 60 });
    const [zoomed] = await boxes(opened);
    expect(zoomed?.width).toBeLessThan(150);
    expect((zoomed?.x ?? 0) + (zoomed?.width ?? 0) / 2).toBeCloseTo(320, -0.5);
    expect((zoomed?.y ?? 0) + (zoomed?.height ?? 0) / 2).toBeCloseTo(240, -0.5);
  });

  test('is labelled by keyboard alone', async () => {
    const { page } = opened;
    await page.getByTestId('canvas').focus();
    await page.keyboard.press('Digit1');
    await page.keyboard.press('KeyN');
    await expect.poll(async () => (await boxes(opened)).length).toBe(1);
    const [first] = await boxes(opened);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await boxes(opened))[0]?.x).not.toBe(first?.x);
    const [moved] = await boxes(opened);
    expect(moved?.x).toBeGreaterThan(first?.x ?? Infinity);
    expect(moved?.width).toBe(first?.width);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await boxes(opened))[0]?.width).toBeGreaterThan(moved?.width ?? Infinity);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Image b')).toBeVisible();
  });

  test('is handed in, and the next task is served', async () => {
    const { page } = opened;
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await untilSaved(page);
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText('Image b')).toBeVisible();
    expect(await storedAnnotations(page)).toEqual([]);
  });
});
