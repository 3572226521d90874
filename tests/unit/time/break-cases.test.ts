import { beforeEach, describe, expect, it } from 'vitest';
import { breakRules, strictestAdvice } from '../../../shared/time/break-advice.ts';
import { breakSettingsSchema, defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import { emptyLedger } from '../../../shared/time/ledger.ts';
import { type FakeWorker, HOUR, IMAGE_TASK, MINUTE, SECOND, makeWorker } from '../../support/time/fake-worker.ts';

let worker: FakeWorker;
beforeEach(() => {
  worker = makeWorker();
  worker.keeper.setActivity('task', IMAGE_TASK);
  worker.keeper.signOn();
});

const advice = () => worker.keeper.snapshot().breakAdvice;
const absent = (ms: number) => {
  worker.world.emit('lock');
  worker.world.wait(ms);
  worker.world.emit('unlock');
};

describe('continuous work', () => {
  it('makes a rest due at 50 min and closes the gate at 60', () => {
    worker.work(50 * MINUTE - 5 * SECOND);
    expect(advice()).toMatchObject({ state: 'none', rule: null });
    worker.work(5 * SECOND);
    expect(advice()).toMatchObject({ state: 'due', rule: 'rest', breakLengthMs: 5 * MINUTE, postponesLeft: 2 });
    worker.work(10 * MINUTE);
    expect(advice()).toMatchObject({ state: 'gate', continuousWorkMs: HOUR });
  });

  it('counts search and queue like any work', () => {
    worker.keeper.setActivity('search');
    worker.work(30 * MINUTE);
    worker.keeper.setActivity('queue');
    worker.work(20 * MINUTE);
    expect(advice().state).toBe('due');
  });

  it('T48 a natural absence of 6 min is a break, and is counted as one when one was due', () => {
    worker.work(55 * MINUTE);
    absent(6 * MINUTE);
    worker.work(10 * SECOND);
    expect(advice()).toMatchObject({ state: 'none', continuousWorkMs: 10_000 });
    worker.keeper.signOff();
    expect(worker.report().breaks).toEqual({ due: 1, taken: 1, postponed: 0, interrupted: 0 });
  });

  it('T49 many absences of 4 min freeze it, and never put the break off for ever', () => {
    for (let round = 0; round < 5; round += 1) {
      worker.work(10 * MINUTE);
      absent(4 * MINUTE);
    }
    expect(advice()).toMatchObject({ state: 'due', continuousWorkMs: 50 * MINUTE });
  });

  it('is not shortened by signing off for 4 min, and begins anew after 5', () => {
    worker.work(30 * MINUTE);
    worker.keeper.signOff();
    worker.world.wait(4 * MINUTE);
    worker.keeper.signOn();
    worker.work(20 * MINUTE);
    expect(advice().state).toBe('due');
    worker.keeper.signOff();
    worker.world.wait(5 * MINUTE);
    worker.keeper.signOn();
    worker.work(5 * SECOND);
    expect(advice().continuousWorkMs).toBe(5 * SECOND);
  });

  it('begins anew after a night with the machine off', () => {
    worker.work(45 * MINUTE);
    worker.keeper.stop();
    worker.world.reboot(10 * HOUR, MINUTE);
    worker.restart();
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.keeper.signOn();
    worker.work(10 * MINUTE);
    expect(advice()).toMatchObject({ state: 'none', continuousWorkMs: 10 * MINUTE });
  });

  it('is not begun anew by a stopped process or a full disk: the worker may have worked on', () => {
    worker.work(30 * MINUTE);
    worker.world.freeze(10 * MINUTE);
    worker.work(10 * MINUTE);
    worker.journal.failWith = 'DISK_FULL';
    worker.work(10 * MINUTE);
    worker.journal.failWith = null;
    worker.work(10 * MINUTE);
    expect(advice()).toMatchObject({ state: 'due', continuousWorkMs: 50 * MINUTE + 30 * SECOND });
  });

  it('looking at one’s own time neither adds to it nor rests', () => {
    worker.work(40 * MINUTE);
    worker.keeper.setActivity('ledger');
    worker.work(20 * MINUTE);
    worker.keeper.setActivity('task', IMAGE_TASK);
    worker.work(5 * MINUTE);
    expect(advice().continuousWorkMs).toBe(45 * MINUTE);
  });
});

describe('a break', () => {
  it('runs its length, counts as work, opens the gate and goes back to what was on', () => {
    worker.work(60 * MINUTE);
    worker.keeper.startBreak();
    worker.world.wait(2 * MINUTE);
    expect(advice()).toMatchObject({
      state: 'in-break',
      rule: 'rest',
      breakElapsedMs: 2 * MINUTE,
      breakLengthMs: 5 * MINUTE,
    });
    worker.world.wait(3 * MINUTE);
    expect(advice()).toMatchObject({ state: 'none', continuousWorkMs: 0 });
    worker.keeper.endBreak();
    expect(worker.keeper.snapshot()).toMatchObject({ activity: 'task', taskId: 't1' });
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 3600', 'break.rest 300', 'task 10']);
    expect(worker.report()).toMatchObject({ breaks: { due: 1, taken: 1, postponed: 0, interrupted: 0 } });
  });

  it('is work time up to its length only; the first touch afterwards ends it', () => {
    worker.work(60 * MINUTE);
    worker.keeper.startBreak();
    worker.world.wait(12 * MINUTE);
    worker.keeper.inputSeen();
    expect(worker.keeper.snapshot().activity).toBe('task');
    worker.work(10 * SECOND);
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 3600', 'break.rest 300', 'away 420 break-over', 'task 10']);
  });

  it('ended too early is interrupted, and the rest stays due', () => {
    worker.work(60 * MINUTE);
    worker.keeper.startBreak();
    worker.world.wait(3 * MINUTE);
    worker.keeper.endBreak();
    worker.work(5 * SECOND);
    expect(advice().state).toBe('gate');
    worker.keeper.signOff();
    expect(worker.report().breaks).toEqual({ due: 1, taken: 0, postponed: 0, interrupted: 1 });
  });

  it('taken piece by piece without work between has one length', () => {
    worker.work(10 * MINUTE);
    for (let piece = 0; piece < 4; piece += 1) {
      worker.keeper.startBreak();
      worker.world.wait(2 * MINUTE);
      worker.keeper.endBreak();
    }
    worker.keeper.signOff();
    expect(worker.report().byActivityMs['break.rest']).toBe(5 * MINUTE);
  });

  it('T13 a suspend during a break: it ends by boot time and no overlay stays', () => {
    worker.work(60 * MINUTE);
    worker.keeper.startBreak();
    worker.world.wait(MINUTE);
    worker.world.emit('suspend');
    worker.world.sleep(HOUR);
    worker.world.emit('resume');
    expect(advice()).toMatchObject({ state: 'none', breakElapsedMs: HOUR + MINUTE });
    worker.keeper.inputSeen();
    expect(worker.keeper.snapshot().activity).toBe('task');
    worker.keeper.signOff();
    expect(worker.stretches()).toEqual(['task 3600', 'break.rest 60', 'break.rest 240 inferred', 'away 3360 suspend']);
  });

  it('goes on beside one’s own time, and is ended by work', () => {
    worker.work(60 * MINUTE);
    worker.keeper.startBreak();
    worker.keeper.setActivity('ledger');
    worker.world.wait(MINUTE);
    expect(advice().state).toBe('in-break');
    worker.keeper.setActivity('search');
    expect(worker.keeper.snapshot().activity).toBe('search');
  });

  it('of exposure follows the panic key, even out of a rest', () => {
    worker.work(MINUTE);
    worker.keeper.startBreak('rest');
    worker.world.wait(MINUTE);
    worker.keeper.startBreak('exposure');
    expect(worker.keeper.snapshot()).toMatchObject({ activity: 'break.exposure', breakAdvice: { rule: 'exposure' } });
    worker.keeper.endBreak();
    expect(worker.keeper.snapshot().activity).toBe('task');
  });
});

describe('postponing', () => {
  it('silences a break for 10 min of work, once', () => {
    worker.work(60 * MINUTE);
    worker.keeper.postponeBreak();
    expect(advice()).toMatchObject({ state: 'none', postponesLeft: 0 });
    worker.work(10 * MINUTE);
    expect(advice()).toMatchObject({ state: 'gate', postponesLeft: 0 });
    expect(() => worker.keeper.postponeBreak()).toThrow('POSTPONE_USED_UP');
  });

  it('when a break is merely due moves its gate too', () => {
    worker.work(50 * MINUTE);
    worker.keeper.postponeBreak();
    worker.work(10 * MINUTE);
    expect(advice().state).toBe('due');
    worker.work(10 * MINUTE);
    expect(advice().state).toBe('gate');
  });

  it('T51 is refused when the budget is used up, whatever the clock is set to', () => {
    for (let turn = 0; turn < 2; turn += 1) {
      worker.work(60 * MINUTE);
      worker.keeper.postponeBreak();
      absent(6 * MINUTE);
    }
    worker.work(60 * MINUTE);
    for (const jump of [-24 * HOUR, 48 * HOUR, -HOUR]) {
      worker.world.setWall(jump);
      worker.work(10 * SECOND);
      expect(advice().postponesLeft).toBe(0);
      expect(() => worker.keeper.postponeBreak()).toThrow('POSTPONE_USED_UP');
    }
    worker.keeper.signOff();
    expect(worker.report().breaks).toEqual({ due: 3, taken: 2, postponed: 2, interrupted: 0 });
  });

  it('has its budget again after a night', () => {
    worker.work(60 * MINUTE);
    worker.keeper.postponeBreak();
    worker.keeper.signOff();
    worker.world.wait(9 * HOUR);
    worker.keeper.signOn();
    worker.work(50 * MINUTE);
    expect(advice().postponesLeft).toBe(2);
  });

  it('does nothing when no break is due', () => {
    worker.work(MINUTE);
    const before = worker.journal.all.length;
    worker.keeper.postponeBreak();
    expect(worker.journal.all).toHaveLength(before);
  });
});

describe('every break rule', () => {
  it('is there', () => {
    expect(breakRules.length).toBeGreaterThan(0);
  });

  it.each(breakRules)('$name is silent on an empty ledger', (rule) => {
    const now = { wallMs: 0, zone: 'UTC' };
    expect(rule.advise(emptyLedger, defaultBreakSettings, now).state).toBe('none');
    expect(strictestAdvice(emptyLedger, defaultBreakSettings, now).state).toBe('none');
  });
});

describe('the settings', () => {
  it('hold their defaults and refuse what is out of range', () => {
    expect(breakSettingsSchema.parse(defaultBreakSettings)).toEqual(defaultBreakSettings);
    for (const wrong of [
      { restDueMs: 61 * MINUTE },
      { restGateMs: 76 * MINUTE },
      { restLengthMs: 4 * MINUTE },
      { dayGateMs: 11 * HOUR },
      { weekHardMs: 56 * HOUR },
      { postponesADay: 3 },
      { restDueMs: 60 * MINUTE, restGateMs: 55 * MINUTE },
    ]) {
      expect(breakSettingsSchema.safeParse({ ...defaultBreakSettings, ...wrong }).success).toBe(false);
    }
  });
});
