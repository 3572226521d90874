import { describe, expect, it } from 'vitest';
import { hintOf, strictestAdvice } from '../../../shared/time/break-advice.ts';
import { defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import type { Ledger } from '../../../shared/time/ledger.ts';
import { type Part, makeLedger } from '../../support/time/make-segment.ts';
import { HOUR, MINUTE, makeWorker } from '../../support/time/fake-worker.ts';

const now = { wallMs: 1, zone: 'UTC' };
const work = (durationMs: number): Part => ({ phase: 'task', durationMs });
const rest = (durationMs: number): Part => ({ phase: 'away', durationMs });
const advise = (ledger: Ledger) => strictestAdvice(ledger, defaultBreakSettings, now);

/** Days of so many hours each, rested often enough that no rest or long break is due, and a night between. */
const days = (count: number, hours: number, last = hours): Part[] =>
  Array.from({ length: count }, (_, day) => [
    ...(day === 0 ? [] : [rest(24 * HOUR - hours * 80 * MINUTE)]),
    ...Array.from({ length: day === count - 1 ? last : hours }, () => [work(60 * MINUTE), rest(20 * MINUTE)]).flat(),
  ]).flat();

describe('a long break', () => {
  const sixHours = (minutes: number, ownRest = 5): Part[] =>
    Array.from({ length: minutes / 30 }, () => [work(30 * MINUTE), rest(ownRest * MINUTE)]).flat();

  it('is due half an hour before six hours of work, and holds new tasks at six', () => {
    expect(advise(makeLedger(sixHours(300)))).toMatchObject({ state: 'none' });
    expect(advise(makeLedger(sixHours(330)))).toMatchObject({
      rule: 'long-break',
      state: 'due',
      lengthMs: 20 * MINUTE,
    });
    expect(advise(makeLedger(sixHours(360)))).toMatchObject({ rule: 'long-break', state: 'gate' });
  });

  it('is not taken by many short rests, but by one of its length', () => {
    expect(advise(makeLedger([...sixHours(360, 19)]))).toMatchObject({ rule: 'long-break', state: 'gate' });
    expect(advise(makeLedger([...sixHours(360), rest(15 * MINUTE)])).state).toBe('none');
  });

  it('taken is noted as that break, and a short rest that was due with it as rested', () => {
    const worker = makeWorker();
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    for (let round = 0; round < 7; round += 1) {
      worker.work(48 * MINUTE);
      worker.keeper.declareAway();
      worker.world.wait(5 * MINUTE);
      worker.keeper.comeBack();
    }
    expect(worker.keeper.snapshot().breakAdvice).toMatchObject({ state: 'due', rule: 'long-break' });
    worker.keeper.startBreak();
    expect(worker.keeper.snapshot().breakAdvice.breakLengthMs).toBe(20 * MINUTE);
    worker.world.wait(20 * MINUTE);
    worker.keeper.endBreak();
    expect(worker.keeper.snapshot().breakAdvice.state).toBe('none');
    worker.keeper.signOff();
    expect(worker.report().breaks).toEqual({ due: 1, taken: 1, postponed: 0, interrupted: 0 });
  });
});

describe('a day', () => {
  it('is said at eight hours in 24, and holds new tasks at ten', () => {
    expect(advise(makeLedger(days(1, 7)))).toMatchObject({ state: 'none' });
    expect(advise(makeLedger(days(1, 8)))).toMatchObject({ rule: 'day', state: 'due', workMs: 8 * HOUR });
    expect(advise(makeLedger(days(1, 10)))).toMatchObject({ rule: 'day', state: 'gate', liftable: true });
  });

  it('goes by the last 24 hours, not by the date', () => {
    expect(advise(makeLedger([...days(1, 10), rest(14 * HOUR)])).state).toBe('none');
  });

  it('may be lifted once, which is in the record without a word of the reason', () => {
    const worker = makeWorker();
    worker.keeper.signOn();
    worker.keeper.setActivity('search');
    const hours = (count: number) => {
      for (let round = 0; round < count; round += 1) {
        worker.work(60 * MINUTE);
        worker.keeper.declareAway();
        worker.world.wait(20 * MINUTE);
        worker.keeper.comeBack();
      }
    };
    hours(9);
    expect(() => worker.keeper.liftGate()).toThrow('BAD_INPUT');
    hours(1);
    expect(worker.keeper.snapshot().breakAdvice).toMatchObject({ state: 'gate', rule: 'day', liftable: true });
    worker.keeper.liftGate();
    expect(worker.keeper.snapshot().breakAdvice).toMatchObject({ state: 'due', rule: 'day', liftable: false });
    hours(2);
    expect(worker.keeper.snapshot().breakAdvice.state).toBe('due');
    expect(() => worker.keeper.liftGate()).toThrow('BAD_INPUT');
    worker.keeper.signOff();
  });
});

describe('a week', () => {
  it('is said at 40 hours in 7 x 24, holds new tasks at 48, and nothing lifts it at 55', () => {
    expect(advise(makeLedger(days(5, 7))).state).toBe('none');
    expect(advise(makeLedger(days(6, 7, 5)))).toMatchObject({ rule: 'week', state: 'due', workMs: 40 * HOUR });
    expect(advise(makeLedger(days(7, 7, 6)))).toMatchObject({ rule: 'week', state: 'gate', liftable: false });
    expect(advise(makeLedger(days(7, 9, 1))).state).toBe('gate');
    const most = makeLedger(days(7, 9, 4));
    expect(strictestAdvice(most, { ...defaultBreakSettings, weekGateMs: 55 * HOUR }, now)).toMatchObject({
      rule: 'week-most',
      state: 'gate',
      liftable: false,
    });
  });
});

describe('hints', () => {
  const hint = (ledger: Ledger) => hintOf(ledger, defaultBreakSettings, now);

  it('say that there were less than eleven hours of rest, for the first minutes only', () => {
    const [before] = [[work(HOUR), rest(8 * HOUR)]];
    expect(hint(makeLedger([...before, work(5 * MINUTE)]))).toEqual({ rule: 'daily-rest', ms: 8 * HOUR });
    expect(hint(makeLedger([...before, work(16 * MINUTE)]))).toBeNull();
    expect(hint(makeLedger([work(HOUR), rest(11 * HOUR), work(5 * MINUTE)]))).toBeNull();
  });

  it('ask the eyes to rest for 20 s every 20 min, and never hold anything', () => {
    expect(hint(makeLedger([work(19 * MINUTE)]))).toBeNull();
    expect(hint(makeLedger([work(20 * MINUTE)]))).toMatchObject({ rule: 'eye-pause' });
    expect(hint(makeLedger([work(20 * MINUTE + 20_000)]))).toBeNull();
    expect(advise(makeLedger([work(40 * MINUTE)])).state).not.toBe('gate');
    expect(hintOf(makeLedger([work(20 * MINUTE)]), { ...defaultBreakSettings, eyePauseEveryMs: null }, now)).toBeNull();
  });
});
