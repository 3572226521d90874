import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyToTask } from '../../../electron/db/annotation-store.ts';
import { countRejected, lastSubmissions } from '../../../electron/db/submission-store.ts';
import { codeOfAsync } from '../../support/code-of.ts';
import { handIn } from '../../support/hand-in.ts';
import { makeBox, makeImageItem, makeSpan, makeTextItem, violence } from '../../support/make-facts.ts';
import { openWorkplace } from '../../support/workplace-fixture.ts';

const words = { ...violence, extent: { of: 'range', start: 12, end: 22 } } as const;

async function openReview() {
  const place = await openWorkplace([
    makeImageItem('a'),
    makeImageItem('f', { flags: [violence] }),
    makeTextItem('t', 'There was a zebrafinch here.', { flags: [words] }),
  ]);
  handIn(place.db, {
    'task-a': [makeBox('b1')],
    'task-f': [makeBox('b2')],
    'task-t': [makeSpan('s1', { start: 12, end: 22, text: 'zebrafinch' })],
  });
  return place;
}

const submission = (item: string): string => `submission-task-${item}`;

describe('what was handed in is looked at', () => {
  it('over its item, as it was handed in, whatever became of the task’s annotations since', async () => {
    const { db, reviews, media } = await openReview();
    db.prepare("UPDATE task SET state = 'active' WHERE id = 'task-a'").run();
    applyToTask(db, 'task-a', 0, { put: [makeBox('b9', { classId: 'dog' })], remove: [] });
    const seen = await reviews.open(submission('a'), 'requester');
    expect(seen).toMatchObject({ title: 'Image a', verdict: 'pending', annotations: [makeBox('b1')], flags: null });
    const url = seen.item.medium === 'image' ? seen.item.url : '';
    expect((await media.resolve(url))?.mime).toBe('image/png');
  });

  it('leaving the open task’s picture its address, and none of its own once it is put away', async () => {
    const { db, reviews, media, tasks } = await openReview();
    db.prepare("UPDATE task SET state = 'open' WHERE id = 'task-a'").run();
    const { item } = await tasks.accept('task-a');
    const seen = await reviews.open(submission('a'), 'requester');
    const [own, theirs] = [item, seen.item].map((one) => (one.medium === 'image' ? one.url : ''));
    expect(await media.resolve(own ?? '')).not.toBeNull();
    reviews.leave();
    expect(await media.resolve(theirs ?? '')).toBeNull();
    expect(await media.resolve(own ?? '')).not.toBeNull();
  });

  it('with its words, and no further, when the file is no longer what was labelled', async () => {
    const { root, reviews } = await openReview();
    await writeFile(join(root, 'data/images/a.png'), 'no picture');
    const seen = await reviews.open(submission('a'), 'requester');
    expect(seen.item.medium).toBe('broken');
    expect(seen.annotations).toHaveLength(1);
  });

  it('is refused when nobody handed it in', async () => {
    const { reviews } = await openReview();
    expect(await codeOfAsync(() => reviews.open('submission-none', 'worker'))).toBe('SUBMISSION_NOT_FOUND');
  });
});

describe('what is flagged', () => {
  it('comes veiled: a derivative, and bars for words, in the marks too', async () => {
    const { reviews, media } = await openReview();
    const picture = await reviews.open(submission('f'), 'requester');
    const bytes = await media.resolve(picture.item.medium === 'image' ? picture.item.url : '');
    expect(Buffer.from(bytes?.bytes ?? []).toString()).toBe('veiled');
    const text = await reviews.open(submission('t'), 'worker');
    expect(text.flags).toMatchObject({ categories: ['violence'] });
    expect(JSON.stringify(text)).not.toContain('zebrafinch');
  });

  it('is unveiled while it is looked at only, once, and counted from then on', async () => {
    const { reviews, media, content, reviewed, state } = await openReview();
    expect(await codeOfAsync(() => reviews.reveal(submission('f'), 'lens', null))).toBe('REVEAL_REFUSED');
    await reviews.open(submission('f'), 'requester');
    expect(reviewed).toEqual([]);
    const { revealId, url } = await reviews.reveal(submission('f'), 'lens', null);
    expect((await media.resolve(url ?? ''))?.mime).toBe('image/png');
    expect(await media.resolve(url ?? '')).toBeNull();
    state.monoMs += 11_000;
    content.tally();
    state.monoMs += 1500;
    content.hide(revealId);
    expect(reviewed).toEqual(['looked at Image f', 'saw 11000 ms', 'saw 1500 ms']);
    const late = await reviews.reveal(submission('f'), 'lens', null);
    await reviews.open(submission('t'), 'requester');
    expect(await media.resolve(late.url ?? '')).toBeNull();
    expect(reviewed.slice(3)).toEqual(['looked at Image f', 'saw 0 ms', 'put away']);
    expect(await reviews.reveal(submission('t'), 'lens', 0)).toMatchObject({ words: 'zebrafinch' });
  });

  it('is not unveiled, nor counted, once it was put away while its words were read', async () => {
    const { reviews, content, reviewed, state } = await openReview();
    await reviews.open(submission('t'), 'requester');
    const late = codeOfAsync(() => reviews.reveal(submission('t'), 'lens', 0));
    reviews.leave();
    expect(await late).toBe('REVEAL_REFUSED');
    state.monoMs += 60_000;
    content.tally();
    content.endReveal();
    expect(reviewed).toEqual(['put away']);
  });

  it('is not unveiled while signed off, when no look would be counted', async () => {
    const { reviews, reviewed, state } = await openReview();
    await reviews.open(submission('f'), 'requester');
    state.signedOn = false;
    expect(await codeOfAsync(() => reviews.reveal(submission('f'), 'lens', null))).toBe('SIGNED_OFF');
    expect(reviewed).toEqual([]);
  });
});

it('a verdict is told in lists with its reason, and the newest rejection leads to the work', async () => {
  const { db, reviews } = await openReview();
  expect(countRejected(db)).toBeNull();
  reviews.accept([submission('a')]);
  reviews.reject(submission('f'), { code: 'inaccurate', reason: '  Too large.  ', places: ['b2', 'gone'] });
  expect((await reviews.open(submission('f'), 'worker')).rejectedPlaces).toEqual(['b2']);
  reviews.accept([submission('f')]);
  expect((await reviews.open(submission('f'), 'worker')).rejectedPlaces).toEqual([]);
  reviews.reject(submission('f'), { code: 'inaccurate', reason: 'Too large.' });
  expect(
    reviews.list().map(({ title, verdict, reason, annotations }) => [title, verdict, reason, annotations]),
  ).toEqual([
    ['Image a', 'accepted', '', 1],
    ['Image f', 'rejected', 'Too large.', 1],
    ['Text t', 'pending', '', 1],
  ]);
  expect(countRejected(db)).toEqual({ count: 1, newestId: submission('f') });
  expect(lastSubmissions(db, ['task-f', 'task-none']).get('task-f')).toEqual({
    id: submission('f'),
    verdict: 'rejected',
  });
});
