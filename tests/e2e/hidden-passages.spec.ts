import { expect, type Page, test } from '@playwright/test';
import { readAnnotations } from '../../electron/db/annotation-store.ts';
import { openJournal } from '../../electron/db/journal-store.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { HIDDEN_BAR } from '../../shared/content/hidden-words.ts';
import { join } from 'node:path';
import { dragOverWords } from '../support/hands.ts';
import { makeTextItem, violence } from '../support/make-facts.ts';
import { closeInstructions, openAppOn, type OpenedApp, untilReady, untilSaved } from '../support/open-project.ts';

const TEXT =
  'The 😀 zebrafinch sang in the morning.\nNobody heard how the quokka answered, and the wombat never said a word.';

function range(words: string) {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
}
const flagged = (words: string) => ({ ...violence, extent: { of: 'range' as const, ...range(words) } });

/** All that a window holds of its task: the page, what screen readers are told, and what the main process answers. */
async function allThatIsThere(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const tree = JSON.stringify(await devtools.send('Accessibility.getFullAXTree'));
  const answer = JSON.stringify(await page.evaluate(() => window.bridge['task.current']({})));
  return `${await page.content()} ${tree} ${answer}`;
}

async function openHidden({ page }: OpenedApp): Promise<void> {
  await page.getByRole('button', { name: 'Accept Text t' }).click();
  await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
  await untilReady(page, 'workspace');
  await closeInstructions(page);
  await page.getByRole('button', { name: 'Go on without looking' }).click();
}

test('hidden passages are bars that can be looked at one by one, labelled and copied; the rest is a text like any other', async () => {
  const opened = await openAppOn([
    makeTextItem('t', TEXT, { flags: [flagged('zebrafinch'), flagged(' sang'), flagged('quokka')] }),
  ]);
  try {
    const { page, app } = opened;
    await openHidden(opened);
    const text = page.getByTestId('text');
    const bars = page.getByRole('img', { name: 'hidden: violence' });
    const list = page.getByRole('list', { name: /annotation/ });
    await expect(bars).toHaveCount(2);
    const boxes = await Promise.all([0, 1].map((at) => bars.nth(at).boundingBox()));
    expect(boxes[0]?.width).toBe(boxes[1]?.width);
    for (const word of ['zebrafinch', 'quokka']) expect(await allThatIsThere(page)).not.toContain(word);

    // readable words are labelled as ever, over a bar or beside one
    await dragOverWords(page, text, 'Nobody heard');
    await page.keyboard.press('Digit1');
    await expect(list.getByText('Nobody heard')).toBeVisible();
    const [from, to] = [await page.getByText('The 😀').boundingBox(), await bars.first().boundingBox()];
    if (!from || !to) throw new Error('the first line is in view');
    await page.mouse.move(from.x + 10, to.y + to.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 20, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.press('Digit1');
    await expect(list.getByRole('img', { name: 'Hidden words' })).toHaveCount(1);

    // by keyboard: to the next bar, labelled without looking
    await page.keyboard.press('KeyB');
    await expect(page.getByRole('status').filter({ hasText: 'hidden: violence' })).toBeVisible();
    await page.keyboard.press('Control+KeyC');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(HIDDEN_BAR);
    await page.keyboard.press('Digit1');
    await expect(list.getByRole('img', { name: 'Hidden words' })).toHaveCount(2);
    for (const word of ['zebrafinch', 'quokka']) expect(await allThatIsThere(page)).not.toContain(word);

    // held, it shows that one only, and hides it when it is let go
    await page.keyboard.press('Shift+KeyB');
    await page.keyboard.down('Space');
    await expect(text).toContainText('zebrafinch sang');
    expect(await allThatIsThere(page)).not.toContain('quokka');
    // what is looked at is marked as any words are; in the list it is a bar
    await dragOverWords(page, text, 'zebrafinch');
    await page.keyboard.press('Digit1');
    await expect(list.getByRole('img', { name: 'Hidden words' })).toHaveCount(3);
    await expect(text).toContainText('zebrafinch sang');
    await page.keyboard.up('Space');
    await expect(bars).toHaveCount(2);
    expect(await allThatIsThere(page)).not.toContain('zebrafinch');

    // away from the bars Space shows nothing
    await dragOverWords(page, text, 'morning');
    await page.keyboard.press('Space', { delay: 300 });
    await expect(bars).toHaveCount(2);

    // by mouse holding shows it, and leaving the window hides it
    const bar = await bars.last().boundingBox();
    if (!bar) throw new Error('the bar is in view');
    await page.mouse.move(bar.x + 40, bar.y + 12);
    await page.mouse.down();
    await expect(text).toContainText('the quokka answered');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
    await expect(bars).toHaveCount(2);
    await page.mouse.up();
    expect(await allThatIsThere(page)).not.toContain('quokka');

    // what hurts and was not flagged goes behind a bar too, also in the list
    await dragOverWords(page, text, 'wombat');
    await page.keyboard.press('Digit1');
    await expect(list.getByText('wombat')).toBeVisible();
    await dragOverWords(page, text, 'wombat');
    await page.keyboard.press('KeyF');
    await page.getByRole('radio', { name: 'abuse' }).click();
    await page.getByRole('button', { name: 'Flag and keep hidden' }).click();
    await expect(page.getByRole('img', { name: 'hidden: abuse' })).toBeVisible();
    await expect(list.getByRole('img', { name: 'Hidden words' })).toHaveCount(4);
    expect(await allThatIsThere(page)).not.toContain('wombat');
    await untilSaved(page);
    await app.close();

    const session = openProjectSession(opened.root);
    const words = readAnnotations(session.db, 'task-t').map(({ shape }) => (shape.kind === 'span' ? shape.text : ''));
    session.close();
    expect(words).toEqual(['Nobody heard', 'The 😀 zebrafinch sang', 'quokka', 'zebrafinch', 'wombat']);
    const journal = openJournal({ path: join(opened.userDataDir, 'record.db') });
    const notes = journal.records(1).flatMap((record) => (record.kind === 'exposure' ? [record.body] : []));
    journal.close();
    expect(notes.reduce((sum, { lensReveals }) => sum + lensReveals, 0)).toBe(2);
  } finally {
    await opened.close();
  }
});
