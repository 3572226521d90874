import { beforeEach, describe, expect, it } from 'vitest';
import { readingAllowanceMs } from '../../../shared/time/allowance.ts';
import { type FakeWorker, IMAGE_TASK, LONG_TEXT, MINUTE, SECOND, makeWorker } from '../../support/time/fake-worker.ts';

let worker: FakeWorker;
beforeEach(() => {
  worker = makeWorker();
});

/** Signs on with a task open at 0 s and touches it there. */
function openTask(context = LONG_TEXT as { projectId: string; taskId: string; words: number; images: number }): void {
  worker.keeper.setActivity('task', context);
  worker.keeper.signOn();
}

describe('input and reading', () => {
  it('T01 a task of 60 s with input every 5 s is 60 s of task', () => {
    openTask();
    for (let beat = 0; beat < 12; beat += 1) {
      worker.world.wait(5 * SECOND);
      worker.keeper.inputSeen();
    }
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60']);
  });

  it('T02 reading a 600-word text without a touch is work', () => {
    openTask();
    worker.world.wait(240 * SECOND);
    worker.keeper.inputSeen();
    worker.world.wait(10 * SECOND);
    worker.keeper.setActivity('search');
    expect(worker.stretches()).toEqual(['task 250']);
    expect(worker.report()).toMatchObject({ workMs: 250_000, undeterminedMs: 0 });
  });

  it('T03 a return 110 s beyond the allowance makes those 110 s inferred', () => {
    openTask();
    worker.world.wait(470 * SECOND);
    worker.keeper.inputSeen();
    worker.world.wait(5 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 360', 'task 110 inferred', 'task 5']);
    expect(worker.report()).toMatchObject({ undeterminedMs: 0, sourcesMs: { measured: 365_000, inferred: 110_000 } });
    expect(worker.keeper.snapshot().question).toBeNull();
  });

  it('T04 a return after half an hour leaves 1440 s undetermined and asks once; unanswered it stays so', () => {
    openTask();
    worker.world.wait(1800 * SECOND);
    expect(worker.keeper.snapshot()).toMatchObject({ question: null, present: false });
    worker.keeper.inputSeen();
    worker.world.wait(5 * SECOND);
    expect(worker.stretches()).toEqual(['task 360', 'undetermined 1440 no-input', 'task 5']);
    const { question } = worker.keeper.snapshot();
    expect(question).toMatchObject({ durationMs: 1_440_000, cause: 'no-input', byWallClock: false });
    worker.keeper.answer(question!.id, 'later');
    worker.work(5 * MINUTE);
    worker.keeper.signOff();
    expect(worker.keeper.snapshot().question).toBeNull();
    expect(worker.report().undeterminedMs).toBe(1_440_000);
  });

  it.each([
    [0, 0, 60],
    [100, 1, 130],
    [600, 0, 360],
    [2000, 0, 600],
  ])('T05 %i words and %i images allow %i s', (words, images, seconds) => {
    expect(readingAllowanceMs({ words, images })).toBe(seconds * SECOND);
  });

  it('T06 the same reading is absence from the instant the screen locks', () => {
    openTask();
    worker.world.wait(57 * SECOND);
    worker.world.wait(3 * SECOND);
    worker.world.emit('lock');
    worker.world.wait(180 * SECOND);
    worker.world.emit('unlock');
    worker.world.wait(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 180 lock', 'task 10']);
  });
});

describe('the window without focus', () => {
  it('T31 minimised at 40 s for 260 s is credited up to the off-window rule, the rest is undetermined', () => {
    openTask(IMAGE_TASK);
    worker.work(40 * SECOND);
    worker.keeper.windowState('hidden');
    worker.world.wait(260 * SECOND);
    worker.keeper.windowState('focused');
    worker.keeper.inputSeen();
    worker.world.wait(5 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 160', 'undetermined 140 off-window', 'task 5']);
  });

  it('a look into a guideline in another window is work', () => {
    openTask(IMAGE_TASK);
    worker.keeper.windowState('visible');
    worker.world.wait(100 * SECOND);
    expect(worker.keeper.snapshot().present).toBe(true);
    worker.keeper.windowState('focused');
    worker.keeper.inputSeen();
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 100']);
  });

  it('leaving and coming back without a touch does not begin the rule anew', () => {
    openTask({ ...IMAGE_TASK, images: 0 });
    for (let turn = 0; turn < 20; turn += 1) {
      worker.keeper.windowState(turn % 2 === 0 ? 'visible' : 'focused');
      worker.world.wait(100 * SECOND);
    }
    worker.keeper.signOff();
    expect(worker.report().workMs).toBeLessThanOrEqual(180_000);
  });
});

describe('what the worker says about being there', () => {
  it('"still reading" allows as much again', () => {
    openTask();
    worker.world.wait(350 * SECOND);
    worker.keeper.stillReading();
    worker.world.wait(350 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 700']);
  });

  it('declared away is away until they come back, whatever is touched meanwhile', () => {
    openTask();
    worker.work(60 * SECOND);
    worker.keeper.declareAway();
    worker.work(120 * SECOND);
    worker.keeper.comeBack();
    worker.work(30 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 60', 'away 120 declared declared', 'task 30']);
  });

  it.each([
    ['working', undefined, ['task 60', 'task 940 no-input declared', 'task 5']],
    ['away', undefined, ['task 60', 'away 940 no-input declared', 'task 5']],
    ['outage', undefined, ['task 60', 'outage 940 no-input declared', 'task 5']],
    ['split', 600_000, ['task 60', 'task 600 no-input declared', 'away 340 no-input declared', 'task 5']],
    ['split', undefined, ['task 60', 'task 470 no-input declared', 'away 470 no-input declared', 'task 5']],
    ['later', undefined, ['task 60', 'undetermined 940 no-input', 'task 5']],
  ] as const)('the answer "%s" (%s) is kept beside the record', (answer, workMs, stretches) => {
    openTask({ ...IMAGE_TASK, images: 0 });
    worker.world.wait(1000 * SECOND);
    worker.keeper.inputSeen();
    worker.world.wait(5 * SECOND);
    worker.keeper.answer(worker.keeper.snapshot().question!.id, answer, workMs);
    expect(worker.stretches()).toEqual(stretches);
    expect(worker.report().asRecorded).toEqual({ workMs: 65_000, undeterminedMs: 940_000 });
    expect(worker.keeper.snapshot().question).toBeNull();
  });

  it('an answer to no question is refused', () => {
    openTask();
    worker.work(MINUTE);
    expect(() => worker.keeper.answer('1-0', 'working')).toThrow('BAD_INPUT');
    expect(() => worker.keeper.answer('9-9', 'working')).toThrow('BAD_INPUT');
  });
});

describe('waiting in doubt', () => {
  it('an item that loads by itself does not turn doubt into presence', () => {
    worker.keeper.setActivity('queue', { projectId: 'p1' });
    worker.keeper.signOn();
    worker.world.wait(90 * SECOND);
    worker.keeper.setActivity('task', LONG_TEXT);
    worker.world.wait(300 * SECOND);
    worker.keeper.inputSeen();
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['queue 60', 'undetermined 30 no-input', 'undetermined 300 no-input']);
  });

  it('work that begins by itself after one’s own time is doubted at once', () => {
    worker.keeper.signOn();
    worker.world.wait(10 * MINUTE);
    worker.keeper.windowState('visible');
    worker.keeper.setActivity('queue', { projectId: 'p1' });
    worker.world.wait(5 * MINUTE);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['ledger 600', 'undetermined 300 off-window']);
  });

  it('one’s own time and an outage need no presence, and are no work', () => {
    worker.keeper.signOn();
    worker.world.wait(20 * MINUTE);
    worker.keeper.setActivity('outage');
    worker.world.wait(20 * MINUTE);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['ledger 1200', 'outage 1200']);
    expect(worker.report()).toMatchObject({ workMs: 0, outageMs: 1_200_000 });
  });
});
