import { beforeEach, describe, expect, it } from 'vitest';
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
  worker.keeper.setActivity('task', IMAGE_TASK);
  worker.keeper.signOn();
});

describe('after a crash', () => {
  it('T22 kill at 123 s, last beat at 120, restart at 423: 120 s credited, 303 s undetermined', () => {
    worker.work(123 * SECOND);
    worker.world.killProcess();
    worker.world.wait(300 * SECOND);
    worker.restart();
    expect(worker.stretches()).toEqual(['task 120', 'undetermined 303 crash']);
    expect(worker.keeper.snapshot()).toMatchObject({
      recording: false,
      healthy: true,
      activity: 'off',
      recovery: { durationMs: 303_000, byWallClock: false, cause: 'crash', droppedRecords: 0 },
      question: { durationMs: 303_000, cause: 'crash' },
    });
  });

  it('the question about the gap can be answered before signing on again', () => {
    worker.work(123 * SECOND);
    worker.world.killProcess();
    worker.world.wait(300 * SECOND);
    worker.restart();
    worker.keeper.answer(worker.keeper.snapshot().question!.id, 'working');
    expect(worker.keeper.snapshot()).toMatchObject({ recovery: null, question: null });
    expect(worker.stretches()).toEqual(['task 120', 'task 303 crash declared']);
    worker.keeper.setActivity('search');
    worker.keeper.signOn();
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.report()).toMatchObject({ workMs: 433_000, sourcesMs: { measured: 130_000, declared: 303_000 } });
    expect(worker.journal.verify()).toEqual([]);
  });

  it('T23 a power cut is a reboot: the same credit, nothing is reckoned across boots, the wall clock only estimates', () => {
    worker.work(123 * SECOND);
    worker.world.reboot(260 * SECOND, 40 * SECOND);
    worker.restart();
    expect(worker.stretches()).toEqual(['task 120', 'undetermined 40 reboot']);
    const { recovery, question } = worker.keeper.snapshot();
    expect(recovery).toEqual({ durationMs: 303_000, byWallClock: true, cause: 'reboot', droppedRecords: 0 });
    expect(question).toMatchObject({ durationMs: 303_000, byWallClock: true, cause: 'reboot' });
    worker.keeper.answer(question!.id, 'outage');
    expect(worker.report()).toMatchObject({ workMs: 120_000, undeterminedMs: 0, outageMs: 303_000 });
  });

  it('T23 a wall clock that fell back to 1970 with the power cut makes nothing negative', () => {
    worker.work(123 * SECOND);
    worker.world.reboot(-50 * 365 * 24 * HOUR, 40 * SECOND);
    worker.restart();
    expect(worker.keeper.snapshot().recovery).toMatchObject({ durationMs: 40_000 });
    expect(worker.stretches()).toEqual(['task 120', 'undetermined 40 reboot']);
  });

  it('a crash while the screen was locked is absence, and nobody is asked', () => {
    worker.work(60 * SECOND);
    worker.world.emit('lock');
    worker.world.wait(HOUR);
    worker.world.killProcess();
    worker.world.wait(HOUR);
    worker.restart();
    expect(worker.stretches()).toEqual(['task 60', 'away 7200 lock']);
    expect(worker.keeper.snapshot()).toMatchObject({ recovery: null, question: null });
  });

  it('time goes on where it was: the task keeps its time, the day its total', () => {
    worker.work(10 * MINUTE);
    worker.world.killProcess();
    worker.world.wait(MINUTE);
    worker.restart();
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(10 * MINUTE);
    expect(worker.keeper.snapshot()).toMatchObject({ taskMs: 20 * MINUTE, todayMs: 20 * MINUTE });
  });

  it('a start after a clean stop recovers nothing', () => {
    worker.work(MINUTE);
    worker.keeper.stop();
    worker.world.killProcess();
    worker.world.wait(HOUR);
    worker.restart();
    expect(worker.keeper.snapshot()).toMatchObject({ recovery: null, question: null });
    expect(worker.stretches()).toEqual(['task 60']);
  });
});

describe('when the disk refuses (T25)', () => {
  it.each(['DISK_FULL', 'DISK_READ_ONLY', 'DISK_FAILED'] as const)(
    '%s is visible with the next beat, and recording is no longer claimed',
    (code) => {
      const shown: boolean[][] = [];
      worker.keeper.onChange(({ healthy, recording }) => shown.push([healthy, recording]));
      worker.work(10 * SECOND);
      worker.journal.failWith = code;
      worker.world.wait(5 * SECOND);
      expect(shown.at(-1)).toEqual([false, false]);
      expect(worker.keeper.snapshot().refusedBy).toBe(code);
      worker.journal.failWith = null;
      worker.world.wait(5 * SECOND);
      expect(shown.at(-1)).toEqual([true, true]);
    },
  );

  it('the time that could not be written is undetermined because of the disk, and asked about', () => {
    worker.work(60 * SECOND);
    worker.journal.failWith = 'DISK_FULL';
    worker.work(300 * SECOND);
    worker.journal.failWith = null;
    worker.work(60 * SECOND);
    expect(worker.keeper.snapshot().question).toMatchObject({ cause: 'disk', durationMs: 285_000 });
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 75', 'undetermined 285 disk', 'task 60']);
    expect(worker.journal.verify()).toEqual([]);
  });

  it('an act of the worker is refused with the reason, and nothing has changed', () => {
    worker.work(60 * SECOND);
    worker.journal.failWith = 'DISK_FULL';
    expect(() => worker.keeper.setActivity('search')).toThrow('DISK_FULL');
    expect(() => worker.keeper.startBreak()).toThrow('DISK_FULL');
    expect(worker.keeper.snapshot()).toMatchObject({ activity: 'task', taskId: 't1', healthy: false });
  });

  it('signing off holds even then, and its moment is written later', () => {
    worker.work(60 * SECOND);
    worker.journal.failWith = 'DISK_FULL';
    expect(() => worker.keeper.signOff()).toThrow('DISK_FULL');
    expect(worker.keeper.snapshot()).toMatchObject({ activity: 'off', recording: false, healthy: false });
    expect(worker.world.timers).toBe(0);
    worker.world.wait(HOUR);
    worker.journal.failWith = null;
    worker.keeper.signOn();
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'task 10']);
    expect(worker.journal.all.map(({ kind }) => kind).filter((kind) => kind.startsWith('session'))).toEqual([
      'session-start',
      'session-stop',
      'session-start',
      'session-stop',
    ]);
  });

  it('a start on a full disk shows what it found and closes the old session when there is room', () => {
    worker.work(120 * SECOND);
    worker.world.killProcess();
    worker.world.wait(MINUTE);
    worker.journal.failWith = 'DISK_FULL';
    worker.restart();
    expect(worker.keeper.snapshot()).toMatchObject({ healthy: false, activity: 'off' });
    expect(() => worker.keeper.signOn()).toThrow('DISK_FULL');
    worker.journal.failWith = null;
    worker.keeper.signOn();
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.keeper.segments(ALL_TIME).map(({ session, cause }) => [session, cause])).toEqual([
      [1, null],
      [1, 'crash'],
      [2, null],
    ]);
  });
});
