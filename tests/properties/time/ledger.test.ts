import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideByWeight } from '../../../shared/time/largest-remainder.ts';
import { foldRecords, foldSession } from '../../../shared/time/fold-session.ts';
import { type JournalRecord, isTimed } from '../../../shared/time/journal-record.ts';
import { CREDIT_LIMIT_MS } from '../../../shared/time/limits.ts';
import { reportOf, timeReportSchema } from '../../../shared/time/report.ts';
import { ledgerSchema } from '../../../shared/time/ledger.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import type { Outcome, TaskFact } from '../../../shared/time/task-fact.ts';
import { ALL_TIME, type FakeWorker, makeWorker } from '../../support/time/fake-worker.ts';
import { makeFact } from '../../support/time/make-segment.ts';

/** Something that happens to a worker and their machine. */
type Event = readonly [name: keyof typeof happen, amount: number];

const taskIds = ['t1', 't2', 't3'] as const;
const activities = ['search', 'queue', 'onboarding', 'task', 'rework', 'messages', 'outage', 'ledger'] as const;
const powerEvents = ['lock', 'unlock', 'suspend', 'resume', 'lock', 'unlock'] as const;
const pick = <Value>(values: readonly Value[], amount: number): Value => values[amount % values.length] as Value;

const happen = {
  work: (worker: FakeWorker, amount: number) => worker.work(amount % 120_000),
  wait: (worker: FakeWorker, amount: number) => worker.world.wait(amount % 900_000),
  freeze: (worker: FakeWorker, amount: number) => worker.world.freeze(amount % 300_000),
  sleep: (worker: FakeWorker, amount: number) => worker.world.sleep(amount % 7_200_000),
  setWall: (worker: FakeWorker, amount: number) => worker.world.setWall((amount % 200_000_000) - 100_000_000),
  power: (worker: FakeWorker, amount: number) => worker.world.emit(pick(powerEvents, amount)),
  window: (worker: FakeWorker, amount: number) =>
    worker.keeper.windowState(pick(['focused', 'visible', 'hidden'], amount)),
  activity: (worker: FakeWorker, amount: number) =>
    worker.keeper.setActivity(pick(activities, amount), {
      projectId: 'p1',
      taskId: pick(taskIds, amount),
      words: amount % 900,
    }),
  away: (worker: FakeWorker) => worker.keeper.declareAway(),
  back: (worker: FakeWorker) => worker.keeper.comeBack(),
  reading: (worker: FakeWorker) => worker.keeper.stillReading(),
  startBreak: (worker: FakeWorker, amount: number) => worker.keeper.startBreak(pick(['rest', 'exposure'], amount)),
  endBreak: (worker: FakeWorker) => worker.keeper.endBreak(),
  postpone: (worker: FakeWorker) => worker.keeper.postponeBreak(),
  answer: (worker: FakeWorker, amount: number) => {
    const { question } = worker.keeper.snapshot();
    if (question) worker.keeper.answer(question.id, pick(['working', 'away', 'split', 'later', 'outage'], amount));
  },
  correct: (worker: FakeWorker, amount: number) => {
    const segment = pick(worker.keeper.segments(ALL_TIME), amount);
    const range = {
      of: 'segment',
      segmentId: segment?.id ?? '',
      offsetMs: amount % 9_000,
      durationMs: amount % 70_000,
    } as const;
    worker.keeper.correct({ range, to: pick(['task', 'away', 'search'], amount), reason: '' });
  },
  fullDisk: (worker: FakeWorker) => (worker.journal.failWith = 'DISK_FULL'),
  freeDisk: (worker: FakeWorker) => (worker.journal.failWith = null),
  signOff: (worker: FakeWorker) => worker.keeper.signOff(),
  signOn: (worker: FakeWorker) => worker.keeper.signOn(),
  crash: (worker: FakeWorker, amount: number) => {
    worker.world.killProcess();
    worker.world.sleep(amount % 100_000);
    worker.restart();
  },
  reboot: (worker: FakeWorker, amount: number) => {
    worker.world.reboot(amount % 50_000_000, amount % 600_000);
    worker.restart();
  },
};

const names = Object.keys(happen) as (keyof typeof happen)[];
const event: fc.Arbitrary<Event> = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<keyof typeof happen>('work', 'wait', 'activity', 'signOn') },
    { weight: 4, arbitrary: fc.constantFrom(...names) },
  ),
  fc.nat({ max: 1_000_000_000 }),
);

/** Lives through the events. Refusals are part of life; anything else fails the test. */
function live(events: readonly Event[]): FakeWorker {
  const worker = makeWorker();
  worker.keeper.setActivity('task', { projectId: 'p1', taskId: 't1' });
  worker.keeper.signOn();
  for (const [name, amount] of events) {
    try {
      happen[name](worker, amount);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'AppError') throw error;
    }
  }
  worker.journal.failWith = null;
  worker.world.wait(5_000);
  return worker;
}

const forAllLives = (check: (worker: FakeWorker) => void) =>
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 25 }), (events) => check(live(events))),
    { numRuns: 120 },
  );

const bySession = (segments: readonly Segment[]) => Map.groupBy(segments, ({ session }) => session);
const sum = (segments: readonly Segment[]) => segments.reduce((total, { durationMs }) => total + durationMs, 0);

describe('every life of a worker and a machine', () => {
  it('1, 2, 3: segments of a session follow each other without overlap or hole, are whole and positive, and add up to its length', () => {
    forAllLives((worker) => {
      const ledger = ledgerSchema.parse(foldRecords(worker.journal.all));
      const groups = bySession(ledger.segments);
      for (const span of ledger.sessions) {
        let at = 0;
        for (const segment of groups.get(span.session) ?? []) {
          expect(segment.offsetMs).toBe(at);
          expect(segment.durationMs).toBeGreaterThan(0);
          at += segment.durationMs;
        }
        expect(at).toBe(span.durationMs);
      }
      expect(new Set(ledger.segments.map(({ id }) => id)).size).toBe(ledger.segments.length);
    });
  });

  it('2: a session within one boot is as long as the boot clock says, to the tolerance', () => {
    forAllLives((worker) => {
      const records = worker.journal.all.filter(isTimed);
      for (const span of foldRecords(records).sessions) {
        const own = records.filter(({ session }) => session === span.session);
        const [first, last] = [own[0], own.at(-1)];
        if (!first || !last || first.bootId !== last.bootId) continue;
        expect(Math.abs(span.durationMs - (last.bootMs - first.bootMs))).toBeLessThanOrEqual(2_000);
      }
    });
  });

  it('4: no measured work of over 15 s without a beat inside', () => {
    forAllLives((worker) => {
      for (const [, records] of Map.groupBy(worker.journal.all.filter(isTimed), ({ session }) => session)) {
        const [first, ...rest] = records;
        if (!first) continue;
        const fold = foldSession(first, null);
        const beats = [0];
        for (const record of rest) {
          fold.add(record);
          beats.push(fold.open().atMs);
        }
        for (const { phase, source, offsetMs, durationMs } of fold.ledger().segments) {
          if (source !== 'measured' || phase === 'away' || phase === 'undetermined') continue;
          const end = offsetMs + durationMs;
          const marks = [offsetMs, ...beats.filter((at) => at > offsetMs && at < end), end];
          const widest = Math.max(...marks.slice(1).map((at, index) => at - (marks[index] ?? 0)));
          expect(widest).toBeLessThanOrEqual(CREDIT_LIMIT_MS);
        }
      }
    });
  });

  it('5: what was recorded is the same whatever was answered and corrected', () => {
    forAllLives((worker) => {
      const ledger = foldRecords(worker.journal.all);
      const ignored = reportOf({ range: ALL_TIME, ledger, declarations: [], taskFacts: [] });
      const { asRecorded } = worker.report();
      expect(asRecorded).toEqual({ workMs: ignored.workMs, undeterminedMs: ignored.undeterminedMs });
    });
  });

  it('6: wall time never enters a duration', () => {
    const wallOf = (seq: number, salt: number) => 1 + (((seq * 7_919 + salt) * 104_729) % 2_000_000_000_000);
    const sums = (records: readonly JournalRecord[]) => {
      const { segments, sessions } = foldRecords(records);
      const byKind = Map.groupBy(segments, (part) =>
        [part.session, part.phase, part.source, part.cause, part.taskId].join(),
      );
      return {
        parts: new Map([...byKind].map(([kind, parts]) => [kind, sum(parts)])),
        lengths: sessions.map((span) => span.durationMs),
      };
    };
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 20 }), fc.nat(), (events, salt) => {
        const { all } = live(events).journal;
        const other = all.map((record) => ({ ...record, wallMs: wallOf(record.seq, salt) }));
        expect(sums(other)).toEqual(sums(all));
      }),
      { numRuns: 80 },
    );
  });

  it('7, 8: shares lie in order, true times add up to W, and no fact of a requester changes W', () => {
    const outcome = fc.constantFrom<Outcome>(
      'open',
      'pending',
      'accepted',
      'rejected',
      'returned',
      'expired',
      'skipped',
    );
    const facts = fc.array(
      fc
        .record({ taskId: fc.constantFrom(...taskIds), outcome, reworkOutcome: fc.option(outcome), payMinor: fc.nat() })
        .map((fact): TaskFact => makeFact(fact)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), facts, (events, taskFacts) => {
        const worker = live(events);
        const made = timeReportSchema.parse(worker.keeper.report(ALL_TIME, taskFacts));
        expect(made.workMs).toBe(worker.report().workMs);
        expect(made.invisibleShareBp).toBeLessThanOrEqual(made.unpaidShareBp);
        expect(made.unpaidShareBp).toBeLessThanOrEqual(10_000);
        expect(made.taskOutcomeMs.paid).toBeLessThanOrEqual(made.workMs);
        const { measured, inferred, declared } = made.sourcesMs;
        expect(measured + inferred + declared).toBe(made.workMs);
        const own = made.tasks.reduce((total, { ownMs }) => total + ownMs, 0);
        if (own > 0) expect(made.tasks.reduce((total, { trueMs }) => total + trueMs, 0)).toBe(made.workMs);
      }),
      { numRuns: 100 },
    );
  });

  it('folding beat by beat, across crashes, gives what folding the journal at once gives', () => {
    forAllLives((worker) => {
      worker.keeper.signOff();
      const recorded = worker.keeper.report(ALL_TIME, []).asRecorded;
      const again = makeWorker({ world: worker.world, journal: worker.journal }).keeper.report(ALL_TIME, []).asRecorded;
      const { workMs, undeterminedMs } = reportOf({
        range: ALL_TIME,
        ledger: foldRecords(worker.journal.all),
        declarations: [],
        taskFacts: [],
      });
      expect(again).toEqual({ workMs, undeterminedMs });
      expect(recorded).toEqual(again);
      expect(worker.journal.verify()).toEqual([]);
    });
  });
});

describe('dividing by weight', () => {
  it('is exact, in proportion, and gives nothing to what weighs nothing', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000_000_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), weights, (amount, given) => {
        const parts = divideByWeight(amount, given);
        const total = given.reduce((all, weight) => all + BigInt(weight), 0n);
        if (total === 0n) return;
        expect(parts.reduce((all, part) => all + part, 0)).toBe(amount);
        parts.forEach((part, index) => {
          const exact = (BigInt(amount) * BigInt(given[index] ?? 0)) / total;
          expect(BigInt(part) - exact === 0n || BigInt(part) - exact === 1n).toBe(true);
          if (given[index] === 0) expect(part).toBe(0);
        });
      }),
    );
  });
});
