import { expect, test } from 'vitest';
import { firstSession, reduceSession } from '../../../../renderer/app/session.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { bringPicturesEarly } from '../../../../renderer/canvas/early-picture.ts';
import { makeTaskView } from '../../../support/make-views.ts';

const image = (id: string) =>
  makeTaskView(id, { item: { medium: 'image', url: `media://item/${id}`, width: 10, height: 10 } });

test('the picture of a task that opens is asked for at once, and once', () => {
  const asked: string[] = [];
  const store = createStore(firstSession, reduceSession);
  const stop = bringPicturesEarly(store, { prefetch: (url) => void asked.push(String(url)) });
  store.send({ type: 'task opened', task: image('a') });
  store.send({ type: 'reading', open: true });
  store.send({ type: 'task refreshed', taskId: 'a', task: image('a') });
  store.send({ type: 'task opened', task: image('b') });
  expect(asked).toEqual(['media://item/a', 'media://item/b']);
  stop();
  store.send({ type: 'task opened', task: image('c') });
  expect(asked).toHaveLength(2);
});

test('no picture is asked for while another screen is before the worker, nor for a text or a broken item', () => {
  const asked: string[] = [];
  const store = createStore(firstSession, reduceSession);
  bringPicturesEarly(store, { prefetch: (url) => void asked.push(String(url)) });
  store.send({ type: 'task opened', task: makeTaskView('t', { item: { medium: 'broken', code: 'ITEM_BROKEN' } }) });
  store.send({ type: 'went', place: 'my-time' });
  store.send({ type: 'task refreshed', taskId: 't', task: image('t') });
  expect(asked).toEqual([]);
});
