import { describe, expect, test } from 'vitest';
import { meterOf } from '../../../../renderer/app/meter.ts';
import { makeLive } from '../../../support/make-live.ts';

describe('the header', () => {
  test('adds the seconds since the last word of the main process', () => {
    expect(meterOf(makeLive(), 4000, null)).toMatchObject({ state: 'recording', taskMs: 64_000, todayMs: 604_000 });
  });

  test('never adds more than the 15 s that a beat may credit', () => {
    expect(meterOf(makeLive(), 90_000, null)).toMatchObject({ taskMs: 75_000, todayMs: 615_000 });
  });

  test('adds nothing while the worker is not there', () => {
    expect(meterOf(makeLive({ present: false }), 4000, null)).toMatchObject({
      state: 'away',
      taskMs: 60_000,
      todayMs: 600_000,
    });
  });

  test('adds nothing while own time is looked at: that is no work', () => {
    expect(meterOf(makeLive({ activity: 'ledger' }), 4000, null)).toMatchObject({ counting: false, todayMs: 600_000 });
  });

  test('lets the task stand still while tasks are searched', () => {
    expect(meterOf(makeLive({ activity: 'search' }), 4000, null)).toMatchObject({ taskMs: 60_000, todayMs: 604_000 });
  });

  test.each([
    { what: 'the journal cannot be written', live: makeLive({ healthy: false, recording: false }), fault: null },
    { what: 'the main process says that it failed', live: makeLive(), fault: 'DISK_FULL' },
  ])('says that nothing is recorded when $what', ({ live, fault }) => {
    expect(meterOf(live, 4000, fault)).toMatchObject({ state: 'failed', counting: false, todayMs: 600_000 });
  });

  test('says signed off rather than failed while signed off', () => {
    expect(meterOf(makeLive({ activity: 'off', recording: false }), 0, null).state).toBe('off');
  });
});
