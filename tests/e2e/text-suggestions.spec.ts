import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { inProject } from '../../scripts/lib/project.mjs';
import { HIDDEN_BAR } from '../../shared/content/hidden-words.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import { drag, wordsInWindow } from '../support/hands.ts';
import { makeProjectFacts, makeTextItem, violence } from '../support/make-facts.ts';
import { closeInstructions, openAppOn, storedAnnotations, untilReady, untilSaved } from '../support/open-project.ts';
import { questionsLabelSet } from '../support/questions-project.ts';

const WORDS = 'Everyone has the right to rest. No one shall be held in slavery. Work is paid.';
const SECRET = 'held in slavery';
const at = (words: string) => [WORDS.indexOf(words), WORDS.indexOf(words) + words.length] as const;
const span = (words: string, score: number) => {
  const [start, end] = at(words);
  return { start, end, label: 'Claim', score };
};
const predictions = {
  text: WORDS,
  file_name: 'data/texts/one.txt',
  spans: [span('right to rest', 0.9), span(SECRET, 0.8), span('Work is paid', 0.7)],
  label: 'News',
  responses: { 'How plain is it?': [{ value: 4 }], 'Say it in one sentence': [{ value: 'It tells of slavery.' }] },
};

const OTHER = 'Everyone has the right to rest.\nEveryone has the right to work, and to holidays with pay.';
const entity = (id: number, words: string, label: string) => {
  const start = OTHER.indexOf(words);
  return { id, start_offset: start, end_offset: start + words.length, label };
};
/** Spans whose borders are not quite right, and relations between them, in one line and over two. */
const joined = {
  text: OTHER,
  file_name: 'data/texts/two.txt',
  entities: [entity(1, 'Everyone', 'Holder'), entity(2, 'right to re', 'Claim'), entity(3, 'holidays', 'Claim')],
  relations: [
    { id: 1, from_id: 1, to_id: 2, type: 'has' },
    { id: 2, from_id: 1, to_id: 3, type: 'has' },
  ],
};
const labelSet: LabelSet = {
  ...questionsLabelSet,
  classes: [
    ...questionsLabelSet.classes,
    { id: 'holder', name: 'Holder', colour: 8, kinds: ['span'] },
    { id: 'has', name: 'has', colour: 0, kinds: ['relation'], relation: { from: ['holder'], to: ['claim'] } },
    { id: 'lacks', name: 'lacks', colour: 4, kinds: ['relation'] },
  ],
};

/** What is on disk: class, words or value, and where it comes from. */
async function stored(page: Page): Promise<string[]> {
  await untilSaved(page);
  return (await storedAnnotations(page)).map(({ classId, origin, shape }) => {
    const said = shape.kind === 'span' ? shape.text : shape.kind === 'rating' ? String(shape.value) : shape.kind;
    return `${classId} ${said} ${origin}`;
  });
}

const painted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (highlight) =>
      [...(CSS.highlights.get(highlight) ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    name,
  );

test('predictions are seen in the text and beside the questions, hidden words as bars, and answered one by one', async () => {
  const [start, end] = at(SECRET);
  const item = makeTextItem('one', WORDS, { flags: [{ ...violence, extent: { of: 'range', start, end } }] });
  const first = await openAppOn([item, makeTextItem('two', OTHER)], undefined, {
    labelSets: [...makeProjectFacts().labelSets.slice(0, 1), labelSet],
  });
  const opened = await first.killAndRestart(async () => {
    const file = join(first.root, '..', 'predictions.jsonl');
    await writeFile(file, [predictions, joined].map((line) => JSON.stringify(line)).join('\n'));
    const words = [inProject('cli', 'fairmark.ts'), 'import', first.root, file, '--as', 'suggestions', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'jsonl-text', added: 11, refused: {}, unknownClasses: {} });
  });
  const { page } = opened;
  try {
    await page.getByRole('button', { name: 'Accept Text one' }).click();
    await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    await page.getByRole('button', { name: 'Go on without looking' }).click();

    // over the untouched words, the hidden ones as the bar that stands in the text
    await expect.poll(() => painted(page, 'suggested')).toEqual(['right to rest', HIDDEN_BAR, 'Work is paid']);
    const list = page.getByTestId('suggestions');
    await expect(list.getByRole('heading')).toHaveText('3 suggestions');
    // a model's own words about a hidden text would tell what is in it
    const all = `${await page.content()} ${JSON.stringify(await page.evaluate(() => window.bridge['task.current']({})))}`;
    for (const words of [SECRET, 'It tells of slavery']) expect(all).not.toContain(words);

    // by keyboard: looked at one after the other, accepted, rejected, accepted over the bar
    await page.getByTestId('text').focus();
    await page.keyboard.press('KeyW');
    await expect.poll(() => painted(page, 'suggested-looked')).toEqual(['right to rest']);
    await page.keyboard.press('KeyA');
    await expect.poll(() => painted(page, 'suggested-looked')).toEqual([HIDDEN_BAR]);
    await page.keyboard.press('KeyA');
    await page.keyboard.press('KeyQ');
    await expect.poll(() => painted(page, 'suggested')).toEqual([]);

    // beside the questions, by mouse: accepted as it is, accepted and changed, and one answer instead of another
    const question = (name: string) => page.getByRole('group', { name: new RegExp(`^${name}`) });
    await question('How plain is it')
      .getByRole('button', { name: /^Accept the suggestion/ })
      .click();
    await expect(page.getByRole('radio', { name: '4', exact: true })).toBeChecked();
    await page.locator('[data-question^=rating]').getByText('2', { exact: true }).click();
    await question('What kind of text').getByText('Opinion').click();
    await expect(question('What kind of text').getByText('Suggested: News')).toBeVisible();
    expect(await stored(page)).toEqual([
      'claim right to rest accepted',
      `claim ${HIDDEN_BAR} accepted`,
      'plain 2 edited',
      'opinion class hand',
    ]);
    // all that still waits at once: what was answered by hand in its place goes
    await page.getByTestId('text').focus();
    await page.keyboard.press('Shift+KeyA');
    await expect(page.getByRole('radio', { name: 'News' })).toBeChecked();
    expect((await stored(page)).slice(3)).toEqual(['news class accepted']);

    await page.getByRole('button', { name: 'Put back' }).click();
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Text two' }).click();
    await untilReady(page, 'workspace');
    await answersRelations(page);
  } finally {
    await opened.close();
  }
});

/** Relations are seen as dashed arcs and spans as they are; both are changed while they are accepted, by hand and by keys. */
async function answersRelations(page: Page): Promise<void> {
  const arcs = page.getByTestId('arcs').locator('[data-suggested="true"]');
  // the second one lies over two lines, with a part in each
  await expect(arcs).toHaveCount(3);
  await expect.poll(() => painted(page, 'suggested')).toEqual(['Everyone', 'right to re', 'holidays']);

  // an end of a suggested span dragged to where the word ends: accepted with it, as edited, and undone in one step
  const text = page.getByTestId('text');
  const { x, y } = await wordsInWindow(text, 'right to re');
  await page.mouse.click(x, y);
  const status = page.getByTestId('mark-bar').getByRole('status');
  await expect(status).toContainText('Suggested Claim: right to re.');
  const knob = await page.getByTestId('grip-end').locator('div').boundingBox();
  if (!knob) throw new Error('the end of the span cannot be taken');
  const rest = await wordsInWindow(text, 'rest');
  const from = { x: knob.x + knob.width / 2, y: knob.y + knob.height / 2 };
  await drag(page, from, { x: rest.x + 14, y: from.y });
  await expect.poll(() => stored(page)).toEqual(['claim right to rest edited']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => stored(page)).toEqual([]);
  await expect.poll(() => painted(page, 'suggested')).toEqual(['Everyone', 'right to re', 'holidays']);

  // the same by keys, from one that was looked at; the next key goes on with it
  await page.mouse.click(x, y);
  await page.keyboard.press('Period');
  await page.keyboard.press('Period');
  await expect.poll(() => stored(page)).toEqual(['claim right to rest edited']);

  // a relation is looked at by pressing on it, and takes the ends along that still wait; a digit gives it another type
  await arcs.getByText('has?').first().click();
  await expect(status).toContainText('Suggested has: from Everyone to right to rest');
  await page.keyboard.press('KeyA');
  await expect
    .poll(() => stored(page))
    .toEqual(['claim right to rest edited', 'holder Everyone accepted', 'has relation accepted']);
  await expect(arcs).toHaveCount(2);
  await arcs.getByText('has?').first().click();
  await page.getByRole('button', { name: 'lacks', exact: true }).click();
  await expect
    .poll(async () => (await stored(page)).slice(3))
    .toEqual(['claim holidays accepted', 'lacks relation edited']);
  await expect(page.getByTestId('suggestions')).toBeHidden();
}
