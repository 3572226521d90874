import { expect, type Page, test } from '@playwright/test';
import { detailsLabelSets } from '../support/details-project.ts';
import { drag, dragOverWords, drawBox, imagePointInWindow, wordsInWindow } from '../support/hands.ts';
import { makeImageItem, makeTextItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, type OpenedApp, storedAnnotations, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const ENGLISH =
  'Everyone has the right to rest and leisure.\nEveryone has the right to work, and to holidays with pay.';
const ARABIC = 'لكل شخص الحق في الراحة وفي أوقات الفراغ.';

let opened: OpenedApp;

test.beforeEach(async () => {
  opened = await openAppOn(
    [
      makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) }),
      makeTextItem('english', ENGLISH),
      makeTextItem('arabic', ARABIC, { language: 'ar', direction: 'rtl' }),
    ],
    undefined,
    { labelSets: detailsLabelSets },
  );
});
test.afterEach(() => opened.close());

/** What is on disk: classes of shapes and words of spans; relations with the names of their ends. */
async function stored(page: Page): Promise<readonly string[]> {
  await untilSaved(page);
  const all = await storedAnnotations(page);
  const nameOf = (id: string): string => {
    const place = all.findIndex((one) => one.id === id);
    const one = all[place];
    return one?.shape.kind === 'span' ? one.shape.text : `${one?.classId}${place}`;
  };
  return all.map(({ id, classId, shape }) =>
    shape.kind === 'relation' ? `${nameOf(shape.from)} ${classId} ${nameOf(shape.to)}` : nameOf(id),
  );
}

test('on a picture a drag joins two, a click selects the relation, and removing an end takes it along', async () => {
  const { page } = opened;
  await acceptFirstTask(page, 'Image a');
  const at = (x: number, y: number) => imagePointInWindow(page.getByTestId('canvas'), IMAGE, { x, y });
  await drawBox(page, IMAGE, { x: 40, y: 60, width: 120, height: 100 });
  await page.keyboard.press('Digit2');
  await drawBox(page, IMAGE, { x: 440, y: 60, width: 120, height: 100 });
  await drawBox(page, IMAGE, { x: 240, y: 330, width: 120, height: 100 });

  await page.getByRole('button', { name: 'chases', exact: true }).click();
  await drag(page, await at(100, 110), await at(500, 110));
  await expect.poll(() => stored(page)).toEqual(['dog0', 'cat1', 'cat2', 'dog0 chases cat1']);
  // the other way round its class does not allow: it is joined as the class has it
  await drag(page, await at(300, 380), await at(100, 110));
  await expect.poll(() => stored(page)).toContain('dog0 chases cat2');
  await drag(page, await at(300, 380), await at(500, 110));
  // no dog among them: the next type that takes both
  await expect.poll(() => stored(page)).toContain('cat2 near cat1');
  await drag(page, await at(300, 380), await at(310, 390));
  await expect(page.getByTestId('link-bar')).toContainText('From Cat 3');

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('link-bar')).toBeHidden();
  // the middle of the first relation's curve, which bends upwards
  const middle = await at(300, 110 - 280 * 0.12);
  await page.mouse.click(middle.x, middle.y);
  await expect(page.getByRole('button', { name: /^chases Dog 1 → Cat 2/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Digit5');
  await expect.poll(() => stored(page)).toContain('dog0 sees cat1');
  await page.keyboard.press('Shift+Semicolon');
  await expect.poll(() => stored(page)).toContain('cat1 sees dog0');

  await page.mouse.click((await at(40, 100)).x, (await at(40, 100)).y);
  await page.keyboard.press('Delete');
  await expect.poll(() => stored(page)).toEqual(['cat0', 'cat1', 'cat1 near cat0']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await stored(page)).length).toBe(6);
});

test('on a picture keys alone join, copy and turn round', async () => {
  const { page } = opened;
  await acceptFirstTask(page, 'Image a');
  for (const rect of [
    { x: 40, y: 60, width: 100, height: 80 },
    { x: 300, y: 60, width: 100, height: 80 },
  ]) {
    await drawBox(page, IMAGE, rect);
  }
  await untilSaved(page);
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('Semicolon');
  await expect(page.getByTestId('link-bar')).toContainText('From Dog 1');
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => stored(page)).toEqual(['dog0', 'dog1', 'dog0 chases dog1']);
  await page.keyboard.press('Shift+Semicolon');
  await expect.poll(() => stored(page)).toEqual(['dog0', 'dog1', 'dog1 chases dog0']);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyD');
  await expect
    .poll(() => stored(page))
    .toEqual(['dog0', 'dog1', 'dog1 chases dog0', 'dog3', 'dog4', 'dog4 chases dog3']);
});

test('in a text spans are joined by a drag and by keys, with arcs that are selected, removed and undone', async () => {
  const { page } = opened;
  await acceptFirstTask(page, 'Text english');
  const document = page.getByTestId('text');
  for (const [words, digit] of [
    ['Everyone', 'Digit2'],
    ['right to rest', 'Digit1'],
    ['holidays', 'Digit1'],
  ] as const) {
    await dragOverWords(page, document, words);
    await page.keyboard.press(digit);
  }
  await expect.poll(() => stored(page)).toEqual(['Everyone', 'right to rest', 'holidays']);
  await page.keyboard.press('Digit3');
  await drag(page, await wordsInWindow(document, 'Everyone'), await wordsInWindow(document, 'right to rest'));
  await expect.poll(() => stored(page)).toContain('Everyone holds right to rest');
  const arcs = page.getByTestId('arcs').locator('[data-relation]');
  await expect(arcs).toHaveCount(1);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Group of people Everyone/ }).click();
  await page.keyboard.press('Semicolon');
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => stored(page)).toContain('Everyone holds holidays');
  // between two lines: a part in each
  await expect(arcs).toHaveCount(3);
  await page.keyboard.press('Escape');

  await arcs.getByText('holds').first().click();
  await expect(page.locator('[data-relation][data-selected="true"]')).toHaveCount(1);
  await expect(page.getByText('holds: from Everyone to right to rest')).toBeAttached();
  await expect(page.getByText('A relation is selected.')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect.poll(() => stored(page)).not.toContain('Everyone holds right to rest');
  await page.keyboard.press('Control+KeyZ');
  await expect(arcs).toHaveCount(3);
  await page.getByRole('button', { name: /^Group of people Everyone/ }).click();
  await page.keyboard.press('Delete');
  await expect.poll(() => stored(page)).toEqual(['right to rest', 'holidays']);
  await expect(arcs).toHaveCount(0);
});

test('in a text from right to left the arrow comes down on the left', async () => {
  const { page } = opened;
  await acceptFirstTask(page, 'Text arabic');
  const document = page.getByTestId('text');
  for (const [words, digit] of [
    ['لكل شخص', 'Digit2'],
    ['الراحة', 'Digit1'],
  ] as const) {
    await dragOverWords(page, document, words);
    await page.keyboard.press(digit);
  }
  await page.keyboard.press('Digit3');
  await drag(page, await wordsInWindow(document, 'لكل شخص'), await wordsInWindow(document, 'الراحة'));
  const arc = page.getByTestId('arcs').locator('[data-relation]');
  await expect(arc).toHaveCount(1);
  const tip = await arc.locator('path').last().boundingBox();
  const right = await wordsInWindow(document, 'الراحة');
  expect(Math.abs((tip?.x ?? 0) + (tip?.width ?? 0) / 2 - right.x)).toBeLessThan(4);
  expect((tip?.y ?? Infinity) < right.y).toBe(true);
});
