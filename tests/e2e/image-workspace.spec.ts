import { expect, type Page, test } from '@playwright/test';
import { detailsLabelSets } from '../support/details-project.ts';
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
});

test('nothing of a task is carried into the next: no selection, draft, tool, zoom, panel, question, reason, focus or pixel', async () => {
  const colours = { a: [224, 0, 0], b: [0, 0, 224], c: [0, 192, 0], d: [224, 224, 0], e: [0, 192, 192] } as const;
  const opened = await openAppOn(
    Object.entries(colours).map(([id, colour]) =>
      makeImageItem(id, { bytes: makePng(IMAGE.width, IMAGE.height, () => colour) }),
    ),
    undefined,
    { labelSets: detailsLabelSets },
  );
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Image a');
    const zoom = page.getByTestId('zoom');
    const fitted = await zoom.textContent();
    const canvas = page.getByTestId('canvas');
    const at = (x: number, y: number) => imagePointInWindow(canvas, IMAGE, { x, y });
    await watchTitles(page);

    // a dog without its coat, so that the task asks for it
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('missing-details')).toBeVisible();
    await page.getByTestId('details').getByLabel('Note').fill('half a no');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+KeyB');
    await page.keyboard.press('Digit2');
    await page.getByRole('button', { name: 'Polygon' }).click();
    for (const point of [await at(400, 300), await at(500, 300)]) await page.mouse.click(point.x, point.y);
    await page.mouse.wheel(0, -400);
    await expect(zoom).not.toHaveText(fitted ?? '');
    await page.getByRole('button', { name: 'Skip' }).click();
    const skipping = page.getByRole('dialog');
    await skipping.getByRole('radio').last().check();
    await skipping.getByRole('textbox').fill('not mine');
    await skipping.getByRole('button', { name: /^Skip/ }).click();
    await expect(page.getByRole('heading', { name: 'Image b' })).toBeVisible();

    const startsFromNothing = async () => {
      await expect(page.getByTestId('missing-details')).toBeHidden();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('region', { name: 'How the picture looks' })).toBeHidden();
      await expect(page.getByTestId('selection')).toHaveText('');
      await expect(zoom).toHaveText(fitted ?? '');
      for (const [name, pressed] of [
        ['Box', 'true'],
        ['Polygon', 'false'],
        ['Dog', 'true'],
      ] as const) {
        const button = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
        await expect(button).toHaveAttribute('aria-pressed', pressed);
      }
      await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
      expect(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))).toMatch(/^<body/);
      expect(await storedAnnotations(page)).toEqual([]);
    };
    await startsFromNothing();
    // what ends a polygon ends none here, and a box lands where it is drawn
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+KeyZ');
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    expect(await boxes(opened)).toEqual([{ classId: 'dog', x: 100, y: 80, width: 200, height: 120 }]);
    await page.keyboard.press('BracketRight');
    await page.getByRole('button', { name: 'plain' }).click();
    await untilSaved(page);
    // handed in by mouse, while a hand is about to draw: the key after it does not press that button again
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByRole('heading', { name: 'Image c' })).toBeVisible();
    await startsFromNothing();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(page.getByRole('radio').first()).toBeChecked();
    await expect(page.getByRole('heading', { name: 'Image c' })).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    // keys that are held hand in one task, not all that follow
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    await expect(page.getByRole('heading', { name: 'Image d' })).toBeVisible();
    for (let times = 0; times < 3; times += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');
    await startsFromNothing();
    await expect(page.getByRole('heading', { name: 'Image d' })).toBeVisible();

    expect(await seenUnderTitles(page)).toEqual({
      'Image a': [colours.a.join()],
      'Image b': [colours.b.join()],
      'Image c': [colours.c.join()],
      'Image d': [colours.d.join()],
    });
  } finally {
    await opened.close();
  }
});

/** Notes, in every frame from now on, the colour of the picture's middle and the title that it is shown under. */
async function watchTitles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Record<string, string[]> = {};
    Object.assign(window, { seen });
    const look = () => {
      const layer = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"] canvas');
      const pixel = layer?.getContext('2d')?.getImageData(layer.width / 2, layer.height / 2, 1, 1).data;
      const colours = (seen[document.querySelector('h1')?.textContent ?? ''] ??= []);
      const colour = pixel?.[3] ? Array.from(pixel).slice(0, 3).join() : null;
      if (colour !== null && !colours.includes(colour)) colours.push(colour);
    };
    // after all that a frame draws
    const frame = () => requestAnimationFrame(() => (setTimeout(look), frame()));
    frame();
  });
}

const seenUnderTitles = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: Record<string, string[]> }).seen);
