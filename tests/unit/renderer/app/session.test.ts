import { describe, expect, test } from 'vitest';
import {
  firstSession,
  isCoveredByBreak,
  isCoveredBySignOff,
  reduceSession,
  type Session,
  type SessionEvent,
} from '../../../../renderer/app/session.ts';
import { makeLive, makeRestingLive } from '../../../support/make-live.ts';
import { makeProjectView, makeTaskView } from '../../../support/make-views.ts';

const project = makeProjectView();
const task = makeTaskView('task-1');

/** The session after several events. */
function after(...events: readonly SessionEvent[]): Session {
  return events.reduce(reduceSession, firstSession);
}

describe('opening a project', () => {
  test('leads to its tasks', () => {
    expect(after({ type: 'project opened', project, task: null })).toMatchObject({
      project,
      task: null,
      place: 'browse',
    });
  });

  test('leads back to the task that was open when the app ended', () => {
    expect(after({ type: 'project opened', project, task })).toMatchObject({ task, place: 'workspace' });
  });
});

describe('a task', () => {
  test('that is opened for the first time comes with the instructions', () => {
    const opened = makeTaskView('task-1', { showInstructions: true });
    expect(after({ type: 'task opened', task: opened })).toMatchObject({ place: 'workspace', reading: true });
  });

  test('that is closed leads back to the tasks', () => {
    const closed = after({ type: 'task opened', task }, { type: 'task closed' });
    expect(closed).toMatchObject({ task: null, place: 'browse' });
  });

  test('that is closed while own time is looked at leads nowhere', () => {
    const closed = after({ type: 'task opened', task }, { type: 'went', place: 'my-time' }, { type: 'task closed' });
    expect(closed.place).toBe('my-time');
  });

  test('cannot be gone to when none is open', () => {
    expect(after({ type: 'went', place: 'workspace' }).place).toBe('home');
    expect(after({ type: 'project opened', project, task: null }, { type: 'went', place: 'workspace' }).place).toBe(
      'browse',
    );
  });

  test('is out of reach while signed off, and own time never is', () => {
    const off = { type: 'live' as const, live: makeLive({ activity: 'off' }), atMs: 0 };
    const opened = after(off, { type: 'project opened', project, task });
    expect(isCoveredBySignOff(opened)).toBe(true);
    expect(isCoveredBySignOff(reduceSession(opened, { type: 'went', place: 'my-time' }))).toBe(false);
    expect(isCoveredBySignOff(reduceSession(opened, { type: 'live', live: makeLive(), atMs: 1 }))).toBe(false);
  });

  test('that the worker flags is hidden, and no other one', () => {
    const flags = { categories: ['hate' as const], severity: 2, shareBp: 10_000, origins: ['worker' as const] };
    const item = { medium: 'image' as const, url: 'media://item/blurred', width: 640, height: 480 };
    const flag = { type: 'task flagged' as const, flags, item };
    expect(after({ type: 'task opened', task }, { ...flag, taskId: 'task-1' }).task).toMatchObject({ flags, item });
    expect(after({ type: 'task opened', task }, { ...flag, taskId: 'other' }).task).toEqual(task);
  });
});

describe('a refusal', () => {
  test('is shown until it is read or another screen is chosen', () => {
    const refused: SessionEvent = { type: 'refused', refusal: { code: 'DISK_FULL', details: {} } };
    expect(after(refused).refusal?.code).toBe('DISK_FULL');
    expect(after(refused, { type: 'refusal read' }).refusal).toBeNull();
    expect(after(refused, { type: 'went', place: 'settings' }).refusal).toBeNull();
  });

  test('of a new task because of a break opens the gate instead of a line', () => {
    const gate = after({ type: 'refused', refusal: { code: 'BREAK_DUE', details: {} } });
    expect(gate).toMatchObject({ gateShown: true, refusal: null });
  });
});

describe('the overlay of a break', () => {
  const resting: SessionEvent = { type: 'live', live: makeRestingLive(0), atMs: 0 };

  test('covers tasks, but never own time, hand over, verification or settings', () => {
    const covered = (['home', 'browse', 'my-time', 'export', 'verify', 'settings'] as const).filter((place) =>
      isCoveredByBreak(after(resting, { type: 'went', place })),
    );
    expect(covered).toEqual(['home', 'browse']);
  });

  test('can be put aside for this break, not for the next one', () => {
    const aside = after(resting, { type: 'break aside', aside: true });
    expect(isCoveredByBreak(aside)).toBe(false);
    const next = [{ type: 'live', live: makeLive(), atMs: 1 } as const, resting].reduce(reduceSession, aside);
    expect(isCoveredByBreak(next)).toBe(true);
  });
});

test('the panic key hides everything and counts as a hiding', () => {
  expect(after({ type: 'panic', on: true })).toMatchObject({ panic: true, hideCount: 1 });
  expect(after({ type: 'panic', on: true }, { type: 'panic', on: false })).toMatchObject({
    panic: false,
    hideCount: 1,
  });
});
