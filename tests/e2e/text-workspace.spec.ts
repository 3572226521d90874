import { expect, type Page, test } from '@playwright/test';
import { codePointLength } from '../../shared/core/code-points.ts';
import { dragOverWords } from '../support/hands.ts';
import { makeTextItem } from '../support/make-facts.ts';
import { acceptFirstTask, openAppOn, storedAnnotations, untilSaved } from '../support/open-project.ts';

const ENGLISH =
  'Everyone has the right to rest and leisure.\nEveryone 👩‍👧 has the right to work.\r\nNo one shall be held in slavery.';
/** Mixed: words in Latin and Hebrew letters inside a line from right to left. */
const ARABIC = 'لكل شخص الحق في الراحة (Article 24) وفي أوقات الفراغ, מנוחה.';

/** Stored spans as `class start-end words`, in order. */
async function spans(page: Page): Promise<string[]> {
  await untilSaved(page);
  return (await storedAnnotations(page)).map(({ classId, shape }) =>
    shape.kind === 'span' ? `${classId} ${shape.start}-${shape.end} ${shape.text}` : 'no span',
  );
}

test('a text is marked by dragging and by keys alone, with spans that nest, are removed and come back, and stays as it was', async () => {
  const opened = await openAppOn([makeTextItem('english', ENGLISH)]);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    const text = page.getByTestId('text');
    const before = await text.innerHTML();
    await dragOverWords(page, text, 'right to rest and leisure');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['right 17-42 right to rest and leisure']);
    await dragOverWords(page, text, 'rest and');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['right 17-42 right to rest and leisure', 'right 26-34 rest and']);
    await page.getByRole('button', { name: /^Remove Right, number 1/ }).click();
    await expect.poll(() => spans(page)).toEqual(['right 26-34 rest and']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await spans(page)).length).toBe(2);

    // an emoji and a line end count as what they are: offsets are code points of the file
    await dragOverWords(page, text, 'slavery');
    await page.keyboard.press('Digit1');
    const start = codePointLength(ENGLISH.slice(0, ENGLISH.indexOf('slavery')));
    await expect.poll(async () => (await spans(page)).at(-1)).toBe(`right ${start}-${start + 7} slavery`);

    // by keys: over "Everyone", then "has the"
    await text.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await spans(page)).at(-1)).toBe('right 9-16 has the');
    expect(await text.innerHTML()).toBe(before);
  } finally {
    await opened.close();
  }
});

test('a text written from right to left marks what is seen', async () => {
  const opened = await openAppOn([makeTextItem('arabic', ARABIC, { language: 'ar', direction: 'rtl' })]);
  try {
    const { page } = opened;
    await acceptFirstTask(page, 'Text arabic');
    const text = page.getByTestId('text');
    await expect(text).toHaveAttribute('dir', 'rtl');
    for (const words of ['الحق في الراحة', 'Article 24', 'מנוחה']) {
      await dragOverWords(page, text, words);
      await page.keyboard.press('Digit1');
      const start = ARABIC.indexOf(words);
      await expect.poll(async () => (await spans(page)).at(-1)).toBe(`right ${start}-${start + words.length} ${words}`);
    }
  } finally {
    await opened.close();
  }
});
