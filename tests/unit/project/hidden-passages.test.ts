import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyToTask, readAnnotations } from '../../../electron/db/annotation-store.ts';
import { readFlags } from '../../../electron/db/item-store.ts';
import { insertSuggestions } from '../../../electron/db/suggestion-store.ts';
import type { Flag } from '../../../shared/content/flag.ts';
import { HIDDEN_BAR } from '../../../shared/content/hidden-words.ts';
import { codeOfAsync } from '../../support/code-of.ts';
import { makeSpan, makeTextItem, violence } from '../../support/make-facts.ts';
import { openWorkplace } from '../../support/workplace-fixture.ts';

const TEXT = 'He 😀 struck the zebra twice and went home.';
const hurt = (start: number, end: number): Flag => ({ ...violence, extent: { of: 'range', start, end } });
/** "struck" and "zebra twice". */
const flags = [hurt(5, 11), hurt(16, 21), hurt(21, 27)];

async function openHidden() {
  const workplace = await openWorkplace([makeTextItem('t', TEXT, { flags })]);
  return { ...workplace, task: await workplace.tasks.accept('task-t') };
}

describe('a text with flagged passages', () => {
  it('comes with a bar for each of them, however long it is; the rest can be read', async () => {
    const { task } = await openHidden();
    expect(task.item).toEqual({
      medium: 'text',
      text: `He 😀 ${HIDDEN_BAR} the ${HIDDEN_BAR} and went home.`,
      bars: [
        { start: 5, end: 11, categories: ['violence'] },
        { start: 16, end: 27, categories: ['violence'] },
      ],
      language: 'en',
      direction: 'ltr',
      parts: [],
    });
    expect(task.flags).toMatchObject({
      shareBp: Math.ceil((6 / 42) * 10_000) + Math.ceil((5 / 42) * 10_000) + Math.ceil((6 / 42) * 10_000),
    });
  });

  it('gives the words of one bar while it is looked at, and counts it', async () => {
    const { content, state, exposure } = await openHidden();
    const { revealId, words } = await content.reveal('task-t', 'lens', 1);
    expect(words).toBe('zebra twice');
    state.monoMs += 900;
    content.hide(revealId);
    expect(exposure.at(-1)).toMatchObject({ unveiledMs: 900, lensReveals: 1, fullReveals: 0 });
    for (const bar of [null, 2, 99]) {
      expect(await codeOfAsync(() => content.reveal('task-t', 'lens', bar))).toBe('REVEAL_REFUSED');
    }
  });

  it('gives and counts nothing once its task is left, or its worker signed off, while the words are read', async () => {
    const { content, state, exposure, tasks } = await openHidden();
    const unsigned = codeOfAsync(() => content.reveal('task-t', 'lens', 1));
    state.signedOn = false;
    expect(await unsigned).toBe('SIGNED_OFF');
    state.signedOn = true;
    const late = codeOfAsync(() => content.reveal('task-t', 'lens', 1));
    tasks.leave('task-t');
    expect(await late).toBe('TASK_NOT_OPEN');
    state.monoMs += 60_000;
    content.endReveal();
    expect(exposure).toEqual([]);
  });

  it('counts both of two looks that were asked for at once', async () => {
    const { content, exposure } = await openHidden();
    await Promise.all([0, 1].map((bar) => content.reveal('task-t', 'lens', bar)));
    content.endReveal();
    expect(exposure.map(({ lensReveals }) => lensReveals)).toEqual([1, 1]);
  });

  it('keeps a span over a bar with its own words, and shows the bar for them', async () => {
    const { annotations, tasks, db } = await openHidden();
    const drawn = makeSpan('s', { start: 3, end: 31, text: `😀 ${HIDDEN_BAR} the ${HIDDEN_BAR} and` });
    const plain = makeSpan('p', { start: 32, end: 36, text: 'went' });
    const partly = makeSpan('q', { start: 6, end: 15, text: `${HIDDEN_BAR} the` });
    await annotations.apply('task-t', 0, { put: [drawn, plain, partly], remove: [] });
    expect((await tasks.current())?.state.annotations).toEqual([plain, partly, drawn]);
    expect(readAnnotations(db, 'task-t').map(({ shape }) => shape.kind === 'span' && shape.text)).toEqual([
      'went',
      'truck the',
      '😀 struck the zebra twice and',
    ]);
  });

  it('refuses a span whose words are neither its own nor the bar', async () => {
    const { annotations } = await openHidden();
    for (const text of ['struck', HIDDEN_BAR.slice(1), `${HIDDEN_BAR}x`]) {
      const wrong = makeSpan('s', { start: 5, end: 12, text });
      expect(await codeOfAsync(() => annotations.apply('task-t', 0, { put: [wrong], remove: [] }))).toBe(
        'ANNOTATION_INVALID',
      );
    }
  });

  it('shows the bar in suggestions too, and takes one as it was suggested', async () => {
    const { db, tasks, annotations } = await openWorkplace([makeTextItem('t', TEXT, { flags })]);
    const { id, classId } = makeSpan('g', { start: 5, end: 11, text: 'struck' });
    const more = [{ start: 12, end: 15, text: 'the' }];
    const shape = { kind: 'span' as const, start: 5, end: 11, text: 'struck', more };
    insertSuggestions(db, 't', [{ id, classId, shape, score: null, source: 'model' }]);
    const { suggestions } = await tasks.accept('task-t');
    expect(suggestions[0]?.shape).toMatchObject({ text: HIDDEN_BAR, more: [{ text: 'the' }] });
    const accepted = { id, classId, origin: 'accepted' as const, order: 0, shape: suggestions[0]?.shape ?? shape };
    await annotations.apply('task-t', 0, { put: [accepted], remove: [] });
    expect(readAnnotations(db, 'task-t')[0]?.shape).toEqual(shape);
  });

  it('gets one bar more where the worker flags words, and one for all when the place is not in the text', async () => {
    const { content, annotations, db } = await openHidden();
    await annotations.apply('task-t', 0, { put: [makeSpan('s', { start: 37, end: 41, text: 'home' })], remove: [] });
    const flagged = await content.flag('task-t', 'abuse', 1, { start: 32, end: 41 });
    expect(flagged.item).toMatchObject({ text: `He 😀 ${HIDDEN_BAR} the ${HIDDEN_BAR} and ${HIDDEN_BAR}.` });
    expect((await annotations.undo('task-t', 1)).changed.remove).toEqual(['s']);
    expect((await annotations.redo('task-t', 2)).changed.put[0]?.shape).toMatchObject({ text: HIDDEN_BAR });
    expect(readFlags(db, 't').at(-1)?.extent).toEqual({ of: 'range', start: 32, end: 41 });
    expect((await content.flag('task-t', 'abuse', 1, { start: 3, end: 400 })).item).toMatchObject({ text: HIDDEN_BAR });
  });

  it('is not opened when a stored span says other words than stand at its place: nothing is shifted in silence', async () => {
    const { tasks, db } = await openWorkplace([makeTextItem('t', TEXT)]);
    const span = makeSpan('s', { start: 16, end: 21, text: 'zebra' });
    applyToTask(db, 'task-t', 0, { put: [span], remove: [] });
    expect((await tasks.accept('task-t')).item).toMatchObject({ medium: 'text' });
    const moved = makeSpan('s', { start: 15, end: 20, text: 'zebra' });
    applyToTask(db, 'task-t', 1, { put: [moved], remove: [] });
    expect((await tasks.current())?.item).toEqual({ medium: 'broken', code: 'SPANS_DIFFER' });
  });

  it('is not opened when its file is another one than the project was made with', async () => {
    const { tasks, root } = await openWorkplace([makeTextItem('t', TEXT)]);
    await writeFile(join(root, 'data/texts/t.txt'), `x${TEXT}`);
    expect((await tasks.accept('task-t')).item).toEqual({ medium: 'broken', code: 'ITEM_CHANGED' });
  });
});
