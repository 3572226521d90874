import { expect, type Page, test } from '@playwright/test';
import { piecesOf } from '../../shared/annotation/span-pieces.ts';
import { dragOverWords } from '../support/hands.ts';
import { makeTextItem } from '../support/make-facts.ts';
import { acceptFirstTask, openAppOn, storedAnnotations, untilSaved } from '../support/open-project.ts';
import { inkIn } from '../support/window-pixels.ts';

const TEXT = 'Mary took her shoes off. She left.\nA \u202eturned\u202c word.';

/** Words of each span on disk, pieces apart. */
async function spans(page: Page): Promise<string[]> {
  await untilSaved(page);
  return (await storedAnnotations(page)).map(({ shape }) =>
    shape.kind === 'span'
      ? piecesOf(shape)
          .map(({ text }) => text)
          .join(' … ')
      : shape.kind,
  );
}

/** The middle of words in the window. */
async function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const rect = await page.getByTestId('text').evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }, words);
  if (!rect) throw new Error(`"${words}" does not stand in the text`);
  return rect;
}

test('spans are marked by clicks, get and lose pieces, grow and shrink by keys, and are found again among overlaps', async () => {
  const opened = await openAppOn([makeTextItem('t', TEXT)]);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Text t');
    const text = page.getByTestId('text');
    const untouched = await text.innerHTML();
    const click = async (words: string, options = {}) => {
      const at = await middleOf(page, words);
      await page.mouse.click(at.x, at.y, options);
    };

    // twice a word, three times a sentence; a part of a word is the word
    await click('shoes', { clickCount: 2 });
    await page.keyboard.press('Digit1');
    await click('left', { clickCount: 3 });
    await page.keyboard.press('Digit1');
    await dragOverWords(page, text, 'oo');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took']);

    // Ctrl and a drag: one more piece; a key does the same with what is marked
    await click('took');
    await page.keyboard.down('Control');
    await dragOverWords(page, text, 'off');
    await page.keyboard.up('Control');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took … off']);
    await dragOverWords(page, text, 'Mary');
    await page.keyboard.press('KeyJ');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'Mary … took … off']);
    await dragOverWords(page, text, 'Mary');
    await page.keyboard.press('Shift+KeyJ');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took … off']);

    // both ends, by characters and by words
    await page.keyboard.press('Period');
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('took … off.');
    await page.keyboard.press('Shift+Period');
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('took … off. She');
    await page.keyboard.press('Control+Shift+Comma');
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('Mary took … off. She');
    for (const key of ['Control+Shift+Period', 'Shift+Comma', 'Comma']) await page.keyboard.press(key);
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('took … off');

    // Ctrl and a click: the piece is none any more; undo brings it back
    await page.keyboard.down('Control');
    await click('off');
    await page.keyboard.up('Control');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took']);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took … off']);

    // by characters, among spans that overlap; a click goes through them, the shortest first
    await page.keyboard.press('KeyS');
    await expect(page.getByRole('button', { name: 'Whole words' })).toHaveAttribute('aria-pressed', 'false');
    await dragOverWords(page, text, 'hoe');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['shoes', 'She left.', 'took … off', 'hoe']);
    const chosen = page.locator('li[data-selected="true"]');
    await click('hoe');
    await expect(chosen).toContainText('hoe');
    await click('hoe');
    await expect(chosen).toContainText('shoes');
    // in the order of the text, not of marking
    await page.keyboard.press('BracketLeft');
    await expect(chosen).toContainText('took … off');
    await page.keyboard.press('BracketRight');
    await expect(chosen).toContainText('shoes');

    // what is found is marked when the search closes
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyF');
    await page.keyboard.type('LEFT');
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('left');

    // what cannot be seen is warned of and shown over the text, which stays as it was
    await expect(page.getByText('This text has 2 invisible signs')).toBeVisible();
    await page.keyboard.press('KeyP');
    await expect(page.getByTestId('invisibles')).toContainText('RLO');
    expect(await text.innerHTML()).toBe(untouched);
  } finally {
    await opened.close();
  }
});

const ARABIC = 'لكل شخص الحق في الراحة والأمان.';

test('a span inside a joined word leaves its letters as they were', async () => {
  const opened = await openAppOn([makeTextItem('t', ARABIC, { language: 'ar', direction: 'rtl' })]);
  try {
    const { page, app } = opened;
    await page.emulateMedia({ colorScheme: 'light' });
    await acceptFirstTask(page, 'Text t');
    await page.keyboard.press('KeyS');
    const text = page.getByTestId('text');
    const line = await text.locator('[data-paragraph]').boundingBox();
    if (!line) throw new Error('the line is in view');
    // above the line of the span, below its name
    const words = { x: line.x, y: line.y + 8, width: line.width, height: line.height - 16 };
    const differing = (one: string, other: string) =>
      [...one].filter((sign, at) => sign !== other[at]).length / (one.match(/#/g)?.length ?? 0);
    await page.mouse.move(5, 5);
    await expect.poll(async () => (await inkIn(app, words)).match(/#/g)?.length ?? 0).toBeGreaterThan(200);
    const before = await inkIn(app, words);

    const start = ARABIC.indexOf('الراحة') + 2;
    await text.evaluate((root, from) => {
      const node = root.querySelector('[data-paragraph]')?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, from, node, from + 2);
    }, start);
    await expect(page.getByText('2 characters marked')).toBeVisible();
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual([ARABIC.slice(start, start + 2)]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await page.waitForTimeout(300);
    const painted = await inkIn(app, words);
    expect(differing(before, painted)).toBeLessThan(0.02);

    // the proof that broken letters would be noticed: an element around the same letters, as other tools do it
    await text.evaluate((root, from) => {
      const node = root.querySelector('[data-paragraph]')?.firstChild;
      if (!(node instanceof Text)) throw new Error('no text');
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 2);
      const mark = document.createElement('span');
      mark.style.display = 'inline-block';
      range.surroundContents(mark);
    }, start);
    await page.waitForTimeout(300);
    expect(differing(before, await inkIn(app, words))).toBeGreaterThan(0.05);
  } finally {
    await opened.close();
  }
});
