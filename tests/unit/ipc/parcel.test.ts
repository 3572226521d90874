import { expect, test } from 'vitest';
import { packAnswer, packInput, unpackAnswer, unpackInput } from '../../../shared/ipc/parcel.ts';

const input = { taskId: 'task-a', revision: 3, edit: { put: [], remove: ['box-1'] } };
const refusal = { ok: false, error: { code: 'DISK_FULL', details: {} } } as const;

test('a call that carries annotations crosses as text, there and back', () => {
  const sent = packInput('annotation.apply', input);
  expect(typeof sent).toBe('string');
  expect(unpackInput(sent)).toEqual(input);
  const answer = { ok: true, value: { task: { id: 'task-a' } } } as const;
  const came = packAnswer('task.current', answer);
  expect(came).toEqual({ ok: true, json: '{"task":{"id":"task-a"}}' });
  expect(unpackAnswer(came)).toEqual(answer);
});

test('a small call and every refusal cross as they are', () => {
  expect(packInput('project.open', { path: '/a' })).toEqual({ path: '/a' });
  expect(packAnswer('project.choose', { ok: true, value: { path: '/a' } })).toEqual({
    ok: true,
    value: { path: '/a' },
  });
  expect(packAnswer('task.current', refusal)).toBe(refusal);
  expect(unpackAnswer(refusal)).toBe(refusal);
});

test.each(['', '{', 'undefined', '{"a":1}x'])('text that is no JSON (%j) is nothing that a contract takes', (text) => {
  expect(unpackInput(text)).toBeUndefined();
});
