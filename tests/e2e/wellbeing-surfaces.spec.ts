import { expect, test } from '@playwright/test';
import { makeImageItem, makeTextItem, violence } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { closeInstructions, openAppOn, type OpenedApp, untilReady } from '../support/open-project.ts';
import { vividInPdf } from '../support/pdf-pictures.ts';
import { lookAt, stripes } from '../support/window-pixels.ts';

const WORD = 'zebrafinch';
const vivid = makePng(800, 600, stripes);

/** What the whole app prints to its streams from now on. */
function listenTo({ app }: OpenedApp): () => string {
  let said = '';
  app.process().stderr?.on('data', (chunk) => (said += String(chunk)));
  app.process().stdout?.on('data', (chunk) => (said += String(chunk)));
  return () => said;
}

async function openHidden({ page }: OpenedApp, title: string): Promise<void> {
  await page.getByRole('button', { name: `Accept ${title}`, exact: true }).click();
  await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
  await untilReady(page, 'workspace');
  await closeInstructions(page);
  await page.getByRole('button', { name: 'Go on without looking' }).click();
}

/** The window as it would be printed. */
async function printed({ app }: OpenedApp): Promise<Uint8Array> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
    const pdf = await window?.webContents.printToPDF({ printBackground: true });
    return pdf?.toString('base64') ?? '';
  });
  return Buffer.from(base64, 'base64');
}

test('no pixel of a hidden picture is in its thumbnail, in what is dragged, in print and in the PDF', async () => {
  const opened = await openAppOn([
    makeImageItem('p', { bytes: vivid, flags: [violence] }),
    makeImageItem('plain', { bytes: vivid }),
  ]);
  try {
    const { page, app } = opened;
    await page.evaluate(() =>
      window.addEventListener('dragstart', () => (document.documentElement.dataset['dragged'] = 'yes')),
    );
    const thumbnail = await page.locator('img').first().boundingBox();
    if (!thumbnail) throw new Error('no thumbnail');
    // the place is paper-coloured until the thumbnail has come
    await expect.poll(async () => (await lookAt(app, thumbnail)).saturation).toBeLessThan(8);
    await page.mouse.move(thumbnail.x + 20, thumbnail.y + 20);
    await page.mouse.down();
    await page.mouse.move(thumbnail.x + 200, thumbnail.y + 90, { steps: 8 });
    await page.mouse.up();
    expect(await page.locator('html').getAttribute('data-dragged')).toBeNull();

    await openHidden(opened, 'Image p');
    const canvas = await page.getByTestId('canvas').boundingBox();
    if (!canvas) throw new Error('no canvas');
    const middle = { x: canvas.x + canvas.width / 2 - 20, y: canvas.y + canvas.height / 2 - 20, width: 40, height: 40 };
    // the card has words of its own until the window has painted without it; after that one look has to do
    await expect.poll(async () => (await lookAt(app, middle)).contrast).toBeLessThan(8);
    await page.emulateMedia({ media: 'print' });
    const onPaper = await lookAt(app, middle);
    expect(onPaper.contrast).toBeLessThan(8);
    expect(onPaper.saturation).toBeLessThan(20);
    const hidden = vividInPdf(await printed(opened));
    expect(hidden.pictures).toBeGreaterThan(0);
    expect(hidden.vivid).toBe(0);

    // the same picture without a flag is found in the PDF, so that it would be
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Put back' }).click();
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Image plain' }).click();
    await untilReady(page, 'workspace');
    await expect.poll(async () => (await lookAt(app, middle)).saturation).toBeGreaterThan(100);
    expect(vividInPdf(await printed(opened)).vivid).toBeGreaterThan(10_000);
  } finally {
    await opened.close();
  }
});

test('no word of a hidden text is in the list, its task, the clipboard, history, review, what is exported, titles and the log', async () => {
  const opened = await openAppOn([
    makeTextItem('t', `There was a ${WORD} here.`, { flags: [violence] }),
    makeImageItem('p', { bytes: vivid, flags: [violence] }),
  ]);
  try {
    const { page, app } = opened;
    const said = listenTo(opened);
    const devtools = await page.context().newCDPSession(page);
    /** The page, its accessibility tree and the titles of all windows. */
    const everything = async () => {
      const tree = JSON.stringify(await devtools.send('Accessibility.getFullAXTree'));
      expect(tree.length).toBeGreaterThan(1000);
      const titles = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((one) => one.getTitle()),
      );
      return [await page.content(), tree, await page.title(), ...titles].join('\n');
    };
    expect(await everything()).not.toContain(WORD);

    await openHidden(opened, 'Text t');
    expect(await everything()).not.toContain(WORD);
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.press('Control+KeyC');
    await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      document.execCommand('copy');
    });
    const clipboard = await app.evaluate(({ clipboard: board }) => board.readText());
    expect(clipboard).not.toContain(WORD);
    // no notification of the system is possible at all
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');

    // labelled, taken back and done again: the words stay with the main process
    const applied = await page.evaluate(() => {
      const shape = { kind: 'span', start: 12, end: 22, text: '█'.repeat(12) };
      const put = [{ id: 's1', classId: 'right', origin: 'hand', order: 0, shape }];
      return window.bridge['annotation.apply']({ taskId: 'task-t', revision: 0, edit: { put, remove: [] } });
    });
    const undone = await page.evaluate(() => window.bridge['annotation.undo']({ taskId: 'task-t', revision: 1 }));
    const redone = await page.evaluate(() => window.bridge['annotation.redo']({ taskId: 'task-t', revision: 2 }));
    expect([applied.ok, undone.ok, redone.ok]).toEqual([true, true, true]);
    expect(JSON.stringify([applied, undone, redone])).not.toContain(WORD);
    const submitted = await page.evaluate(() => window.bridge['task.submit']({ taskId: 'task-t', revision: 3 }));
    expect(submitted.ok).toBe(true);
    expect(JSON.stringify(submitted)).not.toContain(WORD);

    const preview = await page.evaluate(() => window.bridge['export.preview']({ publishRows: false }));
    const reviews = await page.evaluate(() => window.bridge['review.list']({}));
    expect(JSON.stringify([preview, reviews])).not.toContain(WORD);
    expect(JSON.stringify(reviews)).toContain('Text t');
    for (const [name, screen] of [
      ['Hand over', 'export'],
      ['Shown to me', 'shown'],
      ['My time', 'my-time'],
      ['Tasks', 'browse'],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
      await expect(page.getByText('Text t').first()).toBeVisible();
      expect(await everything()).not.toContain(WORD);
    }
    // looked at by its worker, then by whoever judges it: bars in the text, in the marks and in what is copied
    for (const [name, look] of [
      ['Tasks', 'See what you handed in: Text t'],
      ['Hand over', 'Look at what was handed in: Text t'],
    ] as const) {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await page.getByRole('button', { name: look }).click();
      await untilReady(page, name === 'Tasks' ? 'handed-in' : 'review');
      await page.getByRole('button', { name: 'Go on without looking' }).click();
      await page.keyboard.press('BracketRight');
      await expect(page.getByTestId('selected-details')).toBeVisible();
      await page.getByTestId('text').focus();
      await page.keyboard.press('Control+KeyA');
      await page.keyboard.press('Control+KeyC');
      expect(await everything()).not.toContain(WORD);
      expect(await app.evaluate(({ clipboard: board }) => board.readText())).not.toContain(WORD);
    }
    expect(said()).not.toContain(WORD);
  } finally {
    await opened.close();
  }
});
