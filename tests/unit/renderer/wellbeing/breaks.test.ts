import { describe, expect, test } from 'vitest';
import { breakViewOf } from '../../../../renderer/wellbeing/break-view.ts';
import { makePanicKeys } from '../../../../renderer/wellbeing/panic-keys.ts';
import { makeLive, makeRestingLive } from '../../../support/make-live.ts';

describe('what is shown about breaks', () => {
  const { breakAdvice } = makeLive().time;
  const advised = (state: 'due' | 'gate') =>
    makeLive({ breakAdvice: { ...breakAdvice, state, rule: 'rest', ruleWorkMs: 3_060_000 } });

  test('is nothing while none is due, and nothing while signed off', () => {
    expect(breakViewOf(makeLive(), 0)).toEqual({ show: 'nothing' });
    expect(breakViewOf({ ...advised('gate'), time: { ...advised('gate').time, activity: 'off' } }, 0)).toEqual({
      show: 'nothing',
    });
  });

  test('is a quiet line when one is due', () => {
    expect(breakViewOf(advised('due'), 0)).toEqual({
      show: 'banner',
      gate: false,
      rule: 'rest',
      workMs: 3_060_000,
      isLimit: false,
      liftable: false,
      postponesLeft: 2,
    });
    expect(breakViewOf(advised('gate'), 0)).toMatchObject({ show: 'banner', gate: true });
  });

  test('is a countdown during a break, that never goes below zero', () => {
    expect(breakViewOf(makeRestingLive(60_000), 4000)).toMatchObject({
      show: 'break',
      kind: 'rest',
      leftMs: 236_000,
      over: false,
    });
    expect(breakViewOf(makeRestingLive(299_000), 4000)).toMatchObject({ leftMs: 0, over: true });
    expect(breakViewOf(makeRestingLive(0, 'break.exposure'), 0)).toMatchObject({ kind: 'exposure' });
  });
});

describe('the panic key', () => {
  const presses = (...keys: readonly (readonly [code: string, atMs: number, how?: 'held' | 'taken'])[]) => {
    const isPanic = makePanicKeys();
    return keys.map(([code, atMs, how]) => {
      // nobody knows at the press itself what will become of it
      let heard = false;
      const wasTaken = () => {
        if (!heard) throw new Error('asked before everybody heard it');
        return how === 'taken';
      };
      const answer = isPanic({ code, atMs, repeat: how === 'held', wasTaken });
      heard = true;
      return answer;
    });
  };

  test('is F9', () => {
    expect(presses(['F9', 0])).toEqual([true]);
  });

  test('is Escape twice within half a second', () => {
    expect(presses(['Escape', 0], ['Escape', 500])).toEqual([false, true]);
    expect(presses(['Escape', 0], ['Escape', 501])).toEqual([false, false]);
  });

  test('is not Escape held down, nor with another key between', () => {
    expect(presses(['Escape', 0], ['Escape', 100, 'held'])).toEqual([false, false]);
    expect(presses(['Escape', 0], ['KeyA', 50], ['Escape', 100])).toEqual([false, false, false]);
  });

  test('is not the Escape after one that put something away, but the second one after it', () => {
    expect(presses(['Escape', 0, 'taken'], ['Escape', 100, 'taken'], ['Escape', 200], ['Escape', 300])).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('is Escape twice whatever the second one would put away', () => {
    expect(presses(['Escape', 0], ['Escape', 100, 'taken'])).toEqual([false, true]);
  });
});
