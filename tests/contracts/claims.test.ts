import { beforeAll, describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/services/signing/node-crypto.ts';
import type { JsonValue } from '../../shared/dataset/strict-json.ts';
import type { Evidence } from '../../shared/manifest/claims/claim.ts';
import { hashListText, parseHashList, sha256Hex } from '../../shared/manifest/annotation-leaves.ts';
import { fromUtf8 } from '../../shared/manifest/encoding/bytes.ts';
import { openEnvelope } from '../../shared/manifest/encoding/dsse.ts';
import { parseStatement } from '../../shared/manifest/encoding/statement.ts';
import type { Digested, WorkerRecord } from '../../shared/manifest/labour.ts';
import { ROW_LEAVES_PATH, workerPaths } from '../../shared/manifest/package-paths.ts';
import { claimIds } from '../../shared/manifest/report.ts';
import { rowListOf } from '../../shared/manifest/rows.ts';
import {
  allClaims,
  type DatasetManifest,
  datasetManifestSchema,
} from '../../shared/manifest/statements/dataset-manifest.ts';
import { type ComposedSample, composeSample } from '../unit/manifest/support/compose-sample.ts';
import { workerKey } from '../unit/manifest/support/make-facts.ts';

const WORKERS = 12;

let sample: ComposedSample;
let evidence: Evidence;

/** Everything there is: the statements of all workers, opened. */
function evidenceOf({ labour, subjects, content }: ComposedSample): Evidence {
  const file = (path: string): Uint8Array => labour.published.find((one) => one.path === path)?.bytes as Uint8Array;
  const opened = <Predicate>(path: string): Digested<Predicate> => {
    const envelope = openEnvelope(file(path));
    if (!envelope.ok) throw new Error(envelope.why.reason);
    const parsed = parseStatement(envelope.envelope.payload);
    if (!parsed.ok) throw new Error(parsed.why.reason);
    return { statement: parsed.statement as never, payloadSha256: sha256Hex(envelope.envelope.payload, nodeCrypto) };
  };
  const workers = Array.from({ length: WORKERS }, (_, index): WorkerRecord => {
    const { keyId } = workerKey(index);
    const paths = workerPaths(keyId);
    return {
      keyId,
      enrolment: opened(paths.enrolment),
      work: opened(paths.work),
      settlement: opened(paths.settlement),
      annotationLeaves: parseHashList(fromUtf8(file(paths.annotationLeaves)) as string),
    };
  });
  const rowLeaves = parseHashList(fromUtf8(file(ROW_LEAVES_PATH)) as string);
  return {
    dataFiles: new Map(subjects.map(({ name, digest }) => [name, digest.sha256])),
    subjects,
    content,
    rows: rowListOf(rowLeaves as readonly string[], nodeCrypto),
    workers,
    opened: true,
    formatsCompared: true,
    expectedRequester: null,
    previous: null,
    crypto: nodeCrypto,
  };
}

beforeAll(async () => {
  sample = await composeSample(WORKERS);
  evidence = evidenceOf(sample);
});

/** Every way to change one value of a document, by the path of the value. */
function* changesOf(value: JsonValue, path: string): Generator<readonly [path: string, changed: JsonValue]> {
  if (Array.isArray(value)) {
    if (value.length > 0) yield [path, value.slice(1)];
    for (const [index, part] of value.entries()) {
      for (const [at, changed] of changesOf(part, `${path}/${index}`)) yield [at, value.with(index, changed)];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      for (const [at, changed] of changesOf(part, `${path}/${key}`)) yield [at, { ...value, [key]: changed }];
    }
    yield [path, null];
  } else if (typeof value === 'number') {
    yield [path, value + 1];
    if (value > 0) yield [path, value - 1];
    yield [path, null];
  } else if (typeof value === 'boolean') yield [path, !value];
  else if (value === null) yield* [1, '0'.repeat(64)].map((other) => [path, other] as const);
  else for (const other of otherTexts(value)) yield [path, other];
}

/** Another text of the same form. */
function otherTexts(text: string): readonly string[] {
  const last = text.at(-1) ?? '';
  const digit = /[0-8]/.test(last) ? String(Number(last) + 1) : '1';
  const letter = last === 'R' ? 'S' : 'x';
  return [`${text.slice(0, -1)}${/[0-9a-f]/.test(last) ? digit : letter}`];
}

test('there is a claim for every id, and every claim is listed', () => {
  expect(allClaims.length).toBeGreaterThan(10);
  expect(allClaims.map(({ id }) => id)).toEqual(claimIds);
});

test('no two claims own one field', () => {
  const fields = allClaims.flatMap(({ shape }) => Object.keys(shape));
  expect(new Set(fields).size).toBe(fields.length);
  expect(Object.keys(datasetManifestSchema.shape).toSorted()).toEqual(fields.toSorted());
});

describe.each(claimIds)('the claim %s', (id) => {
  const claim = allClaims.find((one) => one.id === id);
  if (!claim) throw new Error(id);
  const manifest = (): DatasetManifest => sample.labour.manifest.statement.predicate;

  test('finds nothing wrong with what it collected', () => {
    expect(claim.check(manifest(), evidence)).toEqual([]);
  });

  test('finds a fault when any of its fields is changed and signed again', () => {
    let changes = 0;
    for (const field of Object.keys(claim.shape)) {
      const signed = (manifest() as unknown as Record<string, JsonValue>)[field] as JsonValue;
      for (const [path, changed] of changesOf(signed, field)) {
        const parsed = datasetManifestSchema.safeParse({ ...manifest(), [field]: changed });
        const isAsserted = claim.asserted.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
        if (!parsed.success || isAsserted) continue;
        changes += 1;
        const findings = allClaims.flatMap((one) => one.check(parsed.data, evidence));
        expect(findings, `${path} became ${JSON.stringify(changed)}`).not.toEqual([]);
      }
    }
    expect(changes).toBeGreaterThan(0);
  });

  test('never says VERIFIED of what nothing could contradict', () => {
    const closed: Evidence = { ...evidence, opened: false, workers: [] };
    const { status } = claim.judge(manifest(), closed);
    expect(status).toBe(['files', 'signatures'].includes(id) ? 'VERIFIED' : 'ASSERTED');
  });
});

test('what a claim admits to be only asserted is a field that exists', () => {
  const manifest = sample.labour.manifest.statement.predicate as unknown as JsonValue;
  for (const path of allClaims.flatMap(({ asserted }) => asserted)) {
    const value = path
      .split('/')
      .reduce<JsonValue | undefined>((at, key) => (at as Record<string, JsonValue>)[key], manifest);
    expect(value, path).toBeDefined();
  }
});

test('the published list of rows is sorted and of the length of the workers', () => {
  const leaves = evidence.rows?.leafHashes ?? [];
  expect(leaves).toHaveLength(WORKERS);
  expect(hashListText(leaves)).toBe(hashListText(leaves.toSorted()));
});
