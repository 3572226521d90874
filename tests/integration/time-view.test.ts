import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type JournalStore, openJournal } from '../../electron/db/journal-store.ts';
import { taskTimesOf, timeViewOf } from '../../electron/services/own-record/time-view.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import { TASK_TIMES_PAGE, timeViewSchema } from '../../shared/ipc/calls/time-calls.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { seedDays } from '../support/seed-days.ts';
import { HOUR, MINUTE } from '../support/time/fake-worker.ts';
import { makeWorld } from '../support/time/fake-world.ts';
import { temporaryFolder } from '../support/project-fixture.ts';

const DAYS = 60;
/** Tasks of one seeded day. */
const TASKS_A_DAY = 7 * 5;

/** A record of two months, read once so that whatever is kept in memory is there. */
async function longRecord() {
  const dir = await temporaryFolder();
  seedDays(dir, { days: DAYS });
  const journal = openJournal({ path: join(dir, 'record.db') });
  const timekeeper = createTimekeeper({
    ...makeWorld(Date.now()),
    journal,
    breakSettings: () => defaultBreakSettings,
  });
  const all = { name: 'all', atMs: Date.now() } as const;
  const view = () => timeViewSchema.parse(timeViewOf({ timekeeper, journal }, all, () => []));
  view();
  const oldDay = journal.keptLedgers({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER })[3];
  return { journal, timekeeper, all, view, segments: oldDay?.segments ?? [] };
}

const worksOf = (months: readonly { workMs: number }[]) => months.reduce((sum, { workMs }) => sum + workMs, 0);

test('a correction of a day two months ago is in the sums, the months and the tasks of all time at once', async () => {
  const { timekeeper, journal, view, segments } = await longRecord();
  const before = view();
  const search = segments.find(({ phase }) => phase === 'search');
  if (!search) throw new Error('no search');
  const range = { of: 'segment', segmentId: search.id, offsetMs: 0, durationMs: 4 * MINUTE } as const;
  timekeeper.correct({ range, to: 'away', reason: 'lunch' });
  const startUtcMs = search.startUtcMs - 5 * HOUR;
  const added = { of: 'added', startUtcMs, zone: 'UTC', durationMs: HOUR, projectId: null, taskId: null } as const;
  timekeeper.correct({ range: added, to: 'search', reason: 'without the app' });

  const after = view();
  const changeMs = HOUR - 4 * MINUTE;
  expect(after.report.workMs - before.report.workMs).toBe(changeMs);
  expect(after.report.asRecorded).toEqual(before.report.asRecorded);
  expect(worksOf(after.months)).toBe(after.report.workMs);
  const changed = after.months.filter(({ workMs }, index) => workMs !== before.months[index]?.workMs);
  expect(changed.map(({ range: { fromMs, toMs } }) => fromMs <= startUtcMs && startUtcMs < toMs)).toEqual([true]);
  const longest = (shown: typeof after) => shown.tasks.tasks[0]?.trueMs ?? 0;
  expect(longest(after)).toBeGreaterThan(longest(before));
  journal.close();
});

test('a late verdict on a task of two months ago is in the pay of all time at once', async () => {
  const { journal, view, segments } = await longRecord();
  const task = segments.find(({ taskId }) => taskId !== null);
  const known = journal.outcomes().find(({ body }) => body.taskId === task?.taskId);
  if (!known) throw new Error('no verdict');
  const standing = (of: JournalStore) => {
    const [pay] = view().report.pay;
    return { count: of.outcomes().length, received: pay?.receivedMinor ?? 0, refused: pay?.refusedMinor ?? 0 };
  };
  const before = standing(journal);
  const { seq: _seq, hash: _hash, prevHash: _prevHash, ...draft } = known;
  journal.append({ ...draft, body: { ...known.body, outcome: 'rejected' } });
  expect(standing(journal)).toEqual({
    count: before.count + 1,
    received: before.received - known.body.payMinor,
    refused: before.refused + known.body.payMinor,
  });
  journal.close();
});

test('the tasks of all time come in pages, the longest first, none twice and none left out', async () => {
  const { journal, timekeeper, all, view } = await longRecord();
  const { report, tasks: first } = view();
  expect(first.count).toBe(DAYS * TASKS_A_DAY);
  const tasks = [];
  for (let offset = 0; offset < first.count; offset += TASK_TIMES_PAGE) {
    const page = taskTimesOf({ timekeeper }, { ...all, offset });
    expect(page.count).toBe(first.count);
    tasks.push(...page.tasks);
  }
  expect(tasks.slice(0, TASK_TIMES_PAGE)).toEqual(first.tasks);
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(first.count);
  expect(tasks.map(({ trueMs }) => trueMs)).toEqual(tasks.map(({ trueMs }) => trueMs).toSorted((a, b) => b - a));
  // every minute of work is some task's
  expect(tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(report.workMs);
  journal.close();
});
