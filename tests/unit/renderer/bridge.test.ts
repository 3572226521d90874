import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, subscribe } from '../../../renderer/bridge.ts';

/** Puts a bridge where the preload script would. */
function standIn(functions: Record<string, unknown>): void {
  vi.stubGlobal('window', { bridge: functions });
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an answer that fits the contract comes through', async () => {
  standIn({ 'project.choose': () => Promise.resolve({ ok: true, value: { path: '/a' } }) });
  expect(await call('project.choose', {})).toEqual({ ok: true, value: { path: '/a' } });
});

test('a refusal comes through', async () => {
  const refusal = { ok: false, error: { code: 'DISK_FULL', details: {} } };
  standIn({ 'project.choose': () => Promise.resolve(refusal) });
  expect(await call('project.choose', {})).toEqual(refusal);
});

test.each([
  ['an answer that breaks the contract', () => Promise.resolve({ ok: true, value: { path: 7 } })],
  ['a rejection', () => Promise.reject(new Error('gone'))],
])('%s becomes a refusal, never a throw', async (_name, answer) => {
  standIn({ 'project.choose': answer });
  expect(await call('project.choose', {})).toEqual({ ok: false, error: { code: 'INTERNAL', details: {} } });
});

test('an event that breaks the contract is dropped', () => {
  let tell: (payload: unknown) => void = () => undefined;
  standIn({
    'on:app.failed': (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
  });
  const heard: unknown[] = [];
  subscribe('app.failed', (payload) => heard.push(payload));
  tell({ code: 'DISK_FULL' });
  tell({ code: 7 });
  expect(heard).toEqual([{ code: 'DISK_FULL' }]);
});
