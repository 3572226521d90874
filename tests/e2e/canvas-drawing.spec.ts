import { expect, type Page, test } from '@playwright/test';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import { makeBox, makeImageItem, violence } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, untilReady, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 1600, height: 1000 };
const MANY = 800;
const ACROSS = 32;

/** Boxes in rows over the whole picture, each with a corner in its neighbour. */
const boxes: readonly Annotation[] = Array.from({ length: MANY }, (_, at) =>
  makeBox(`box-${at}`, {
    order: at,
    classId: at % 3 === 0 ? 'dog' : 'cat',
    shape: { kind: 'box', x: (at % ACROSS) * 50 + 1.3, y: Math.floor(at / ACROSS) * 40 + 0.7, width: 55, height: 30 },
  }),
);

/** Counts strokes from now on, in the page. */
async function watchStrokes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { strokes: 0 };
    const { stroke } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.stroke = function strokeCounted(this: CanvasRenderingContext2D, path?: Path2D) {
      counted.strokes += 1;
      if (path) stroke.call(this, path);
      else Reflect.apply(stroke, this, []);
    };
    Object.assign(window, { counted });
  });
}

/** Strokes of everything that an act draws, until the canvas rests. */
async function strokesOf(page: Page, act: () => Promise<void>): Promise<number> {
  const read = () => page.evaluate(() => (window as unknown as { counted: { strokes: number } }).counted.strokes);
  const before = await read();
  await act();
  await untilDrawn(page);
  return (await read()) - before;
}

/** Until two readings of the annotations' layer are the same: a stretched copy is replaced once the hand rests. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const layer = document.querySelectorAll('canvas')[1];
    const sumOf = () => {
      const data = layer?.getContext('2d')?.getImageData(0, 0, layer.width, layer.height).data.buffer;
      return new Uint32Array(data ?? new ArrayBuffer(0)).reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
    };
    for (let last = Number.NaN; ;) {
      const now = sumOf();
      if (now === last) return;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  });
}

/** Has the window drawn anew from nothing, at the same view. */
async function drawAnew(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width: width + 60, height: height + 40 });
  await untilDrawn(page);
  await page.setViewportSize({ width, height });
  await untilDrawn(page);
}

/** Keeps what the annotations' layer shows now in the page, for `differenceNow`. */
async function keepPixels(page: Page): Promise<void> {
  await page.evaluate(() => {
    const layer = document.querySelectorAll('canvas')[1];
    Object.assign(window, { kept: layer?.getContext('2d')?.getImageData(0, 0, layer.width, layer.height) });
  });
}

/** How far what is drawn now is from what was kept: the most of any channel of any pixel; and how many are drawn on. */
async function differenceNow(page: Page): Promise<{ readonly furthest: number; readonly drawn: number }> {
  return page.evaluate(() => {
    const { kept } = window as unknown as { kept: ImageData };
    const layer = document.querySelectorAll('canvas')[1];
    const now = layer?.getContext('2d')?.getImageData(0, 0, layer.width, layer.height).data;
    if (now?.length !== kept.data.length) throw new Error('another size');
    let [furthest, drawn] = [0, 0];
    for (let at = 0; at < now.length; at += 1) {
      furthest = Math.max(furthest, Math.abs((now[at] ?? 0) - (kept.data[at] ?? 0)));
      if (at % 4 === 3 && (now[at] ?? 0) > 0) drawn += 1;
    }
    return { furthest, drawn };
  });
}

test('what was shifted and patched looks like what is drawn anew, and what is out of view is not drawn', async () => {
  const opened = await openAppOn([makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) })]);
  try {
    const { page } = opened;
    const size = { width: 1000, height: 640 };
    await page.setViewportSize(size);
    await acceptFirstTask(page, 'Image a');
    await page.evaluate(
      (put) => window.bridge['annotation.apply']({ taskId: 'task-a', revision: 0, edit: { put, remove: [] } }),
      boxes,
    );
    await page.reload();
    await untilReady(page, 'workspace');
    await watchStrokes(page);
    await untilDrawn(page);

    // all in view: each has a casing and a line
    const all = await strokesOf(page, () => drawAnew(page, size));
    expect(all).toBeGreaterThanOrEqual(2 * MANY);

    // a step of panning draws the strip that came into view; a new box draws its own place
    const canvas = page.getByTestId('canvas');
    await canvas.hover();
    await page.mouse.wheel(0, -300);
    await untilDrawn(page);
    await page.keyboard.press('Escape');
    const step = await strokesOf(page, () => page.keyboard.press('ArrowRight'));
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(all / 8);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    const added = await strokesOf(page, async () => {
      await page.keyboard.press('n');
      await untilSaved(page);
    });
    expect(added).toBeLessThan(all / 8);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await untilSaved(page);
    await untilDrawn(page);
    await keepPixels(page);
    await drawAnew(page, size);
    const { furthest, drawn } = await differenceNow(page);
    expect(drawn).toBeGreaterThan(1_000);
    expect(furthest).toBeLessThanOrEqual(2);

    // near enough that a few are in view: the others cost nothing, though they are there
    for (let notch = 0; notch < 4; notch += 1) await page.mouse.wheel(0, -600);
    await untilDrawn(page);
    expect(await strokesOf(page, () => drawAnew(page, size))).toBeLessThan(100);
    await expect(page.getByText('800 annotations')).toBeVisible();

    // the list beside it makes rows for those in view alone, and goes where the selection goes
    await page.setViewportSize({ width: 1200, height: 1000 });
    const rows = page.locator('li[aria-setsize="800"]');
    expect(await rows.count()).toBeLessThan(60);
    await page.keyboard.press('BracketLeft');
    await expect(page.locator('li[aria-posinset="800"]')).toBeInViewport();
    await expect(page.locator('li[aria-posinset="800"]')).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('BracketRight');
    await expect(page.locator('li[aria-posinset="1"]')).toBeInViewport();
    await page
      .locator('li[aria-posinset="3"]')
      .getByRole('button')
      .first()
      .click({ modifiers: ['Shift'] });
    await expect(page.getByText('3 selected')).toBeVisible();
    expect(await rows.count()).toBeLessThan(60);
  } finally {
    await opened.close();
  }
});

test('the next picture is fetched ahead and once, and never that of a hidden item', async () => {
  // each file has another length, by which it is known
  const bytes = [300, 310, 320].map((side) => makePng(side, 200, (x, y) => [x % 251, y % 241, (x * y) % 239]));
  const opened = await openAppOn([
    makeImageItem('a', { bytes: bytes[0] as Uint8Array }),
    makeImageItem('b', { bytes: bytes[1] as Uint8Array }),
    makeImageItem('hidden', { bytes: bytes[2] as Uint8Array, flags: [violence] }),
  ]);
  try {
    const { page } = opened;
    await page.evaluate(() => {
      const fetched: number[] = [];
      const real = window.fetch.bind(window);
      window.fetch = async (...given) => {
        const answer = await real(...given);
        fetched.push((await answer.clone().arrayBuffer()).byteLength);
        return answer;
      };
      Object.assign(window, { fetched });
    });
    const fetched = () => page.evaluate(() => (window as unknown as { fetched: number[] }).fetched);
    await acceptFirstTask(page, 'Image a');
    const lengths = bytes.map(({ length }) => length);
    await expect.poll(fetched).toEqual(lengths.slice(0, 2));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Image b' })).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"] canvas');
          return canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[3] ?? 0;
        }),
      )
      .toBe(255);
    // it was there already, and what comes after it is hidden
    expect(await fetched()).toEqual(lengths.slice(0, 2));
    await page.getByRole('button', { name: 'Put back' }).click();
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Image hidden' }).click();
    await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
    await untilReady(page, 'workspace');
    await expect.poll(async () => (await fetched()).length).toBeGreaterThan(2);
    expect(await fetched()).not.toContain(lengths[2]);
  } finally {
    await opened.close();
  }
});
