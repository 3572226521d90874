import { expect, type Page, test } from '@playwright/test';
import { detailsLabelSets } from '../support/details-project.ts';
import { dragOverWords, drawBox } from '../support/hands.ts';
import { makeImageItem, makeTextItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import {
  acceptFirstTask,
  openAppOn,
  type OpenedApp,
  storedAnnotations,
  untilReady,
  untilSaved,
} from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
let opened: OpenedApp;

test.beforeEach(async () => {
  opened = await openAppOn(
    [
      makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) }),
      makeTextItem('english', 'Everyone has the right to rest and leisure.'),
    ],
    undefined,
    { labelSets: detailsLabelSets },
  );
});
test.afterEach(() => opened.close());

/** What is on disk besides shapes. */
async function details(page: Page): Promise<readonly unknown[]> {
  await untilSaved(page);
  const groups: (string | undefined)[] = [];
  return (await storedAnnotations(page)).map(({ attributes = {}, marks = [], group }) => {
    if (group !== undefined && !groups.includes(group)) groups.push(group);
    return {
      ...attributes,
      ...(marks.length > 0 ? { marks } : {}),
      ...(group ? { group: groups.indexOf(group) } : {}),
    };
  });
}

async function drawTwo(page: Page): Promise<void> {
  await acceptFirstTask(page, 'Image a');
  await drawBox(page, IMAGE, { x: 40, y: 60, width: 120, height: 100 });
  await drawBox(page, IMAGE, { x: 300, y: 60, width: 120, height: 100 });
  await untilSaved(page);
}

test('by mouse details are given to one and to many, refused in place, grouped, and needed to submit', async () => {
  const { page } = opened;
  await drawTwo(page);
  await page.getByRole('button', { name: /^Submit/ }).click();
  const missing = page.getByTestId('missing-details');
  await expect(missing).toContainText('2 details are still needed');
  const panel = page.getByTestId('details');
  await missing.getByRole('button', { name: 'Dog 1: Coat' }).click();
  await expect(panel.getByRole('button', { name: 'plain' })).toBeFocused();

  await panel.getByRole('button', { name: 'spotted' }).click();
  await expect.poll(() => details(page)).toEqual([{ coat: 'spotted' }, {}]);
  const age = panel.getByLabel('Age');
  await age.fill('45');
  await age.press('Enter');
  await expect(panel).toContainText('Not kept. From 0 to 30.');
  await age.fill('4,5');
  await age.press('Enter');
  await panel.getByLabel('Note').fill('barks');
  await page
    .getByRole('button', { name: /^Dog 120 × 100/ })
    .nth(1)
    .click();
  await expect.poll(() => details(page)).toEqual([{ coat: 'spotted', age: 4.5, note: 'barks' }, {}]);

  await page.getByRole('button', { name: /^Dog 120 × 100.*spotted/ }).click({ modifiers: ['Control'] });
  await expect(panel).toContainText('Details of 2 annotations');
  await panel.getByRole('group', { name: /Wet/ }).getByRole('button', { name: 'Yes' }).click();
  await panel.getByRole('button', { name: 'Cut off' }).click();
  await panel.getByRole('button', { name: 'plain' }).click();
  await panel.getByRole('button', { name: 'Group', exact: true }).click();
  const both = { coat: 'plain', wet: true, marks: ['truncated'], group: 0 };
  await expect.poll(() => details(page)).toEqual([{ ...both, age: 4.5, note: 'barks' }, both]);
  await expect(missing).toBeHidden();
  await expect(
    page.getByRole('button', { name: /^Dog.*plain · Age 4.5 · Wet · barks · Cut off · group 1/ }),
  ).toBeVisible();

  await page.getByRole('button', { name: /^Submit/ }).click();
  await untilReady(page, 'workspace');
  await expect(page.getByTestId('text')).toBeVisible();
});

test('by keys alone attributes, marks and groups are set and undone, one step each', async () => {
  const { page } = opened;
  await drawTwo(page);
  // of what was just drawn at once, the tool still in hand
  await expect(page.getByRole('heading', { name: 'Details of Dog, just drawn' })).toBeVisible();
  await page.keyboard.press('Shift+Digit2');
  await expect.poll(() => details(page)).toEqual([{}, { coat: 'spotted' }]);
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('Shift+Digit3');
  await page.keyboard.press('Shift+KeyF');
  await expect.poll(() => details(page)).toEqual([{ coat: 'striped', marks: ['difficult'] }, {}]);
  await page.keyboard.press('Shift+KeyE');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await page.keyboard.type('8');
  await page.keyboard.press('Tab');
  await expect.poll(() => details(page)).toEqual([{ coat: 'striped', age: 8, marks: ['difficult'] }, {}]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas')).toBeFocused();

  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyG');
  await page.keyboard.press('BracketRight');
  await page.keyboard.press('Shift+KeyG');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Shift+Digit4');
  const first = { coat: 'striped', age: 8, marks: ['difficult'], group: 0 };
  await expect
    .poll(() => details(page))
    .toEqual([
      { ...first, wet: true },
      { wet: true, group: 0 },
    ]);
  for (const before of [
    [first, { group: 0 }],
    [{ coat: 'striped', age: 8, marks: ['difficult'] }, {}],
    [{ coat: 'striped', marks: ['difficult'] }, {}],
    [{ coat: 'striped' }, {}],
    [{}, {}],
  ]) {
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(() => details(page)).toEqual(before);
  }

  // in a low window the details take their room from the list; the row they are about stays in it
  await page.setViewportSize({ width: 1024, height: 640 });
  for (let made = 0; made < 5; made += 1) await page.keyboard.press('KeyN');
  await expect(page.getByText('7 annotations')).toBeVisible();
  await page.keyboard.press('KeyV');
  await page.keyboard.press('Control+KeyA');
  for (const [key, place] of [
    ['BracketLeft', 6],
    ['BracketRight', 7],
  ] as const) {
    await page.keyboard.press(key);
    const row = page.locator(`li[aria-posinset="${place}"]`);
    await expect(row).toHaveAttribute('data-selected', 'true');
    await expect(row).toBeInViewport({ ratio: 0.9 });
  }
});

test('spans have details too', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Accept Text english', exact: true }).click();
  await untilReady(page, 'workspace');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await dragOverWords(page, page.getByTestId('text'), 'right to rest');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('Shift+KeyO');
  await page.keyboard.press('Shift+KeyF');
  // nothing is hidden in a text: that mark is not given
  await expect.poll(() => details(page)).toEqual([{ strong: true, marks: ['difficult'] }]);
  await expect(page.getByRole('button', { name: /^Right right to rest · Absolute · Difficult/ })).toBeVisible();
});
