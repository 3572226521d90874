import { beforeEach, describe, expect, it } from 'vitest';
import { timeReportSchema } from '../../../shared/time/report.ts';
import { timeSnapshotSchema } from '../../../shared/time/snapshot.ts';
import {
  ALL_TIME,
  type FakeWorker,
  HOUR,
  IMAGE_TASK,
  MINUTE,
  SECOND,
  makeWorker,
} from '../../support/time/fake-worker.ts';

let worker: FakeWorker;
beforeEach(() => {
  worker = makeWorker();
});

describe('an activity', () => {
  it('is written when it begins, and not again when a window says that it is still on', () => {
    worker.keeper.signOn();
    worker.keeper.setActivity('task', IMAGE_TASK);
    const before = worker.journal.all.length;
    worker.keeper.setActivity('task', IMAGE_TASK);
    expect(worker.journal.all).toHaveLength(before);
    worker.keeper.setActivity('task', { ...IMAGE_TASK, taskId: 'another' });
    worker.keeper.setActivity('task', IMAGE_TASK);
    expect(worker.journal.all).toHaveLength(before + 2);
    // who is away is back with it
    worker.keeper.declareAway();
    worker.keeper.setActivity('task', IMAGE_TASK);
    expect(worker.journal.all).toHaveLength(before + 4);
  });
});

describe('signed off', () => {
  it('nothing at all is written, whatever happens', () => {
    worker.keeper.signOn();
    worker.work(MINUTE);
    worker.keeper.signOff();
    const before = worker.journal.all.length;
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.inputSeen();
    worker.keeper.stillReading();
    worker.keeper.windowState('hidden');
    for (const event of ['lock', 'unlock', 'suspend', 'resume', 'shutdown'] as const) worker.world.emit(event);
    worker.world.wait(HOUR);
    expect(worker.journal.all).toHaveLength(before);
    expect(worker.keeper.snapshot()).toMatchObject({ recording: false, activity: 'off', present: false, taskMs: null });
  });

  it('the system’s idle time is not even asked for', () => {
    let asked = 0;
    worker.world.setIdle(() => (asked += 1));
    worker.world.wait(HOUR);
    worker.keeper.snapshot();
    expect(asked).toBe(0);
  });

  it('breaks and notes are refused', () => {
    const exposure = {
      flaggedItems: 1,
      openMs: 0,
      unveiledMs: 0,
      lensReveals: 0,
      fullReveals: 0,
      undisclosedHazards: 0,
    };
    for (const act of [
      () => worker.keeper.startBreak(),
      () => worker.keeper.endBreak(),
      () => worker.keeper.postponeBreak(),
      () => worker.keeper.declareAway(),
      () => worker.keeper.noteExposure(exposure),
    ]) {
      expect(act).toThrow('SIGNED_OFF');
    }
  });

  it('the worker may still correct their own past', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(MINUTE);
    worker.keeper.signOff();
    const range = { of: 'segment', segmentId: '1-0', offsetMs: 0, durationMs: 20_000 } as const;
    worker.keeper.correct({ range, to: 'away', reason: 'I was at the door' });
    expect(worker.stretches()).toEqual(['away 20 declared', 'task 40']);
    expect(worker.report()).toMatchObject({ workMs: 40_000, asRecorded: { workMs: 60_000 } });
  });
});

describe('what the window is told', () => {
  it('comes at each beat and each change, and fits the schema', () => {
    const shown: unknown[] = [];
    const stop = worker.keeper.onChange((snapshot) => shown.push(timeSnapshotSchema.parse(snapshot)));
    worker.keeper.signOn();
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.world.wait(20 * SECOND);
    expect(shown.length).toBeGreaterThanOrEqual(6);
    stop();
    worker.world.wait(20 * SECOND);
    expect(shown.length).toBeLessThan(8);
  });

  it('shows what is on, this task’s time and the day’s', () => {
    worker.keeper.setActivity('search');
    worker.keeper.signOn();
    worker.work(5 * MINUTE);
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.work(2 * MINUTE);
    worker.keeper.setActivity('task', { ...IMAGE_TASK, taskId: 't2' });
    worker.work(MINUTE);
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.work(MINUTE);
    expect(worker.keeper.snapshot()).toMatchObject({
      recording: true,
      healthy: true,
      activity: 'task',
      present: true,
      projectId: 'p1',
      taskId: 't1',
      taskMs: 3 * MINUTE,
      todayMs: 9 * MINUTE,
      todayByActivityMs: { search: 5 * MINUTE, task: 4 * MINUTE, queue: 0 },
    });
  });

  it('begins a new day at local midnight', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(MINUTE);
    worker.world.sleep(15 * HOUR);
    worker.work(MINUTE);
    expect(worker.keeper.snapshot().todayMs).toBe(MINUTE);
  });

  it('a report fits its schema and can be asked for one project', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(MINUTE);
    worker.keeper.setActivity('task', { projectId: 'p2', taskId: 't9' });
    worker.work(2 * MINUTE);
    worker.keeper.signOff();
    expect(timeReportSchema.parse(worker.report()).workMs).toBe(3 * MINUTE);
    expect(worker.keeper.report(ALL_TIME, [], 'p2')).toMatchObject({ workMs: 2 * MINUTE, tasks: [{ id: 't9' }] });
  });
});

describe('the system’s idle time (T46)', () => {
  it.each([
    ['is always 0', () => 0],
    ['fails', () => null],
    [
      'throws',
      () => {
        throw new Error('no display');
      },
    ],
    ['is no number', () => Number.NaN],
  ])('that %s is not believed: only input in the app counts, and the report says so', (_how, read) => {
    worker.world.setIdle(read);
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.world.wait(10 * MINUTE);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 80', 'undetermined 520 no-input']);
    expect(worker.report().clock.idleSource).toBe('app');
  });

  it('that counts shows input in the app’s own dialogs', () => {
    let touchedAt = 0;
    const now = () => worker.world.clock.read().monoMs;
    worker.world.setIdle(() => Math.floor((now() - touchedAt) / 1000) * 1000);
    worker.keeper.setActivity('task', { ...IMAGE_TASK, images: 0 });
    worker.keeper.signOn();
    touchedAt = now();
    for (let minute = 0; minute < 10; minute += 1) {
      worker.world.wait(50 * SECOND);
      touchedAt = now();
    }
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 500']);
    expect(worker.report().clock.idleSource).toBe('system');
  });

  it('that counted once and then sticks at 0 is believed no longer', () => {
    let stuck = false;
    worker.world.setIdle(() => (stuck ? 0 : 5_000));
    worker.keeper.setActivity('task', { ...IMAGE_TASK, images: 0 });
    worker.keeper.signOn();
    worker.work(20 * SECOND);
    stuck = true;
    worker.world.wait(30 * MINUTE);
    worker.keeper.signOff();
    expect(worker.report().clock.idleSource).toBe('app');
    expect(worker.report().workMs).toBeLessThan(5 * MINUTE);
  });

  it('says nothing while another window has the focus', () => {
    let touchedAt = 0;
    const now = () => worker.world.clock.read().monoMs;
    worker.world.setIdle(() => now() - touchedAt);
    worker.keeper.setActivity('task', { ...IMAGE_TASK, images: 0 });
    worker.keeper.signOn();
    touchedAt = now();
    worker.world.wait(20 * SECOND);
    worker.keeper.windowState('visible');
    for (let minute = 0; minute < 10; minute += 1) {
      worker.world.wait(30 * SECOND);
      touchedAt = now();
    }
    worker.keeper.signOff();
    expect(worker.report().workMs).toBe(140_000);
  });
});

describe('the journal', () => {
  it('holds a verified chain, presence at each beat, and neither key nor coordinate nor count', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(20 * SECOND);
    worker.world.wait(300 * SECOND);
    worker.world.emit('lock');
    worker.keeper.signOff();
    expect(worker.journal.verify()).toEqual([]);
    expect([...new Set(worker.journal.all.map(({ presence }) => presence))]).toEqual([
      'interacting',
      'attending',
      'uncertain',
      'away',
    ]);
    const keys = new Set(worker.journal.all.flatMap(({ body }) => Object.keys('now' in body ? body.now : body)));
    expect([...keys].toSorted()).toEqual([
      'allowanceMs',
      'declaredAway',
      'inputAgoMs',
      'locked',
      'suspended',
      'window',
    ]);
  });

  it('gets a record at once when the worker returns after 30 s, not for every touch', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.world.wait(51 * SECOND);
    const before = worker.journal.all.length;
    worker.keeper.inputSeen();
    expect(worker.journal.all).toHaveLength(before + 1);
    for (let touch = 0; touch < 100; touch += 1) worker.keeper.inputSeen();
    expect(worker.journal.all).toHaveLength(before + 1);
  });

  it('a key that locks the screen and is told of late does not undo the lock', () => {
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(10 * SECOND);
    worker.world.emit('lock');
    worker.keeper.inputSeen();
    worker.world.wait(HOUR);
    worker.keeper.inputSeen();
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 10', 'away 3600 lock', 'task 10']);
  });

  it('takes in nothing that could not be read again', () => {
    worker.keeper.signOn();
    const before = worker.journal.all.length;
    expect(() => worker.keeper.setActivity('task', { taskId: 'Not An Id' })).toThrow();
    const note = { flaggedItems: -1, openMs: 0, unveiledMs: 0, lensReveals: 0, fullReveals: 0, undisclosedHazards: 0 };
    expect(() => worker.keeper.noteExposure(note)).toThrow();
    expect(worker.journal.all).toHaveLength(before);
    expect(worker.keeper.snapshot()).toMatchObject({ activity: 'ledger', healthy: true });
  });

  it('adds up what was shown of flagged content, by project, across a restart', () => {
    const note = {
      flaggedItems: 1,
      openMs: 9_000,
      unveiledMs: 500,
      lensReveals: 2,
      fullReveals: 0,
      undisclosedHazards: 0,
    };
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.keeper.noteExposure(note);
    worker.keeper.noteExposure({ ...note, undisclosedHazards: 1 });
    worker.keeper.setActivity('task', { projectId: 'p2', taskId: 't9' });
    worker.keeper.noteExposure(note);
    worker.keeper.stop();
    worker.restart();
    expect(worker.keeper.exposure(ALL_TIME)).toMatchObject({ flaggedItems: 3, openMs: 27_000, undisclosedHazards: 1 });
    expect(worker.keeper.exposure(ALL_TIME, 'p1')).toMatchObject({
      flaggedItems: 2,
      unveiledMs: 1_000,
      lensReveals: 4,
    });
  });
});
