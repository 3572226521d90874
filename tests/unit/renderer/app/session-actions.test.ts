import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../shared/core/error-codes.ts';
import type { ProjectCare } from '../../../../shared/project/care.ts';
import { firstSession, reduceSession } from '../../../../renderer/app/session.ts';
import { type Call, createSessionActions } from '../../../../renderer/app/session-actions.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { makeLive } from '../../../support/make-live.ts';
import { makeProjectView, makeTaskView } from '../../../support/make-views.ts';

const task = makeTaskView('task-1');
const defaults: Readonly<Record<string, unknown>> = {
  'app.info': { version: '1', projectsDir: '/p', openPath: null },
  'settings.read': firstSession.settings,
  'project.open': makeProjectView(),
  'task.current': { task: null },
  'task.accept': task,
  'project.sample': { path: '/p/sample' },
  'project.choose': { path: null },
};

/** The actions on a main process that answers as told, or refuses by code, and notes what it was asked. */
function open(
  answers: Readonly<Record<string, unknown>> = {},
  refusals: Readonly<Record<string, ErrorCode>> = {},
  answering: Readonly<Record<string, (input: unknown) => unknown>> = {},
) {
  const asked: string[] = [];
  const call = ((channel: string, input: { readonly screen?: string }) => {
    asked.push(input.screen === undefined ? channel : `${channel} ${input.screen}`);
    const code = refusals[channel];
    if (code) return Promise.resolve({ ok: false, error: { code, details: {} } });
    const own = answering[channel];
    if (own) return Promise.resolve({ ok: true, value: own(input) });
    const isTime = channel.startsWith('time.') || channel.startsWith('break.');
    return Promise.resolve({ ok: true, value: { ...defaults, ...answers }[channel] ?? (isTime ? makeLive() : {}) });
  }) as unknown as Call;
  const store = createStore(firstSession, reduceSession);
  return { asked, store, actions: createSessionActions(store, call, () => 7) };
}

describe('starting', () => {
  test('reads what the window needs, and tells which screen it shows', async () => {
    const { asked, store, actions } = open();
    await actions.start();
    expect(store.read()).toMatchObject({ stage: 'running', liveAtMs: 7 });
    expect(asked).toEqual(['app.info', 'settings.read', 'time.activity home']);
  });

  test('opens the project that was named on the command line', async () => {
    const { store, actions } = open({ 'app.info': { version: '1', projectsDir: '/p', openPath: '/p/one' } });
    await actions.start();
    expect(store.read()).toMatchObject({ place: 'browse', project: { id: 'project-1' } });
  });

  test('says so when it fails, instead of an empty window', async () => {
    const { store, actions } = open({}, { 'settings.read': 'DISK_FAILED' });
    await actions.start();
    expect(store.read()).toMatchObject({ stage: 'failed', refusal: { code: 'DISK_FAILED' } });
  });
});

test('opening a project with a task under way leads back to that task', async () => {
  const { asked, store, actions } = open({ 'task.current': { task } });
  await actions.openProject('/p/one');
  expect(store.read()).toMatchObject({ place: 'workspace', task: { id: 'task-1' } });
  expect(asked.at(-1)).toBe('time.activity workspace');
});

test('a folder dialog that is cancelled changes nothing', async () => {
  const { asked, store, actions } = open();
  await actions.chooseProject();
  expect(store.read()).toEqual(firstSession);
  expect(asked).toEqual(['project.choose']);
});

test('a task refused because of a break shows the gate and stays where one is', async () => {
  const { store, actions } = open({}, { 'task.accept': 'BREAK_DUE' });
  await actions.openProject('/p/one');
  await actions.acceptTask('task-1');
  expect(store.read()).toMatchObject({ gateShown: true, place: 'browse', task: null });
});

test('going back to the open task shows it as it is on disk now', async () => {
  const newer = makeTaskView('task-1', { state: { ...task.state, revision: 9 } });
  const { store, actions } = open({ 'task.current': { task: newer } });
  await actions.acceptTask('task-1');
  await actions.go('my-time');
  await actions.go('workspace');
  expect(store.read().task?.state.revision).toBe(9);
});

test('reading instructions is told as reading, and the screen again when it ends', async () => {
  const { asked, actions } = open();
  await actions.setReading(true);
  await actions.setReading(true);
  await actions.setReading(false);
  expect(asked).toEqual(['time.activity instructions', 'time.activity home']);
});

test('the panic key hides before anything is asked', async () => {
  const { store, actions } = open();
  const done = actions.panic();
  expect(store.read()).toMatchObject({ panic: true, hideCount: 1 });
  await done;
  await actions.leavePanic();
  expect(store.read().panic).toBe(false);
});

test('two things that are taken back at once are both taken back', async () => {
  const said = (category: 'gore' | 'hate') => ({ category, severity: 2, shareBp: 100 });
  const care = { disclosed: [said('gore'), said('hate')], limits: {} };
  const { store, actions } = open(
    { 'project.open': makeProjectView({ care }) },
    {},
    { 'care.replace': (given) => given },
  );
  await actions.openProject('/p/one');
  const without = (category: string) => (now: ProjectCare) => ({
    ...now,
    disclosed: now.disclosed.filter((one) => one.category !== category),
  });
  await Promise.all(['gore', 'hate'].map((one) => actions.changeCare('care.replace', without(one))));
  expect(store.read().project?.care.disclosed).toEqual([]);
});

describe('an answer about a task that comes after the next one was opened is too old', () => {
  test.each(['task.recheck', 'task.current'] as const)('%s, answered late', async (channel) => {
    const { store, actions } = open({ 'task.recheck': task, 'task.current': { task } });
    await actions.acceptTask('task-1');
    const late = channel === 'task.recheck' ? actions.recheckTask() : actions.leavePanic();
    store.send({ type: 'task opened', task: makeTaskView('task-2') });
    await late;
    expect(store.read().task?.id).toBe('task-2');
  });

  test('that it is not open any more is no news then', async () => {
    const { store, actions } = open({}, { 'task.recheck': 'TASK_NOT_OPEN' });
    await actions.acceptTask('task-1');
    const late = actions.recheckTask();
    store.send({ type: 'task opened', task: makeTaskView('task-2') });
    await late;
    expect(store.read().refusal).toBeNull();
    await actions.recheckTask();
    expect(store.read().refusal?.code).toBe('TASK_NOT_OPEN');
  });
});
