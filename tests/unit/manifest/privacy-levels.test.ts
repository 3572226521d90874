import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nodeCrypto } from '../../../electron/services/signing/node-crypto.ts';
import { verifyFolder } from '../../../electron/services/verify/verify-folder.ts';
import { workStatementText } from '../../../shared/manifest/compose/compose.ts';
import type { ExportFacts } from '../../../shared/manifest/facts.ts';
import type { WorkStatement } from '../../../shared/manifest/statements/work-statement.ts';
import { type PrivacyLevel, privacyLevelSchema } from '../../../shared/project/app-settings.ts';
import { writeOpenings } from '../../../electron/services/package/write-openings.ts';
import { composeSample } from './support/compose-sample.ts';
import { makeFacts, makeSnapshot, makeWorker } from './support/make-facts.ts';
import { makePackage } from './support/make-package.ts';

const TOTAL_MS = 62 * 60_000;

/** What a worker signs at a level. */
function statementAt(detail: PrivacyLevel): { text: string; work: WorkStatement } {
  const made = makeWorker(0, makeSnapshot(1));
  const worker = { ...made, work: { ...made.work, detail } };
  const text = workStatementText(makeFacts([worker]), worker, nodeCrypto);
  return { text, work: JSON.parse(text).predicate as WorkStatement };
}

/** The first `keepers` of the workers keep their time to themselves. */
const withheldBy =
  (keepers: number) =>
  (facts: ExportFacts): ExportFacts => ({
    ...facts,
    workers: facts.workers.map((worker, index) =>
      index < keepers ? { ...worker, work: { ...worker.work, detail: 'none' as const } } : worker,
    ),
  });

describe('a worker’s statement', () => {
  test.each(privacyLevelSchema.options)('at the level "%s" says so, and what was labelled', (detail) => {
    const { work } = statementAt(detail);
    expect(work).toMatchObject({ detail, items: { submitted: 4 }, annotationRoot: { treeSize: 4 } });
  });

  test('of nothing holds no time at all, not even the size of the journal', () => {
    const { text, work } = statementAt('none');
    const kept = Object.entries(work).filter(([, value]) => value === 'withheld');
    expect(kept.map(([name]) => name).toSorted()).toEqual([
      'breaks',
      'clock',
      'durationsMs',
      'exposureMs',
      'journalRoot',
      'outageMs',
      'period',
      'sourcesMs',
      'tasks',
      'totalMs',
      'undeterminedMs',
      'undisclosedHazards',
    ]);
    expect(text).not.toMatch(/3720000|1800000|2026-W|Ms":\d/);
  });

  test('of totals holds sums, and no task', () => {
    const { text, work } = statementAt('totals');
    expect(work).toMatchObject({ totalMs: TOTAL_MS, tasks: 'withheld', durationsMs: { search: 12 * 60_000 } });
    expect(text).not.toContain('t0-a');
  });

  test('by task adds the tasks, which add up to the total', () => {
    const { work } = statementAt('per-task');
    if (work.detail !== 'per-task') throw new Error('another level');
    expect(work.tasks.map(({ id }) => id)).toEqual(['t0-a', 't0-b']);
    expect(work.tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(work.totalMs);
  });

  test('tells no clock time at any level', () => {
    for (const detail of privacyLevelSchema.options) {
      expect(statementAt(detail).text).not.toMatch(/17\d{11}|T\d\d:|\d\d:\d\d/);
    }
  });
});

describe('a manifest', () => {
  test('adds up those who told, counts those who did not, and states no rate', async () => {
    const { labour } = await composeSample(12, withheldBy(2));
    const { predicate } = labour.manifest.statement;
    expect(predicate).toMatchObject({
      timeWithheldBy: 2,
      workers: { included: 12 },
      // each worker after the first has a millisecond more
      totalMs: 10 * TOTAL_MS + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11,
      effectiveHourlyMinor: { pooled: null, taskTimeOnlyPooled: null },
    });
    expect(predicate.clock.idleSources.system + predicate.clock.idleSources.app).toBe(10);
  });

  test.each([
    [1, 1],
    [12, 3],
  ])('by %i workers of whom %i withheld their time verifies, and says so', async (workers, keepers) => {
    const made = await makePackage({ workers, change: withheldBy(keepers) });
    onTestFinished(() => rm(made.around, { recursive: true }));
    const report = await verifyFolder({ folder: made.dir });
    expect([report.ok, report.findings]).toEqual([true, []]);
    const claim = (id: string) => report.claims.find((one) => one.id === id);
    expect(claim('time')).toMatchObject({
      status: 'ASSERTED',
      reason: 'timeWithheld',
      details: { withheld: keepers, included: workers },
    });
    expect(claim('rate')).toMatchObject({ status: 'ASSERTED', reason: 'rateWithheld' });
    expect(report.summary).toMatchObject({ timeWithheldBy: keepers, effectiveHourlyMinor: null });
  });

  test('with statements by task verifies, and one task whose time was made longer is found', async () => {
    const perTask = (longer: number) => (facts: ExportFacts) => ({
      ...facts,
      workers: facts.workers.map((worker) => ({
        ...worker,
        work: {
          ...worker.work,
          detail: 'per-task' as const,
          tasks: worker.work.tasks.map((task) => ({ ...task, trueMs: task.trueMs + longer })),
        },
      })),
    });
    const verdicts = [];
    for (const longer of [0, 60_000]) {
      const made = await makePackage({ workers: 2, change: perTask(longer) });
      onTestFinished(() => rm(made.around, { recursive: true }));
      const openings = join(made.around, 'openings');
      await writeOpenings(openings, made.openings);
      verdicts.push(await verifyFolder({ folder: made.dir, openings }));
    }
    const [sound, longer] = verdicts;
    expect(sound?.findings).toEqual([]);
    expect(longer?.findings.map(({ code }) => code)).toEqual(['E_SUM', 'E_SUM']);
  });
});
