import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../electron/db/annotation-store.ts';
import { readFlags } from '../../../electron/db/item-store.ts';
import { readSubmissions } from '../../../electron/db/submission-store.ts';
import { readTask } from '../../../electron/db/task-store.ts';
import { detailsLabelSets } from '../../support/details-project.ts';
import type { MediaSource } from '../../../electron/services/media/media-source.ts';
import { HIDDEN_BAR } from '../../../shared/content/hidden-words.ts';
import { codeOfAsync } from '../../support/code-of.ts';
import {
  makeBox,
  makeImageItem,
  makeProjectFacts,
  makeSpan,
  makeTextItem,
  violence,
} from '../../support/make-facts.ts';
import { makePng } from '../../support/make-png.ts';
import { openWorkplace } from '../../support/workplace-fixture.ts';

async function textOf(media: MediaSource, url: string | null): Promise<string | null> {
  const found = url === null ? null : await media.resolve(url);
  return found ? new TextDecoder().decode(found.bytes) : null;
}

describe('a task', () => {
  it('is accepted, labelled, handed in, and the next one is served', async () => {
    const { tasks, annotations, db, activities } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
    const view = await tasks.accept('task-a');
    expect(view).toMatchObject({ id: 'task-a', showInstructions: true, item: { medium: 'image', width: 64 } });
    const state = await annotations.apply('task-a', 0, { put: [makeBox('box-1')], remove: [] });
    const { next } = await tasks.submit('task-a', state.revision);
    expect(next).toMatchObject({ id: 'task-b', showInstructions: false, place: { done: 1, total: 2 } });
    expect(readSubmissions(db)).toMatchObject([
      { taskId: 'task-a', annotations: [makeBox('box-1')], verdict: 'pending' },
    ]);
    expect(activities).toEqual(['queue', 'task', 'queue', 'task']);
  });

  it('is handed in together with the opening of the next one, or not at all', async () => {
    const { tasks, db } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
    await tasks.accept('task-a');
    db.exec(`CREATE TEMP TRIGGER refusal BEFORE UPDATE OF state ON main.task WHEN NEW.id = 'task-b'
             BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`);
    await expect(tasks.submit('task-a', 0)).rejects.toThrow();
    expect(readSubmissions(db)).toEqual([]);
    expect(readTask(db, 'task-a').state).toBe('active');
    await expect(tasks.skip('task-a', 'other', '')).rejects.toThrow();
    expect(readTask(db, 'task-a').state).toBe('active');

    db.exec('DROP TRIGGER refusal');
    expect(await tasks.submit('task-a', 0)).toMatchObject({ next: { id: 'task-b' } });
    expect(readSubmissions(db)).toMatchObject([{ taskId: 'task-a' }]);
  });

  it('is neither handed in nor followed by another while nobody is signed on: that work would be counted nowhere', async () => {
    const { tasks, db, state } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
    await tasks.accept('task-a');
    state.signedOn = false;
    expect(await codeOfAsync(() => tasks.submit('task-a', 0))).toBe('SIGNED_OFF');
    expect(readSubmissions(db)).toEqual([]);
    expect(await tasks.skip('task-a', 'other', '')).toEqual({ next: null });
  });

  it('is not handed in while a detail that its class needs is missing', async () => {
    const facts = makeProjectFacts({ labelSets: detailsLabelSets });
    const { tasks, annotations, db } = await openWorkplace([makeImageItem('a')], facts);
    await tasks.accept('task-a');
    const dog = makeBox('box-1', { classId: 'dog' });
    await annotations.apply('task-a', 0, { put: [dog], remove: [] });
    expect(await codeOfAsync(() => tasks.submit('task-a', 1))).toBe('DETAILS_MISSING');
    expect(readSubmissions(db)).toEqual([]);
    await annotations.apply('task-a', 1, { put: [{ ...dog, attributes: { coat: 'plain' } }], remove: [] });
    expect(await tasks.submit('task-a', 2)).toEqual({ next: null });
  });

  it('is blocked while the project’s folder is out of reach, and not given up for broken', async () => {
    const { tasks, root, activities } = await openWorkplace([makeImageItem('a')]);
    await rename(root, `${root}-gone`);
    expect((await tasks.accept('task-a')).item).toEqual({ medium: 'broken', code: 'PROJECT_GONE' });
    expect((await tasks.recheck('task-a')).item).toEqual({ medium: 'broken', code: 'PROJECT_GONE' });
    expect(activities.at(-1)).toBe('blocked');
    await rename(`${root}-gone`, root);
    expect((await tasks.current())?.item).toMatchObject({ medium: 'image' });
    expect(activities.at(-1)).toBe('task');
  });

  it('goes back for later with what was drawn', async () => {
    const { tasks, annotations, db } = await openWorkplace([makeImageItem('a')]);
    await tasks.accept('task-a');
    await annotations.apply('task-a', 0, { put: [makeBox('box-1')], remove: [] });
    tasks.leave('task-a');
    expect(readTask(db, 'task-a').state).toBe('open');
    expect((await tasks.accept('task-a')).state.annotations).toEqual([makeBox('box-1')]);
  });

  it('can be taken up again after it was skipped', async () => {
    const { tasks, db } = await openWorkplace([makeImageItem('a')]);
    await tasks.accept('task-a');
    expect(await tasks.skip('task-a', 'unclear', '')).toEqual({ next: null });
    expect(readTask(db, 'task-a').state).toBe('skipped');
    expect((await tasks.accept('task-a')).id).toBe('task-a');
  });

  it('is not served new while a break gate stands, but the open one can be finished', async () => {
    const { tasks, state, db } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
    await tasks.accept('task-a');
    state.gate = true;
    expect(await codeOfAsync(() => tasks.accept('task-b'))).toBe('BREAK_DUE');
    expect((await tasks.accept('task-a')).id).toBe('task-a');
    expect(await tasks.submit('task-a', 0)).toEqual({ next: null });
    expect(readTask(db, 'task-a').state).toBe('submitted');
    expect(readTask(db, 'task-b').state).toBe('open');
  });

  it('is refused when handed in from a window that saw another state of it', async () => {
    const { tasks, annotations, db } = await openWorkplace([makeImageItem('a')]);
    await tasks.accept('task-a');
    await annotations.apply('task-a', 0, { put: [makeBox('box-1')], remove: [] });
    expect(await codeOfAsync(() => tasks.submit('task-a', 0))).toBe('TASK_CHANGED_ELSEWHERE');
    expect(readSubmissions(db)).toEqual([]);
  });

  it('takes no edit once it was handed in', async () => {
    const { tasks, annotations } = await openWorkplace([makeImageItem('a')]);
    await tasks.accept('task-a');
    await tasks.submit('task-a', 0);
    const edit = { put: [makeBox('box-1')], remove: [] };
    expect(await codeOfAsync(() => annotations.apply('task-a', 0, edit))).toBe('TASK_NOT_OPEN');
    expect(await codeOfAsync(() => annotations.undo('task-a', 0))).toBe('TASK_NOT_OPEN');
  });

  it('with a missing or broken image shows why, as time the requester owes', async () => {
    const { tasks, root, activities } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
    const { rm, writeFile } = await import('node:fs/promises');
    await rm(`${root}/data/images/a.png`);
    await writeFile(`${root}/data/images/b.png`, '');
    expect((await tasks.accept('task-a')).item).toEqual({ medium: 'broken', code: 'ITEM_MISSING' });
    expect((await tasks.accept('task-b')).item).toEqual({ medium: 'broken', code: 'ITEM_BROKEN' });
    expect(activities).toEqual(['queue', 'blocked', 'queue', 'blocked']);
  });

  it('whose file was exchanged is not shown: nobody knows what stands in its place', async () => {
    const { tasks, media, root } = await openWorkplace([makeImageItem('a'), makeTextItem('t', 'A quiet day.')]);
    const { writeFile } = await import('node:fs/promises');
    const other = makePng(64, 48, () => [255, 0, 0]);
    const shown = (await tasks.accept('task-a')).item;
    await writeFile(`${root}/data/images/a.png`, other);
    await writeFile(`${root}/data/texts/t.txt`, 'A loud day.');
    expect(shown.medium).toBe('image');
    const resolved = await codeOfAsync(() => media.resolve(shown.medium === 'image' ? shown.url : ''));
    expect(resolved).toBe('ITEM_CHANGED');
    expect((await tasks.accept('task-a')).item).toEqual({ medium: 'broken', code: 'ITEM_CHANGED' });
    expect((await tasks.accept('task-t')).item).toEqual({ medium: 'broken', code: 'ITEM_CHANGED' });
  });
});

describe('a flagged item', () => {
  it('reaches the window as its derivative only, in the list as well', async () => {
    const { tasks, media } = await openWorkplace([makeImageItem('a', { flags: [violence] })]);
    const { item, flags } = await tasks.accept('task-a');
    expect(flags).toEqual({ categories: ['violence'], severity: 2, shareBp: 10_000, origins: ['requester'] });
    expect(await textOf(media, item.medium === 'image' ? item.url : null)).toBe('veiled');
    expect(await textOf(media, media.thumbnailUrl(tasks.itemOfTask('task-a')))).toBe('veiled');
  });

  it('gives its original once for each reveal, and not after 5 s', async () => {
    const { tasks, content, media, state } = await openWorkplace([makeImageItem('a', { flags: [violence] })]);
    await tasks.accept('task-a');
    const { url } = await content.reveal('task-a', 'lens', null);
    expect(await textOf(media, url)).toMatch(/PNG/);
    expect(await textOf(media, url)).toBeNull();
    const late = await content.reveal('task-a', 'lens', null);
    state.monoMs += 5_001;
    expect(await textOf(media, late.url)).toBeNull();
  });

  it('counts each reveal in milliseconds, by how much was unveiled', async () => {
    const { tasks, content, exposure, state } = await openWorkplace([makeImageItem('a', { flags: [violence] })]);
    await tasks.accept('task-a');
    const { revealId } = await content.reveal('task-a', 'lens', null);
    state.monoMs += 1_234;
    content.hide(revealId);
    content.hide(revealId);
    await content.reveal('task-a', 'colour', null);
    state.monoMs += 500;
    content.endReveal();
    expect(exposure).toMatchObject([
      { unveiledMs: 1_234, lensReveals: 1, fullReveals: 0 },
      { unveiledMs: 500, lensReveals: 0, fullReveals: 1 },
    ]);
  });

  it('is counted while it goes on too, so that a crash loses little of it', async () => {
    const { tasks, content, exposure, state } = await openWorkplace([makeImageItem('a', { flags: [violence] })]);
    await tasks.accept('task-a');
    await content.reveal('task-a', 'lens', null);
    state.monoMs += 9_000;
    content.tally();
    expect(exposure).toEqual([]);
    state.monoMs += 6_000;
    content.tally();
    expect(exposure).toMatchObject([{ unveiledMs: 15_000, lensReveals: 0 }]);
    state.monoMs += 2_000;
    content.endReveal();
    content.tally();
    expect(exposure.slice(1)).toMatchObject([{ unveiledMs: 2_000, lensReveals: 1 }]);
  });

  it('leaves no address of its task working once the task is closed', async () => {
    const { tasks, content, media } = await openWorkplace([makeImageItem('a', { flags: [violence] })]);
    const { item } = await tasks.accept('task-a');
    const { url } = await content.reveal('task-a', 'lens', null);
    tasks.leave('task-a');
    expect(await textOf(media, url)).toBeNull();
    expect(await textOf(media, item.medium === 'image' ? item.url : null)).toBeNull();
  });

  it('that is a text comes as a bar of constant length', async () => {
    const { tasks, content } = await openWorkplace([makeTextItem('t', 'words that hurt', { flags: [violence] })]);
    expect((await tasks.accept('task-t')).item).toMatchObject({ text: HIDDEN_BAR });
    expect(await content.reveal('task-t', 'lens', 0)).toMatchObject({ words: 'words that hurt', url: null });
  });

  it('sends no word that a span covers, and keeps the words of spans that come back without them', async () => {
    const { tasks, annotations, db } = await openWorkplace([
      makeTextItem('t', 'words that hurt', { flags: [violence] }),
    ]);
    await tasks.accept('task-t');
    const span = makeSpan('s', { start: 11, end: 15, text: 'hurt' });
    const { revision, ...drawn } = await annotations.apply('task-t', 0, { put: [span], remove: [] });
    const withheld = { ...span, shape: { ...span.shape, text: HIDDEN_BAR } };
    expect(drawn).toEqual({ canUndo: true, canRedo: false });
    expect((await tasks.current())?.state.annotations).toEqual([withheld]);

    const moved = { ...withheld, shape: { ...withheld.shape, start: 6, end: 10 } };
    await annotations.apply('task-t', revision, { put: [moved], remove: [] });
    expect(readAnnotations(db, 'task-t')).toEqual([makeSpan('s', { start: 6, end: 10, text: 'that' })]);
    expect((await annotations.undo('task-t', revision + 1)).changed).toEqual({ put: [withheld], remove: [] });
    expect(readAnnotations(db, 'task-t')).toEqual([span]);
  });

  it('flagged by the worker is hidden from then on, through addresses given out before as well', async () => {
    const { tasks, content, media, exposure, db } = await openWorkplace([makeImageItem('a')]);
    const { item } = await tasks.accept('task-a');
    const address = item.medium === 'image' ? item.url : null;
    expect(await textOf(media, address)).toMatch(/PNG/);
    const flagged = await content.flag('task-a', 'gore', 3, null);
    expect(flagged.flags.origins).toEqual(['worker']);
    expect(await textOf(media, address)).toBeNull();
    expect(await textOf(media, flagged.item.medium === 'image' ? flagged.item.url : null)).toBe('veiled');
    expect(exposure).toMatchObject([{ undisclosedHazards: 1 }]);
    expect(readFlags(db, 'a')).toHaveLength(1);
    // said to be one thing, it has not been disclosed as another
    await content.flag('task-a', 'gore', 2, null);
    expect(exposure).toHaveLength(1);
    await content.flag('task-a', 'hate', 2, null);
    expect(exposure).toHaveLength(2);
  });

  it('is not revealed when nothing is hidden', async () => {
    const { tasks, content } = await openWorkplace([makeImageItem('a')]);
    await tasks.accept('task-a');
    expect(await codeOfAsync(() => content.reveal('task-a', 'lens', null))).toBe('REVEAL_REFUSED');
  });
});

it('a look at a task that was handed in meanwhile takes neither the screen nor the time', async () => {
  const { tasks, activities } = await openWorkplace([makeImageItem('a'), makeImageItem('b')]);
  const { state } = await tasks.accept('task-a');
  const late = expect(tasks.recheck('task-a')).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
  const next = tasks.submit('task-a', state.revision);
  await late;
  await expect(next).resolves.toMatchObject({ next: { id: 'task-b' } });
  expect(activities.slice(-2)).toEqual(['queue', 'task']);
});
