import type { Output } from '../../../shared/ipc/contract.ts';

const MINUTE = 60_000;

/** A day like time.md's worked example, longer. */
export function fakeReport(
  range: 'today' | 'week' | 'month' | 'all',
  taskIds: readonly string[],
): Output<'time.report'> {
  const short = range === 'today';
  const by = {
    search: 12 * MINUTE,
    queue: 6 * MINUTE,
    onboarding: 4 * MINUTE,
    qualification: 0,
    task: 97 * MINUTE,
    rework: 3 * MINUTE,
    appeal: 0,
    messages: 0,
    payments: 2 * MINUTE,
    blocked: 0,
    'break.rest': 10 * MINUTE,
    'break.exposure': 0,
    outage: 0,
    ledger: 3 * MINUTE,
    off: 0,
  };
  const workMs = 134 * MINUTE;
  return {
    range: { fromMs: Date.now() - 86_400_000, toMs: Date.now() },
    workMs,
    undeterminedMs: 5 * MINUTE,
    outageMs: 0,
    awayMs: 31 * MINUTE,
    byActivityMs: by,
    sourcesMs: { measured: 120 * MINUTE, inferred: 9 * MINUTE, declared: 5 * MINUTE },
    asRecorded: { workMs: 129 * MINUTE, undeterminedMs: 10 * MINUTE },
    taskOutcomeMs: { paid: 60 * MINUTE, pending: 30 * MINUTE, unpaid: 10 * MINUTE },
    pay: [
      {
        currency: 'USD',
        receivedMinor: 125,
        pendingMinor: 310,
        refusedMinor: 25,
        effectiveHourlyMinor: short ? { low: 188, value: 195, high: 214 } : null,
        naiveHourlyMinor: 300,
      },
    ],
    invisibleShareBp: 2540,
    unpaidShareBp: 3280,
    submissions: 8,
    breaks: { due: 2, taken: 1, postponed: 1, interrupted: 0 },
    clock: { gapsMs: 12_000, anomalies: 1, idleSource: 'app' },
    tasks: taskIds
      .slice(0, 8)
      .map((id, index) => ({ id, ownMs: (60 + index * 7) * 1000, trueMs: (97 + index * 9) * 1000 })),
  };
}
