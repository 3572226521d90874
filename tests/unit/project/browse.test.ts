import { expect, test } from 'vitest';
import { sumPay } from '../../../electron/db/submission-store.ts';
import type { MediaSource } from '../../../electron/services/media/media-source.ts';
import { browseTasks } from '../../../electron/services/project/browse.ts';
import type { ProjectSession } from '../../../electron/services/project/project-session.ts';
import { taskFactsOf } from '../../../electron/services/project/task-facts.ts';
import { createTypicalTimes } from '../../../electron/services/project/typical-time.ts';
import { countRows } from '../../support/count-rows.ts';
import { makeImageItem } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';
import { seedTasks } from '../../support/seed-tasks.ts';

const media = { thumbnailUrl: () => null } as unknown as MediaSource;
const page = { search: '', medium: null, state: null, flagged: null, offset: 0, limit: 100 };

async function openMany(count: number, handedIn: number) {
  const session = await openTestProject([makeImageItem('a')]);
  seedTasks(session.db, count, handedIn);
  const { db, count: cost } = countRows(session.db);
  return { session: { ...session, db } satisfies ProjectSession, cost };
}

/** What an act reads. */
async function costOf(cost: { statements: number; rows: number }, act: () => unknown) {
  Object.assign(cost, { statements: 0, rows: 0 });
  await act();
  return { ...cost };
}

test('a page of 20,000 tasks costs no more than one of 200, wherever it stands', async () => {
  const few = await openMany(200, 100);
  const many = await openMany(20_000, 10_000);
  const [fewTypical, manyTypical] = [createTypicalTimes(() => new Map()), createTypicalTimes(() => new Map())];
  const browse = ({ session }: typeof few, typical: typeof fewTypical, offset: number) =>
    browseTasks(session, media, { ...page, offset }, typical(session));
  // the typical time is worked out once
  await browse(few, fewTypical, 0);
  await browse(many, manyTypical, 0);

  const small = await costOf(few.cost, () => browse(few, fewTypical, 50));
  expect(small.rows).toBeGreaterThan(100);
  for (const offset of [50, 5_000, 15_000]) {
    const large = await costOf(many.cost, () => browse(many, manyTypical, offset));
    // tasks that were handed in have a verdict to read
    expect(large.rows).toBeLessThanOrEqual(small.rows + 100);
    expect(large.statements).toBeLessThanOrEqual(small.statements + 100);
  }
  expect((await browse(many, manyTypical, 15_000)).total).toBe(20_001);
});

test('the typical time of a medium is the middle one of what was handed in, worked out anew with the next submission', async () => {
  const { session, cost } = await openMany(6, 4);
  const trueMs = new Map([0, 1, 2, 3, 4].map((at) => [`task-many-${at}`, 1000 * (at + 1)]));
  let reports = 0;
  const typical = createTypicalTimes(() => {
    reports += 1;
    return trueMs;
  });
  expect(typical(session)).toEqual({ image: 2000, text: null });
  expect((await costOf(cost, () => typical(session))).rows).toBe(1);
  expect(reports).toBe(1);
  session.db
    .prepare(
      `INSERT INTO submission (id, task_id, submitted_at_ms, annotations, annotations_sha256, pay_minor, verdict, reason)
       SELECT 'more', 'task-many-4', submitted_at_ms, annotations, annotations_sha256, pay_minor, verdict, reason
       FROM submission WHERE id = 'submission-0'`,
    )
    .run();
  expect(typical(session)).toEqual({ image: 3000, text: null });
  expect(reports).toBe(2);
});

test('before anything was handed in no record is asked for a typical time', async () => {
  const { session } = await openMany(3, 0);
  const typical = createTypicalTimes(() => {
    throw new Error('asked');
  });
  expect(typical(session)).toEqual({ image: null, text: null });
});

test('what became of the tasks of a range is read of those tasks alone', async () => {
  const { session, cost } = await openMany(2_000, 1_000);
  const workedOn = new Set(['task-many-7', 'task-many-1999', 'task-of-another-project', null]);
  let facts: readonly { readonly taskId: string; readonly outcome: string }[] = [];
  const { rows } = await costOf(cost, () => {
    facts = taskFactsOf(session.db, session.project, workedOn);
  });
  expect(facts).toMatchObject([
    { taskId: 'task-many-7', outcome: 'pending' },
    { taskId: 'task-many-1999', outcome: 'open' },
  ]);
  expect(rows).toBe(3);
  const all = taskFactsOf(session.db, session.project);
  expect(all.filter(({ taskId }) => workedOn.has(taskId))).toEqual(facts);
});

test('pay of a day and what waits is summed without a look at what was labelled', async () => {
  const { session } = await openMany(50, 20);
  const from = 1_700_000_000_000;
  expect(sumPay(session.db, { fromMs: from + 5, toMs: from + 10 })).toEqual({ todayMinor: 175, pendingMinor: 700 });
  const plan = session.db
    .prepare<[number, number], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT sum(pay_minor) FROM submission
       WHERE verdict <> 'rejected' AND submitted_at_ms >= ? AND submitted_at_ms < ?`,
    )
    .all(0, 1);
  expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX');
});
