import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/time/task-fact.ts';
import { payFacts } from '../../../electron/services/own-record/pay-facts.ts';
import { ALL_TIME, type FakeWorker, HOUR, IMAGE_TASK, MINUTE, makeWorker } from '../../support/time/fake-worker.ts';

const DAY = 24 * HOUR;
const TASKS = ['t1', 't2', 't3', 't4', 't5'];

let worker: FakeWorker;
beforeEach(() => {
  worker = makeWorker();
  for (const taskId of TASKS) {
    worker.keeper.setActivity('task', { ...IMAGE_TASK, taskId });
    worker.keeper.signOn();
    worker.work(3 * MINUTE);
    worker.keeper.noteOutcome('p1', { ...note(taskId), outcome: 'accepted' });
  }
});

const note = (taskId: string) => ({ submissionId: `s-${taskId}`, taskId, currency: 'USD', payMinor: 25 });

/** What the worker's own record says of the pay, with no project open. */
function report() {
  const facts = payFacts([], worker.journal, new Set(TASKS));
  return worker.keeper.report(ALL_TIME, facts);
}

describe('verdicts that come later', () => {
  it('T40, T41 a rejection after 20 days and its reversal leave every stretch as it was; E follows, and each version is noted', () => {
    worker.keeper.signOff();
    const segments = JSON.stringify(worker.keeper.segments(ALL_TIME));
    const told = (outcome: Outcome) => {
      worker.keeper.setActivity('ledger');
      worker.keeper.signOn();
      worker.keeper.noteOutcome('p1', { ...note('t1'), outcome });
      worker.keeper.signOff();
      return report();
    };
    const before = report();
    worker.world.sleep(20 * DAY);
    const rejected = told('rejected');
    worker.world.sleep(DAY);
    const reversed = told('accepted');
    expect([before, rejected, reversed].map(({ pay: [pay] }) => pay?.effectiveHourlyMinor?.value)).toEqual([
      500, 400, 500,
    ]);
    expect([before, rejected, reversed].map(({ workMs }) => workMs)).toEqual(Array(3).fill(15 * MINUTE));
    expect(rejected.taskOutcomeMs).toEqual({ paid: 12 * MINUTE, pending: 0, unpaid: 3 * MINUTE });
    expect(JSON.stringify(worker.keeper.segments(ALL_TIME).filter(({ phase }) => phase === 'task'))).toBe(segments);
    const versions = worker.journal.outcomes().filter(({ body }) => body.taskId === 't1');
    expect(versions.map(({ body }) => body.outcome)).toEqual(['accepted', 'rejected', 'accepted']);
    expect(worker.journal.verify()).toEqual([]);
  });

  it('T42 rework makes new stretches that name the task; those of the first time stay as they were', () => {
    const first = worker.keeper.segments(ALL_TIME).filter(({ taskId }) => taskId === 't2');
    worker.keeper.setActivity('rework', { ...IMAGE_TASK, taskId: 't2' });
    worker.work(2 * MINUTE);
    worker.keeper.signOff();
    const now = worker.keeper.segments(ALL_TIME).filter(({ taskId }) => taskId === 't2');
    expect(now.slice(0, first.length)).toEqual(first);
    expect(now.slice(first.length)).toMatchObject([{ phase: 'rework', taskId: 't2', durationMs: 2 * MINUTE }]);
    expect(report().byActivityMs).toMatchObject({ task: 15 * MINUTE, rework: 2 * MINUTE });
  });
});
