import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../shared/time/declarations.ts';
import { divideByWeight } from '../../../shared/time/largest-remainder.ts';
import { type TimeReport, reportOf, timeReportSchema } from '../../../shared/time/report.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';
import { ALL_TIME, MINUTE, SECOND } from '../../support/time/fake-worker.ts';
import { MORNING_MS } from '../../support/time/fake-world.ts';
import { type Part, makeFact, makeLedger } from '../../support/time/make-segment.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `t${String(index + 1).padStart(2, '0')}`);

function report(
  parts: readonly Part[],
  taskFacts: readonly TaskFact[] = [],
  declarations: readonly Declaration[] = [],
): TimeReport {
  return timeReportSchema.parse(reportOf({ range: ALL_TIME, ledger: makeLedger(parts), declarations, taskFacts }));
}

/** The worked example of time.md. */
const worked: readonly Part[] = [
  { phase: 'search', durationMs: 12 * MINUTE },
  { phase: 'queue', durationMs: 6 * MINUTE },
  { phase: 'onboarding', durationMs: 4 * MINUTE },
  ...ids(30).map((taskId): Part => ({ phase: 'task', durationMs: MINUTE, taskId })),
  { phase: 'rework', durationMs: 3 * MINUTE, taskId: 't26' },
  { phase: 'payments', durationMs: 2 * MINUTE },
  { phase: 'break.rest', durationMs: 5 * MINUTE },
];
const workedFacts = ids(30).map((taskId, index) => makeFact({ taskId, outcome: index < 25 ? 'accepted' : 'rejected' }));

describe('the worked example', () => {
  const made = report(worked, workedFacts);

  it('comes to 62 minutes, $1.25, $1.20 an hour where the naive rate says $3.00', () => {
    expect(made.workMs).toBe(62 * MINUTE);
    expect(made.pay).toEqual([
      {
        currency: 'USD',
        receivedMinor: 125,
        pendingMinor: 0,
        refusedMinor: 25,
        effectiveHourlyMinor: { low: 120, value: 120, high: 120 },
        naiveHourlyMinor: 300,
      },
    ]);
  });

  it('is invisible to 46.8 % and unpaid to 59.7 %', () => {
    expect([made.invisibleShareBp, made.unpaidShareBp]).toEqual([4677, 5968]);
  });

  it('is 124 s a true item of which 74 s are its own, and they add up to all work', () => {
    const sum = (key: 'ownMs' | 'trueMs') => made.tasks.reduce((total, task) => total + task[key], 0);
    expect([sum('ownMs') / 30, sum('trueMs') / 30]).toEqual([74 * SECOND, 124 * SECOND]);
    expect(sum('trueMs')).toBe(made.workMs);
    expect(made.tasks.find(({ id }) => id === 't01')?.ownMs).toBe(68 * SECOND);
    expect(made.tasks.find(({ id }) => id === 't26')?.ownMs).toBe(248 * SECOND);
  });
});

describe('verdicts', () => {
  it('T38 a task skipped after 3 min keeps its time as unpaid task time', () => {
    const made = report(
      [{ phase: 'task', durationMs: 3 * MINUTE, taskId: 't1' }],
      [makeFact({ taskId: 't1', outcome: 'skipped' })],
    );
    expect(made).toMatchObject({
      workMs: 3 * MINUTE,
      taskOutcomeMs: { paid: 0, pending: 0, unpaid: 3 * MINUTE },
      unpaidShareBp: 10_000,
    });
    expect(made.pay).toMatchObject([{ receivedMinor: 0, pendingMinor: 0, refusedMinor: 0 }]);
  });

  it('T40, T41 a rejection after 20 days and its reversal change the pay and no time', () => {
    const as = (outcome: TaskFact['outcome']) =>
      report(
        worked,
        workedFacts.map((fact) => (fact.taskId === 't01' ? { ...fact, outcome } : fact)),
      );
    const [accepted, rejected, reversed] = [as('accepted'), as('rejected'), as('accepted')];
    expect(rejected.pay[0]).toMatchObject({
      receivedMinor: 120,
      refusedMinor: 30,
      effectiveHourlyMinor: { value: 116 },
    });
    expect({ ...rejected, pay: [], taskOutcomeMs: null, unpaidShareBp: 0 }).toEqual({
      ...accepted,
      pay: [],
      taskOutcomeMs: null,
      unpaidShareBp: 0,
    });
    expect(reversed).toEqual(accepted);
  });

  it('T42 rework is counted by its own outcome and belongs to its task', () => {
    const made = report(
      [
        { phase: 'task', durationMs: 2 * MINUTE, taskId: 't1' },
        { phase: 'rework', durationMs: MINUTE, taskId: 't1' },
      ],
      [makeFact({ taskId: 't1', outcome: 'returned', reworkOutcome: 'accepted' })],
    );
    expect(made.taskOutcomeMs).toEqual({ paid: MINUTE, pending: 0, unpaid: 2 * MINUTE });
    expect(made.pay).toMatchObject([{ receivedMinor: 5, refusedMinor: 0 }]);
    expect(made.tasks).toEqual([{ id: 't1', ownMs: 3 * MINUTE, trueMs: 3 * MINUTE }]);
  });

  it('what nobody has decided about is pending, with or without a fact', () => {
    const made = report(
      ids(2).map((taskId): Part => ({ phase: 'task', durationMs: MINUTE, taskId })),
      [makeFact({ taskId: 't01', outcome: 'pending' })],
    );
    expect(made.taskOutcomeMs).toEqual({ paid: 0, pending: 2 * MINUTE, unpaid: 0 });
  });

  it('pending pay widens the range upwards, undetermined time downwards', () => {
    const made = report(
      [
        ...ids(10).map((taskId): Part => ({ phase: 'task', durationMs: 6 * MINUTE, taskId })),
        { phase: 'undetermined', durationMs: 60 * MINUTE },
      ],
      ids(10).map((taskId, index) => makeFact({ taskId, payMinor: 100, outcome: index < 5 ? 'accepted' : 'pending' })),
    );
    expect(made.pay[0]?.effectiveHourlyMinor).toEqual({ low: 250, value: 500, high: 1000 });
  });

  it('each currency has an effective hourly pay of its own, over all work time', () => {
    const made = report(
      ids(10).map((taskId): Part => ({ phase: 'task', durationMs: 6 * MINUTE, taskId })),
      ids(10).map((taskId, index) => makeFact({ taskId, payMinor: 100, currency: index < 5 ? 'USD' : 'EUR' })),
    );
    expect(made.pay.map(({ currency, effectiveHourlyMinor }) => [currency, effectiveHourlyMinor?.value])).toEqual([
      ['EUR', 500],
      ['USD', 500],
    ]);
  });
});

describe('not enough time yet', () => {
  const parts = (minutes: number): Part[] => [{ phase: 'task', durationMs: minutes * MINUTE, taskId: 't01' }];
  const facts = (count: number) => ids(count).map((taskId) => makeFact({ taskId }));
  it.each([
    [9.99, 5, false],
    [10, 4, false],
    [10, 5, true],
  ])('%d min and %i submissions: %s', (minutes, count, enough) => {
    expect(report(parts(minutes), facts(count)).pay[0]?.effectiveHourlyMinor !== null).toBe(enough);
  });
});

describe('what the worker declared', () => {
  const beat = {
    seq: 9,
    session: 1,
    monoMs: 0,
    bootId: 'b',
    bootMs: 0,
    wallMs: 0,
    zone: 'UTC',
    activity: 'off',
    presence: 'uncertain',
    projectId: null,
    taskId: null,
    prevHash: '',
    hash: '',
  } as const;
  const correct = (body: Extract<Declaration, { kind: 'correction' }>['body'], seq = 9): Declaration => ({
    ...beat,
    seq,
    kind: 'correction',
    body,
  });
  const parts: Part[] = [
    { phase: 'task', durationMs: 10 * MINUTE, taskId: 't1' },
    { phase: 'undetermined', durationMs: 10 * MINUTE, cause: 'no-input' },
  ];

  it('T52 corrections never change what was measured, however often they are made', () => {
    const range = { of: 'segment', segmentId: '1-0', offsetMs: MINUTE, durationMs: 2 * MINUTE } as const;
    const once = report(parts, [], [correct({ range, to: 'away', reason: 'door' })]);
    const twice = report(
      parts,
      [],
      [correct({ range, to: 'away', reason: 'door' }), correct({ range, to: 'task', reason: 'no' }, 10)],
    );
    expect(once).toMatchObject({
      workMs: 8 * MINUTE,
      sourcesMs: { measured: 8 * MINUTE, declared: 0 },
      awayMs: 2 * MINUTE,
    });
    expect(twice).toMatchObject({ workMs: 10 * MINUTE, sourcesMs: { measured: 8 * MINUTE, declared: 2 * MINUTE } });
    for (const made of [once, twice])
      expect(made.asRecorded).toEqual({ workMs: 10 * MINUTE, undeterminedMs: 10 * MINUTE });
  });

  it('can add time that no session covers', () => {
    const range = {
      of: 'added',
      startUtcMs: MORNING_MS,
      zone: 'UTC',
      durationMs: 12 * MINUTE,
      projectId: 'p1',
      taskId: null,
    } as const;
    const made = report(parts, [], [correct({ range, to: 'search', reason: 'looked for work elsewhere' })]);
    expect(made).toMatchObject({ workMs: 22 * MINUTE, sourcesMs: { measured: 10 * MINUTE, declared: 12 * MINUTE } });
  });

  it('beyond the end of a stretch counts only as far as the stretch goes', () => {
    const range = { of: 'segment', segmentId: '1-0', offsetMs: 9 * MINUTE, durationMs: 60 * MINUTE } as const;
    expect(report(parts, [], [correct({ range, to: 'away', reason: '' })]).workMs).toBe(9 * MINUTE);
  });
});

describe('large records', () => {
  it('T55 a report of 10,000 segments takes under a second and is exact', () => {
    const tasks = ids(5_000);
    const parts = Array.from({ length: 10_000 }, (_, index): Part => {
      const taskId = tasks[index % 5_000];
      return index % 3 === 0
        ? { phase: 'queue', durationMs: 1_001 + index }
        : { phase: 'task', durationMs: 7_777 + index, ...(taskId ? { taskId } : {}) };
    });
    const begun = performance.now();
    const made = report(
      parts,
      tasks.map((taskId) => makeFact({ taskId })),
    );
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(made.workMs).toBe(parts.reduce((sum, { durationMs }) => sum + durationMs, 0));
    expect(made.tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(made.workMs);
  });

  it('shares are whole and add up where floating point would not', () => {
    expect(divideByWeight(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(divideByWeight(7, [0, 0])).toEqual([0, 0]);
    const [big, small] = [Number.MAX_SAFE_INTEGER - 3, 1];
    expect(divideByWeight(Number.MAX_SAFE_INTEGER, [big, small]).reduce((sum, part) => sum + part, 0)).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });
});
