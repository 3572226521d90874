import { expect, type Page, test } from '@playwright/test';
import { codePointLength } from '../../shared/core/code-points.ts';
import { dragOverWords } from '../support/hands.ts';
import { makeTextItem } from '../support/make-facts.ts';
import { acceptFirstTask, openAppOn, type OpenedApp, storedAnnotations, untilSaved } from '../support/open-project.ts';

const ENGLISH =
  'Everyone has the right to rest and leisure.\nEveryone 👩‍👧 has the right to work.\r\nNo one shall be held in slavery.';
const ARABIC = 'لكل شخص الحق في الراحة وفي أوقات الفراغ.';

/** Stored spans as `class start-end words`, in order. */
async function spans(page: Page): Promise<string[]> {
  await untilSaved(page);
  return (await storedAnnotations(page)).map(({ classId, shape }) =>
    shape.kind === 'span' ? `${classId} ${shape.start}-${shape.end} ${shape.text}` : 'no span',
  );
}

test.describe('a text in the workspace', () => {
  let opened: OpenedApp;

  test.beforeEach(async () => {
    opened = await openAppOn([
      makeTextItem('english', ENGLISH),
      makeTextItem('arabic', ARABIC, { language: 'ar', direction: 'rtl' }),
    ]);
  });
  test.afterEach(() => opened.close());

  test('gets a span over the words that were dragged over, of the class whose digit was pressed', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    await dragOverWords(page, page.getByTestId('text'), 'right to rest');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['right 17-30 right to rest']);
  });

  test('counts an emoji and a line end as what they are: offsets are code points of the file', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    await dragOverWords(page, page.getByTestId('text'), 'slavery');
    await page.keyboard.press('Digit1');
    const start = codePointLength(ENGLISH.slice(0, ENGLISH.indexOf('slavery')));
    await expect.poll(() => spans(page)).toEqual([`right ${start}-${start + 7} slavery`]);
  });

  test('takes overlapping and nested spans, gives another class, removes and undoes', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    const text = page.getByTestId('text');
    await dragOverWords(page, text, 'right to rest and leisure');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await spans(page)).length).toBe(1);
    await dragOverWords(page, text, 'rest and');
    await page.keyboard.press('Digit1');
    await expect.poll(() => spans(page)).toEqual(['right 17-42 right to rest and leisure', 'right 26-34 rest and']);
    await page.getByRole('button', { name: /^Remove Right, number 1/ }).click();
    await expect.poll(() => spans(page)).toEqual(['right 26-34 rest and']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await spans(page)).length).toBe(2);
  });

  test('is marked by keyboard alone', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    await page.getByTestId('text').focus();
    await page.keyboard.press('Control+Home');
    // over "Everyone", then mark "has the"
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await spans(page)).length).toBe(1);
    const [span] = await storedAnnotations(page);
    if (span?.shape.kind !== 'span') throw new Error('a span was marked');
    expect(span.shape.text.trim()).toBe('has the');
    expect([...ENGLISH].slice(span.shape.start, span.shape.end).join('')).toBe(span.shape.text);
  });

  test('written from right to left marks what is seen', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text arabic');
    await dragOverWords(page, page.getByTestId('text'), 'الحق في الراحة');
    await page.keyboard.press('Digit1');
    const start = ARABIC.indexOf('الحق في الراحة');
    await expect.poll(() => spans(page)).toEqual([`right ${start}-${start + 14} الحق في الراحة`]);
    expect(await page.getByTestId('text').getAttribute('dir')).toBe('rtl');
  });

  test('is not touched by its spans: no element stands inside the words', async () => {
    const { page } = opened;
    await acceptFirstTask(page, 'Text english');
    const text = page.getByTestId('text');
    const before = await text.innerHTML();
    await dragOverWords(page, text, 'right to rest');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await spans(page)).length).toBe(1);
    expect(await text.innerHTML()).toBe(before);
  });
});
