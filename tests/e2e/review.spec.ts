import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { detailsLabelSets } from '../support/details-project.ts';
import { handIn } from '../support/hand-in.ts';
import { imagePointInWindow, wordsInWindow } from '../support/hands.ts';
import { makeBox, makeImageItem, makeSpan, makeTextItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { openAppOn, untilReady } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const WORDS = 'Everyone has the right to rest and leisure.';

const drawn = [
  makeBox('b1', {
    classId: 'dog',
    shape: { kind: 'box', x: 40, y: 60, width: 120, height: 100 },
    attributes: { coat: 'spotted', age: 4, note: 'Looks to the left, with one ear up' },
  }),
  makeBox('b2', { order: 1, shape: { kind: 'box', x: 400, y: 260, width: 160, height: 120 } }),
  makeBox('r1', { order: 2, classId: 'chases', shape: { kind: 'relation', from: 'b1', to: 'b2' } }),
];
const marked = [
  makeSpan('s1', { start: 0, end: 8, text: 'Everyone' }, { classId: 'group' }),
  makeSpan('s2', { start: 26, end: 42, text: 'rest and leisure' }, { order: 1 }),
  makeBox('r2', { order: 2, classId: 'holds', shape: { kind: 'relation', from: 's1', to: 's2' } }),
];

test('work is judged with the item before one’s eyes, by keys, and its worker sees what was rejected and why', async () => {
  const opened = await openAppOn(
    [
      makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height), note: 'Only what is in the foreground.' }),
      makeTextItem('t', WORDS),
    ],
    (userDataDir) => {
      const session = openProjectSession(join(userDataDir, '..', 'project'));
      handIn(session.db, { 'task-a': drawn, 'task-t': marked });
      session.close();
    },
    { labelSets: detailsLabelSets },
  );
  const { page } = opened;
  const row = (name: string) => page.locator('li[data-selected]').filter({ hasText: name }).first();
  try {
    await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
    await untilReady(page, 'export');
    await page.getByRole('button', { name: 'Review one by one' }).click();
    await untilReady(page, 'review');
    await expect(page.getByRole('heading', { name: 'Image a' })).toBeFocused();

    // from the list to the shape and back
    await page.keyboard.press('BracketRight');
    await expect(page.getByTestId('selection')).toContainText('Dog');
    await expect(page.getByTestId('selected-details')).toContainText('Looks to the left, with one ear up');
    const canvas = page.getByTestId('canvas');
    const inCat = await imagePointInWindow(canvas, IMAGE, { x: 480, y: 320 });
    await page.mouse.click(inCat.x, inCat.y);
    await expect(row('Cat')).toHaveAttribute('data-selected', 'true');
    // a drag moves the picture, not the shape; nothing here removes or undoes
    await page.keyboard.press('Equal');
    await page.mouse.move(inCat.x, inCat.y);
    await page.mouse.down();
    await page.mouse.move(inCat.x - 60, inCat.y - 40, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('selection')).toContainText('400, 260');
    await page.getByRole('button', { name: 'Hide everything of Cat' }).click();
    await expect(row('Cat')).toHaveAttribute('data-dimmed', 'true');

    // the text, its marks and the arc between them; then back by keys
    // a key that is pressed in the very moment in which the next one is there is not lost
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('h1')?.textContent !== 'Text t') return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'BracketRight', key: ']', bubbles: true }));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.getByRole('heading', { name: 'Text t' })).toBeFocused();
    await expect(page.locator('li[data-selected="true"]')).toBeVisible();
    await expect(page.getByTestId('arcs').locator('[data-relation]').first()).toBeAttached();
    const rest = await wordsInWindow(page.getByTestId('text'), 'rest and leisure');
    await page.mouse.click(rest.x, rest.y);
    await expect(row('Right')).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('BracketRight');
    await expect(page.getByTestId('selected-details')).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { name: 'Image a' })).toBeFocused();
    await expect(page.getByTestId('selection')).toHaveText('');

    // no rejection without a word; then the next one comes
    await page.mouse.click(inCat.x, inCat.y);
    await page.keyboard.press('KeyQ');
    await expect(page.getByLabel('It is about what is selected: Cat 2')).toBeChecked();
    const confirm = page.getByRole('button', { name: 'Reject with this reason' });
    await expect(confirm).toBeDisabled();
    await page.getByLabel('Your words to the worker').fill('The box around the cat is far too large.');
    await confirm.click();
    await expect(page.getByRole('heading', { name: 'Text t' })).toBeFocused();
    await page.keyboard.press('KeyA');
    await expect(page.getByText('Everything that was handed in is reviewed.')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the steps' }).click();
    await page.getByText('1 accepted, 1 rejected').click();
    await expect(page.getByText('The box around the cat is far too large.')).toBeVisible();

    // the worker learns of it, sees what they handed in, and the time on it is the answering of a rejection
    await page.getByRole('button', { name: /Sign on/ }).click();
    await page.getByRole('navigation').getByText('Tasks', { exact: true }).click();
    await page.getByRole('button', { name: 'See why Image a was rejected' }).click();
    await expect(page.getByTestId('rejection')).toContainText('The box around the cat is far too large.');
    await expect(page.getByTestId('rejection')).toContainText('submission-task-a');
    await expect(page.getByTestId('rejection')).toContainText('Cat 2');
    await expect(row('Cat')).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('BracketLeft');
    await expect(page.getByTestId('selection')).toContainText('Dog');
    await expect
      .poll(() => page.evaluate(async () => JSON.stringify(await window.bridge['time.snapshot']({}))))
      .toContain('appeal');
  } finally {
    await opened.close();
  }
});
