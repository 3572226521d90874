import { expect, test } from '@playwright/test';
import { makeImageItem, makeTextItem, violence } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { closeInstructions, openAppOn, type OpenedApp, untilReady } from '../support/open-project.ts';
import { lookAt, stripes } from '../support/window-pixels.ts';

const WORD = 'zebrafinch';
const vivid = makePng(800, 600, stripes);

/** One hidden picture and one hidden text, the text open before the worker. */
test.describe('nothing of a hidden item is in', () => {
  let opened: OpenedApp;
  let said = '';

  test.beforeEach(async () => {
    opened = await openAppOn([
      makeTextItem('t', `There was a ${WORD} here.`, { flags: [violence] }),
      makeImageItem('p', { bytes: vivid, flags: [violence] }),
    ]);
    said = '';
    opened.app.process().stderr?.on('data', (chunk) => (said += String(chunk)));
    opened.app.process().stdout?.on('data', (chunk) => (said += String(chunk)));
  });
  test.afterEach(() => opened.close());

  async function openHidden(title: string): Promise<void> {
    const { page } = opened;
    await page.getByRole('button', { name: `Accept ${title}` }).click();
    await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    await page.getByRole('button', { name: 'Go on without looking' }).click();
  }

  test('the thumbnail and the list', async () => {
    const { page, app } = opened;
    const box = await page.locator('img').first().boundingBox();
    if (!box) throw new Error('no thumbnail');
    // the place is paper-coloured until the thumbnail has come
    await expect.poll(async () => (await lookAt(app, box)).saturation).toBeLessThan(8);
    expect(await page.content()).not.toContain(WORD);
  });

  test('the page, its title, the accessibility tree, the clipboard and the log', async () => {
    const { page, app } = opened;
    await openHidden('Text t');
    expect(await page.content()).not.toContain(WORD);
    expect(await page.title()).not.toContain(WORD);
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.getTitle())),
    ).not.toContain(WORD);
    const devtools = await page.context().newCDPSession(page);
    const tree = JSON.stringify(await devtools.send('Accessibility.getFullAXTree'));
    expect(tree.length).toBeGreaterThan(1000);
    expect(tree).not.toContain(WORD);
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.press('Control+KeyC');
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      document.execCommand('copy');
    });
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toContain(WORD);
    expect(said).not.toContain(WORD);
  });

  test('print, and what is dragged', async () => {
    const { page, app } = opened;
    await page.evaluate(() =>
      window.addEventListener('dragstart', () => (document.documentElement.dataset['dragged'] = 'yes')),
    );
    const thumbnail = await page.locator('img').first().boundingBox();
    if (!thumbnail) throw new Error('no thumbnail');
    await page.mouse.move(thumbnail.x + 20, thumbnail.y + 20);
    await page.mouse.down();
    await page.mouse.move(thumbnail.x + 200, thumbnail.y + 90, { steps: 8 });
    await page.mouse.up();
    expect(await page.locator('html').getAttribute('data-dragged')).toBeNull();
    await openHidden('Image p');
    await page.emulateMedia({ media: 'print' });
    const canvas = await page.getByTestId('canvas').boundingBox();
    if (!canvas) throw new Error('no canvas');
    const middle = { x: canvas.x + canvas.width / 2 - 20, y: canvas.y + canvas.height / 2 - 20, width: 40, height: 40 };
    const printed = await lookAt(app, middle);
    expect(printed.contrast).toBeLessThan(8);
    expect(printed.saturation).toBeLessThan(20);
  });

  test('what is exported for looking at before it is signed', async () => {
    const { page } = opened;
    await openHidden('Text t');
    await page.keyboard.press('Control+Enter');
    const preview = await page.evaluate(() => window.bridge['export.preview']({}));
    const reviews = await page.evaluate(() => window.bridge['review.list']({}));
    expect(JSON.stringify([preview, reviews])).not.toContain(WORD);
    expect(JSON.stringify(reviews)).toContain('Text t');
  });
});
