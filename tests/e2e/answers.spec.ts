import { expect, type Page, test } from '@playwright/test';
import type { Shape } from '../../shared/annotation/annotation.ts';
import type { NewItem } from '../../electron/services/project/create-project.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import { makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import {
  goOn,
  acceptFirstTask,
  openAppOn,
  type OpenedApp,
  storedAnnotations,
  untilReady,
  untilSaved,
} from '../support/open-project.ts';
import { dragOverWords, drawBox } from '../support/hands.ts';
import { comparedWords, makeComparedItem, questionsLabelSet } from '../support/questions-project.ts';

const [images] = makeProjectFacts().labelSets;
/** Answers are shuffled: those of the text "one" happen to stay as they are, those of "two" change places. */
const labelSets: LabelSet[] = [
  {
    medium: 'image',
    classes: [
      ...(images?.classes ?? []),
      {
        id: 'sharp',
        name: 'How sharp is it?',
        colour: 5,
        kinds: ['rating'],
        required: true,
        rating: { from: 1, to: 5 },
      },
    ],
  },
  { ...questionsLabelSet, shuffleAnswers: true },
];
const open = (...more: readonly NewItem[]): Promise<OpenedApp> =>
  openAppOn([makeComparedItem('one'), ...more], undefined, { labelSets });

/** What is on disk, by class. */
async function stored(page: Page): Promise<Record<string, Shape>> {
  await untilSaved(page);
  return Object.fromEntries((await storedAnnotations(page)).map(({ classId, shape }) => [classId, shape]));
}

const shown = ['answer-1', 'answer-2'];

test('every question is answered by keyboard alone, and a task without a needed answer is not handed in', async () => {
  const opened = await open();
  const { page } = opened;
  try {
    await acceptFirstTask(page, 'Text one');
    await page.keyboard.press('Control+Enter');
    const missing = page.getByTestId('missing-answers');
    await expect(missing).toContainText('3 questions still need an answer');
    // the focus is where the first answer is missing
    await expect(page.getByRole('radio', { name: 'News' })).toBeFocused();
    await page.keyboard.press('Digit2');
    await expect(page.getByRole('radio', { name: 'Opinion' })).toBeChecked();
    await expect(missing).toContainText('2 questions');

    // to the first question without an answer: the tags
    await page.getByTestId('text').focus();
    await page.keyboard.press('Shift+KeyD');
    await expect(page.getByRole('checkbox', { name: 'Law' })).toBeFocused();
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Digit2');
    await page.keyboard.press('Digit1');

    await page.keyboard.press('Shift+KeyD');
    await expect(page.getByRole('radio', { name: '1, hard to read' })).toBeFocused();
    for (const radio of await page.getByRole('radio', { name: /^[1-5]/ }).all()) await expect(radio).not.toBeChecked();
    await page.keyboard.press('Digit4');
    await page.keyboard.press('ArrowRight');

    await page.keyboard.press('Shift+KeyD');
    await expect(page.getByRole('textbox', { name: 'Say it in one sentence' })).toBeFocused();
    await page.keyboard.type('Rest is yours 1 2.');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Answer A: no place yet' })).toBeFocused();
    await page.keyboard.press('Digit1');
    await page.getByRole('button', { name: 'Answer B: no place yet' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'Answer B: place 1' })).toBeFocused();

    await page.getByRole('radio', { name: 'Answer A is better' }).focus();
    await page.keyboard.press('Digit2');
    await page.keyboard.press('Control+Enter');
    await expect(missing).toContainText('Which answer is better? (not finished)');
    await page.getByRole('textbox', { name: 'Why?' }).focus();
    await page.keyboard.type('Short.');
    expect(await stored(page)).toEqual({
      opinion: { kind: 'class' },
      work: { kind: 'tag' },
      plain: { kind: 'rating', value: 5 },
      gist: { kind: 'free-text', text: 'Rest is yours 1 2.' },
      order: { kind: 'ranking', places: [['answer-2'], ['answer-1']], shown },
      better: { kind: 'preference', outcome: 'preferred', preferred: 'answer-2', reason: 'Short.', shown },
    });

    // one step an answer: the reason was typed in one go
    await page.getByTestId('text').focus();
    await page.keyboard.press('Control+KeyZ');
    await expect(page.getByRole('textbox', { name: 'Why?' })).toHaveValue('');
    await page.keyboard.press('Control+KeyZ');
    await expect(page.getByRole('radio', { name: 'Answer B is better' })).not.toBeChecked();
    await page.keyboard.press('Control+Shift+KeyZ');
    await page.keyboard.press('Control+Shift+KeyZ');
    await untilSaved(page);
    // handed in from within a field
    await page.getByRole('textbox', { name: 'Why?' }).press('Control+Enter');
    await untilReady(page, 'browse');

    // the requester reads what was answered before judging it, and which answer came from where
    await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
    await page.getByRole('button', { name: 'Look at what was handed in: Text one' }).click();
    const handedIn = page.getByTestId('handed-in-answers');
    await expect(page.getByTestId('text')).toContainText('Everyone has the right to rest.');
    await expect(handedIn).toContainText('How plain is it?5');
    await expect(handedIn).toContainText('Best answer firstAnswer B (a model) > Answer A (a person)');
    await expect(handedIn).toContainText('Answer B (a model) is better: Short.');
  } finally {
    await opened.close();
  }
});

test('the smallest window has room: the list ends inside it, and the bar under a text stays off the questions', async () => {
  const opened = await open();
  const { page } = opened;
  try {
    await page.setViewportSize({ width: 900, height: 600 });
    const list = page.getByTestId('task-list');
    await list.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    // but for a part of a pixel
    await expect(list).toBeInViewport({ ratio: 0.99 });
    await acceptFirstTask(page, 'Text one');
    const questions = await page.getByTestId('answers').boundingBox();
    const bar = page.getByTestId('mark-bar').getByRole('button');
    expect(await bar.count()).toBeGreaterThan(4);
    for (const button of await bar.all()) {
      const box = await button.boundingBox();
      expect(box && questions && box.x + box.width <= questions.x).toBe(true);
    }
  } finally {
    await opened.close();
  }
});

test('by mouse too: chosen, dragged into order, tied, taken back; shuffled answers, and questions beside a picture', async () => {
  const IMAGE = { width: 400, height: 300 };
  const image = makeImageItem('a', { bytes: makePng(IMAGE.width, IMAGE.height) });
  const opened = await open(makeComparedItem('two'), image);
  const { page } = opened;
  try {
    await acceptFirstTask(page, 'Text one');
    // the answers stand side by side under the prompt, and are marked as any text is
    const [prompt, answerA, answerB] = ['Prompt', 'Answer A', 'Answer B'].map((name) =>
      page.getByRole('group', { name, exact: true }),
    );
    const [over, left, right] = await Promise.all([prompt, answerA, answerB].map(async (part) => part?.boundingBox()));
    if (!over || !left || !right) throw new Error('the parts are shown');
    expect(left.y).toBeGreaterThan(over.y + over.height);
    expect([right.y, right.x > left.x + left.width]).toEqual([left.y, true]);
    await dragOverWords(page, page.getByTestId('text'), 'thing which');
    await page.keyboard.press('Digit1');
    const { text } = comparedWords;
    const start = Array.from(text.slice(0, text.indexOf('thing which'))).length;
    await expect
      .poll(async () => (await stored(page))['claim'])
      .toEqual({ kind: 'span', start, end: start + 11, text: 'thing which' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyZ');

    await page.getByText('News', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Work' }).check();
    await page.locator('[data-question^=rating]').getByText('3', { exact: true }).click();
    const first = page.locator('[data-option="answer-1"]');
    const second = page.locator('[data-option="answer-2"]');
    await first.getByRole('button', { name: 'Move up: Answer A' }).click();
    await second.dragTo(first, { targetPosition: { x: 60, y: 4 } });
    await expect(second).toHaveAttribute('data-placed', 'true');
    expect((await stored(page))['order']).toEqual({ kind: 'ranking', places: [['answer-2'], ['answer-1']], shown });
    await page.getByRole('button', { name: 'Same place as the one above: Answer A' }).click();
    expect((await stored(page))['order']).toEqual({ kind: 'ranking', places: [['answer-2', 'answer-1']], shown });
    await page.getByRole('button', { name: 'Take back the answer: Best answer first' }).click();
    await page.getByText('Both are bad').click();
    expect(await stored(page)).toEqual({
      news: { kind: 'class' },
      work: { kind: 'tag' },
      plain: { kind: 'rating', value: 3 },
      better: { kind: 'preference', outcome: 'both-bad', reason: '', shown },
    });

    // shuffled answers are read aloud in the order in which they are seen, and marked words are still their own
    const goTo = async (title: string) => {
      await page.getByRole('button', { name: 'Put back' }).click();
      await untilReady(page, 'browse');
      await page.getByRole('button', { name: `Accept ${title}` }).click();
      await untilReady(page, 'workspace');
    };
    await goTo('Text two');
    const read = await page
      .getByTestId('text')
      .getByRole('group')
      .evaluateAll((all) => all.map((part) => `${part.ariaLabel}: ${part.textContent?.split('\n')[0]}`));
    expect(read.slice(1)).toEqual(['Answer A: Resting is a thing which shall be granted.', 'Answer B: You may rest.']);
    await dragOverWords(page, page.getByTestId('text'), 'Nobody may');
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await stored(page))['claim']).toMatchObject({ text: 'Nobody may' });

    // beside a picture questions are asked and answered as beside a text
    await goTo('Image a');
    await expect(page.getByRole('heading', { name: 'About the whole picture' })).toBeVisible();
    await drawBox(page, IMAGE, { x: 40, y: 60, width: 120, height: 100 });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('missing-answers')).toContainText('1 question still needs an answer');
    await page.keyboard.press('Digit4');
    await expect(page.getByRole('radio', { name: '4', exact: true })).toBeChecked();
    expect(await stored(page)).toMatchObject({ cat: { kind: 'box' }, sharp: { kind: 'rating', value: 4 } });
  } finally {
    await opened.close();
  }
});

test('words that were said to be saved outlive a kill, and those just typed outlive closing the window', async () => {
  let opened = await open();
  try {
    await acceptFirstTask(opened.page, 'Text one');
    const field = (page: Page) => page.getByRole('textbox', { name: 'Say it in one sentence' });
    await field(opened.page).pressSequentially('قال', { delay: 5 });
    await expect(opened.page.getByTestId('saved')).toHaveAttribute('data-state', 'saving');
    await untilSaved(opened.page);
    opened = await opened.killAndRestart();
    await goOn(opened.page);
    await expect(field(opened.page)).toHaveValue('قال');
    // typed, and the window closed at once
    await field(opened.page).press('Control+End');
    await field(opened.page).pressSequentially(' ثم');
    const ended = opened.app.waitForEvent('close');
    await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
    opened = await opened.killAndRestart();
    await goOn(opened.page);
    await expect(field(opened.page)).toHaveValue('قال ثم');
  } finally {
    await opened.close();
  }
});
