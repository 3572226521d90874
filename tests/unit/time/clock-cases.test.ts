import { beforeEach, describe, expect, it } from 'vitest';
import { clipSegments } from '../../../shared/time/clip.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import { totalsOf } from '../../../shared/time/totals.ts';
import {
  ALL_TIME,
  type FakeWorker,
  HOUR,
  IMAGE_TASK,
  LONG_TEXT,
  MINUTE,
  SECOND,
  makeWorker,
} from '../../support/time/fake-worker.ts';
import { makeWorld } from '../../support/time/fake-world.ts';

let worker: FakeWorker;
beforeEach(() => {
  worker = makeWorker();
  worker.keeper.setActivity('task', IMAGE_TASK);
  worker.keeper.signOn();
});

describe('a machine that sleeps', () => {
  it('T07 a suspend of an hour with its events is away for an hour and adds nothing to the task', () => {
    worker.work(60 * SECOND);
    worker.world.emit('suspend');
    worker.world.sleep(HOUR);
    worker.world.emit('resume');
    worker.keeper.inputSeen();
    worker.work(60 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 3600 suspend', 'task 60']);
  });

  it('T08 the same without any event is found by the clocks alone', () => {
    worker.work(60 * SECOND);
    worker.world.sleep(HOUR);
    worker.work(60 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 3600 clock-difference', 'task 60']);
  });

  it('T08 asleep in the middle of doubt, the doubt stays undetermined', () => {
    worker.world.wait(100 * SECOND);
    worker.world.sleep(HOUR);
    worker.work(60 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual([
      'task 80',
      'undetermined 20 no-input',
      'away 3600 clock-difference',
      'task 60',
    ]);
  });

  it('T09 a suspend that the monotonic clock slept through nothing of credits 15 s at most', () => {
    worker.work(60 * SECOND);
    worker.world.freeze(HOUR);
    worker.work(60 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 75', 'undetermined 3585 stall', 'task 60']);
  });

  it('T10 lock, suspend, resume, unlock: one absence, present only after the unlock', () => {
    worker.work(60 * SECOND);
    worker.world.emit('lock');
    worker.world.wait(20 * SECOND);
    worker.world.emit('suspend');
    worker.world.sleep(HOUR);
    worker.world.emit('resume');
    worker.world.wait(10 * SECOND);
    expect(worker.keeper.snapshot().present).toBe(false);
    worker.world.emit('unlock');
    expect(worker.keeper.snapshot().present).toBe(true);
    worker.work(30 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 3630 suspend', 'task 30']);
  });

  it.each([
    [['suspend', 'lock', 'resume', 'unlock']],
    [['unlock', 'lock', 'lock', 'unlock', 'unlock']],
    [['suspend', 'suspend', 'resume', 'resume']],
    [['resume', 'unlock', 'lock', 'suspend', 'unlock']],
  ] as const)('T11 %s: every event again or out of order changes nothing and nothing is negative', (events) => {
    worker.work(10 * SECOND);
    for (const event of events) {
      worker.world.emit(event);
      worker.world.wait(10 * SECOND);
    }
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    const segments = worker.keeper.segments(ALL_TIME);
    expect(segments.every(({ durationMs }) => durationMs > 0)).toBe(true);
    expect(segments.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe((20 + events.length * 10) * SECOND);
    expect(segments.at(-1)).toMatchObject({ phase: 'task' });
  });

  it('a suspend that is announced and does not come is over after half a minute, and proves no return', () => {
    worker.work(60 * SECOND);
    worker.world.emit('suspend');
    worker.world.wait(60 * SECOND);
    expect(worker.keeper.snapshot().present).toBe(false);
    worker.keeper.inputSeen();
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 35 suspend', 'task 25 inferred']);
  });

  it('a machine that wakes by itself at night is nobody at work', () => {
    worker.work(60 * SECOND);
    for (let waking = 0; waking < 3; waking += 1) {
      worker.world.emit('suspend');
      worker.world.sleep(HOUR);
      worker.world.emit('resume');
      worker.world.wait(300 * SECOND);
    }
    worker.keeper.signOff();
    expect(worker.report()).toMatchObject({ workMs: 60_000, awayMs: 3 * HOUR, undeterminedMs: 900_000 });
  });

  it('a gap of less than a minute is not asked about', () => {
    worker.work(60 * SECOND);
    worker.world.freeze(60 * SECOND);
    worker.work(10 * SECOND);
    expect(worker.keeper.snapshot().question).toBeNull();
    worker.world.freeze(80 * SECOND);
    worker.work(10 * SECOND);
    expect(worker.keeper.snapshot().question).toMatchObject({ durationMs: 65_000, cause: 'stall' });
  });

  it('T26 a process stopped for 60 s credits 15 s at most, the rest is a stall', () => {
    worker.work(60 * SECOND);
    worker.world.freeze(60 * SECOND);
    worker.keeper.inputSeen();
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 75', 'undetermined 45 stall']);
  });

  it('a boot clock that ticks in whole seconds adds no gaps', () => {
    const fine = makeWorld();
    const coarse = {
      ...fine,
      clock: { read: () => ({ ...fine.clock.read(), bootMs: Math.floor(fine.clock.read().bootMs / 1000) * 1000 }) },
    };
    const other = makeWorker({ world: coarse });
    other.keeper.setActivity('task', LONG_TEXT);
    other.keeper.signOn();
    fine.wait(333);
    for (let beat = 0; beat < 200; beat += 1) {
      other.keeper.inputSeen();
      fine.wait(4_777);
    }
    other.keeper.signOff();
    expect(other.report()).toMatchObject({ workMs: 333 + 200 * 4_777, awayMs: 0, undeterminedMs: 0 });
  });

  it('many sleeps of a second each are counted when they add up', () => {
    for (let nap = 0; nap < 10; nap += 1) {
      worker.work(10 * SECOND);
      worker.world.sleep(SECOND);
    }
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.report().workMs).toBe(110_000);
    expect(worker.report().awayMs).toBeGreaterThanOrEqual(8_000);
  });
});

describe('a wall clock that is set', () => {
  /** What the record notes of it. */
  const jumps = () => worker.keeper.recorded(ALL_TIME).ledger.anomalies.map(({ deltaMs }) => deltaMs);

  it('T15 one hour back in a task: the duration is unchanged, a note says -3600, the order is kept', () => {
    worker.work(60 * SECOND);
    worker.world.setWall(-HOUR);
    worker.work(60 * SECOND);
    worker.keeper.signOff();
    const segments = worker.keeper.segments(ALL_TIME);
    expect(worker.report()).toMatchObject({ workMs: 120_000, awayMs: 0, undeterminedMs: 0, clock: { anomalies: 1 } });
    expect(segments.map(({ offsetMs }) => offsetMs)).toEqual(
      segments.map(({ offsetMs }) => offsetMs).toSorted((a, b) => a - b),
    );
    expect(jumps()).toEqual([-HOUR]);
  });

  it('in the middle of doubt leaves one stretch and one question', () => {
    worker.world.wait(300 * SECOND);
    worker.world.setWall(HOUR);
    worker.world.wait(300 * SECOND);
    worker.keeper.inputSeen();
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 80', 'undetermined 520 no-input']);
  });

  it('T16 one day forward: no instant break, no limit reached, a note says +86400', () => {
    worker.work(10 * MINUTE);
    worker.world.setWall(24 * HOUR);
    worker.work(10 * SECOND);
    expect(worker.keeper.snapshot().breakAdvice).toMatchObject({ state: 'none', continuousWorkMs: 610_000 });
    worker.keeper.signOff();
    expect(worker.report()).toMatchObject({ workMs: 610_000, undeterminedMs: 0, clock: { anomalies: 1 } });
    expect(jumps()).toEqual([24 * HOUR]);
  });
});

describe('local days', () => {
  it.each([
    ['2026-03-29T10:00:00Z', 23],
    ['2026-10-25T10:00:00Z', 25],
    ['2026-06-01T10:00:00Z', 24],
  ])('T18 the local day of %s in Vienna has %i h', (instant, hours) => {
    const day = localDay(Date.parse(instant), 'Europe/Vienna');
    expect((day.toMs - day.fromMs) / HOUR).toBe(hours);
  });

  it('T18 a zone that changes its clocks at midnight has a day that begins at 01:00', () => {
    const day = localDay(Date.parse('2018-11-04T12:00:00Z'), 'America/Sao_Paulo');
    expect([new Date(day.fromMs).toISOString(), (day.toMs - day.fromMs) / HOUR]).toEqual([
      '2018-11-04T03:00:00.000Z',
      23,
    ]);
  });

  it('T18 a session across the change of clocks is as long as it was', () => {
    const spring = makeWorker({ world: makeWorld(Date.parse('2026-03-29T00:30:00Z')) });
    spring.keeper.setActivity('task', IMAGE_TASK);
    spring.keeper.signOn();
    spring.work(HOUR);
    spring.keeper.signOff();
    expect(spring.stretches()).toEqual(['task 3600']);
    expect(spring.report().clock.anomalies).toBe(0);
  });

  it('T20 a session over midnight is one segment in the ledger and two in the views, with equal sums', () => {
    const night = makeWorker({ world: makeWorld(Date.parse('2026-03-02T22:30:00Z')) });
    night.keeper.setActivity('task', IMAGE_TASK);
    night.keeper.signOn();
    night.work(HOUR);
    night.keeper.signOff();
    const segments = night.keeper.segments(ALL_TIME);
    const monday = localDay(Date.parse('2026-03-02T22:30:00Z'), 'Europe/Vienna');
    const tuesday = localDay(monday.toMs, 'Europe/Vienna');
    expect(segments).toHaveLength(1);
    expect([monday, tuesday].map((day) => totalsOf(clipSegments(segments, day)).workMs)).toEqual([
      30 * MINUTE,
      30 * MINUTE,
    ]);
    expect([monday, tuesday].map((day) => night.keeper.report(day, []).workMs)).toEqual([30 * MINUTE, 30 * MINUTE]);
    expect(night.keeper.snapshot().todayMs).toBe(30 * MINUTE);
  });
});
