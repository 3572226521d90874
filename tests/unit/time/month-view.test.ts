import { describe, expect, it } from 'vitest';
import { monthsOf, spanOf } from '../../../shared/time/month-view.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import { HOUR, MINUTE } from '../../support/time/fake-worker.ts';
import { makeLedger } from '../../support/time/make-segment.ts';

const month = (number: number) => ({ fromMs: Date.UTC(2026, number - 1), toMs: Date.UTC(2026, number) });
const months = [1, 2, 3].map(month);

/** A stretch that begins so long before a month's end. */
function stretch(phase: Segment['phase'], endOf: number, beforeMs: number, durationMs: number): Segment {
  const [made] = makeLedger([{ phase, durationMs }]).segments;
  if (!made) throw new Error('no segment');
  return { ...made, startUtcMs: month(endOf).toMs - beforeMs };
}

describe('months', () => {
  it('divide what goes over their end, and lose nothing', () => {
    const segments = [
      stretch('task', 1, HOUR, 3 * HOUR),
      stretch('search', 2, HOUR, 30 * MINUTE),
      stretch('break.rest', 2, 30 * MINUTE, 5 * MINUTE),
      stretch('undetermined', 2, 10 * MINUTE, 20 * MINUTE),
      // the clock was set back meanwhile
      stretch('rework', 1, 2 * HOUR, HOUR),
      stretch('away', 3, HOUR, 30 * MINUTE),
      stretch('ledger', 3, HOUR, 30 * MINUTE),
    ];
    const [january, february, march] = monthsOf(segments, months);
    expect(january).toMatchObject({ workMs: 2 * HOUR, tasksMs: 2 * HOUR, aroundMs: 0 });
    expect(february).toMatchObject({
      workMs: 2 * HOUR + 35 * MINUTE,
      tasksMs: 2 * HOUR,
      aroundMs: 30 * MINUTE,
      breaksMs: 5 * MINUTE,
      undeterminedMs: 10 * MINUTE,
    });
    expect(march).toMatchObject({ workMs: 0, undeterminedMs: 10 * MINUTE });
  });

  it('of a stretch longer than a month are all it touches', () => {
    const sums = monthsOf([stretch('task', 1, HOUR, HOUR + (month(2).toMs - month(2).fromMs) + HOUR)], months);
    expect(sums.map(({ workMs }) => workMs)).toEqual([HOUR, month(2).toMs - month(2).fromMs, HOUR]);
  });

  it('span from the first stretch to the end of the last', () => {
    expect(spanOf([])).toBeNull();
    expect(spanOf([stretch('task', 2, HOUR, HOUR), stretch('task', 1, HOUR, HOUR)])).toEqual({
      fromMs: month(1).toMs - HOUR,
      toMs: month(2).toMs,
    });
  });
});
