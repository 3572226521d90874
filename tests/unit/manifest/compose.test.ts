import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../../electron/services/signing/node-crypto.ts';
import { BugError } from '../../../shared/core/errors.ts';
import { workStatementText } from '../../../shared/manifest/compose/compose.ts';
import { openEnvelope } from '../../../shared/manifest/encoding/dsse.ts';
import { parseStatement } from '../../../shared/manifest/encoding/statement.ts';
import { mayPublishRows, type WorkerRecord } from '../../../shared/manifest/labour.ts';
import { workerPaths } from '../../../shared/manifest/package-paths.ts';
import type { WorkStatement } from '../../../shared/manifest/statements/work-statement.ts';
import { composeSample } from './support/compose-sample.ts';
import { makeFacts, makeSnapshot, makeWorker, workerKey } from './support/make-facts.ts';

const ZEROS = '0'.repeat(64);

describe('the statement that a worker sees before signing', () => {
  test('is byte for byte the one that is signed', async () => {
    const { labour, facts } = await composeSample(1);
    const file = labour.published.find(({ path }) => path === workerPaths(workerKey(0).keyId).work);
    const opened = openEnvelope(file?.bytes as Uint8Array);
    if (!opened.ok) throw new Error(opened.why.reason);
    const [worker] = facts.workers;
    expect(Buffer.from(opened.envelope.payload).toString()).toBe(workStatementText(facts, worker as never, nodeCrypto));
  });

  test('can be shown before there are keys, and is not signed then', async () => {
    const worker = makeWorker(0, makeSnapshot(1), { publicKey: ZEROS });
    const text = workStatementText(makeFacts([worker], { requester: { publicKey: ZEROS } }), worker, nodeCrypto);
    expect(parseStatement(Buffer.from(text))).toMatchObject({ ok: true });
    await expect(composeSample(1, (facts) => ({ ...facts, workers: [worker] }))).rejects.toBeInstanceOf(BugError);
  });

  test('holds the hours, the weeks and the roots, and neither instants nor exposure that nobody opted to tell', () => {
    const worker = makeWorker(1, makeSnapshot(2));
    const parsed = parseStatement(Buffer.from(workStatementText(makeFacts([worker]), worker, nodeCrypto)));
    if (!parsed.ok) throw new Error(parsed.why.reason);
    const predicate = parsed.statement.predicate as WorkStatement;
    expect(predicate).toMatchObject({
      seq: 1,
      prevStatementSha256: null,
      period: { fromWeek: '2026-W07', toWeek: '2026-W08' },
      totalMs: 62 * 60_000 + 1,
      items: { claimed: 6, submitted: 4, skipped: 1, expired: 1, rework: 1 },
      exposureMs: null,
      annotationRoot: { treeSize: 4 },
    });
    expect(JSON.stringify(predicate)).not.toMatch(/17[0-9]{11}|T[0-9]{2}:/);
  });
});

describe('single workers’ rows may be published', () => {
  const publishable = async (count: number, agreed: (index: number) => boolean): Promise<boolean> => {
    const { labour } = await composeSample(count, (facts) => ({
      ...facts,
      workers: facts.workers.map((worker, index) => ({ ...worker, publishRows: agreed(index) })),
    }));
    return labour.openings.length === 0;
  };

  test.each([
    [1, true],
    [2, false],
    [9, false],
    [10, true],
  ])('with %i workers who all agreed: %s', async (count, expected) => {
    expect(await publishable(count, () => true)).toBe(expected);
  });

  test('never when one of them did not agree', async () => {
    expect([await publishable(1, () => false), await publishable(12, (index) => index !== 5)]).toEqual([false, false]);
  });

  test('not of nobody', () => expect(mayPublishRows([] as readonly WorkerRecord[])).toBe(false));
});
