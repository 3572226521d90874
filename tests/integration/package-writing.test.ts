import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderReader } from '../../electron/services/verify/folder-reader.ts';
import { verifyFolder } from '../../electron/services/verify/verify-folder.ts';
import { writePackage } from '../../electron/services/package/write-package.ts';
import { writeOpenings } from '../../electron/services/package/write-openings.ts';
import type { ClaimId, VerificationReport } from '../../shared/manifest/report.ts';
import { fileOf, makeWorker, requesterKey, workerKey } from '../unit/manifest/support/make-facts.ts';
import { type MadePackage, makePackage } from '../unit/manifest/support/make-package.ts';
import { signWith } from '../unit/manifest/support/test-keys.ts';

const run = promisify(execFile);
const made: MadePackage[] = [];

async function make(...args: Parameters<typeof makePackage>): Promise<MadePackage> {
  const one = await makePackage(...args);
  made.push(one);
  return one;
}

afterAll(() => Promise.all(made.map(({ around }) => rm(around, { recursive: true }))));

const statusOf = ({ claims }: VerificationReport, id: ClaimId): string | undefined =>
  claims.find((claim) => claim.id === id)?.status;

async function filesOf(dir: string): Promise<ReadonlyMap<string, Buffer>> {
  const { files } = await folderReader(dir).list();
  return new Map(await Promise.all(files.map(async ({ path }) => [path, await readFile(join(dir, path))] as const)));
}

describe('a package of one worker who agreed to publish', () => {
  let one: MadePackage;
  beforeAll(async () => {
    one = await make({ workers: 1 });
  });

  test('is the tree that the specification draws', async () => {
    const { files } = await folderReader(one.dir).list();
    const short = workerKey(0).keyId.slice(7, 23);
    expect(files.map(({ path }) => path)).toEqual(
      [
        'README.md',
        'bag-info.txt',
        'bagit.txt',
        'croissant.json',
        'data/coco/instances.json',
        'data/fairmark/annotations.jsonl',
        'data/fairmark/label-sets.json',
        'data/items/images/w0-a.jpg',
        'data/items/images/w0-b.jpg',
        'data/items/texts/w0-t.txt',
        'data/jsonl-text/texts.jsonl',
        'labour/VERIFY.md',
        `labour/annotations/${short}.txt`,
        `labour/keys/${requesterKey.keyId.slice(7)}.pem`,
        `labour/keys/${workerKey(0).keyId.slice(7)}.pem`,
        'labour/manifest.dsse.json',
        'labour/report.html',
        'labour/row-leaves.txt',
        `labour/rows/${short}.json`,
        `labour/statements/${short}-enrolment.dsse.json`,
        `labour/statements/${short}-settlement.dsse.json`,
        `labour/statements/${short}-work.dsse.json`,
        'labour/terms.json',
        'manifest-sha256.txt',
        'tagmanifest-sha256.txt',
      ].toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(files).toHaveLength(one.files);
  });

  test('verifies, and says of each claim what it rests on', async () => {
    const report = await verifyFolder({ folder: one.dir });
    expect(report.findings).toEqual([]);
    expect(report.ok).toBe(true);
    expect(Object.fromEntries(report.claims.map(({ id, status }) => [id, status]))).toEqual({
      files: 'VERIFIED',
      signatures: 'VERIFIED',
      release: 'ASSERTED',
      terms: 'VERIFIED',
      care: 'VERIFIED',
      workers: 'ASSERTED',
      time: 'VERIFIED',
      pay: 'VERIFIED',
      rate: 'VERIFIED',
      items: 'VERIFIED',
      breaks: 'VERIFIED',
      exposure: 'ASSERTED',
      clock: 'ASSERTED',
      origin: 'ASSERTED',
      coverage: 'VERIFIED',
      completeness: 'ASSERTED',
    });
  });

  test('summarises the signed figures: 62 minutes of work, 12.50 paid, and no rate for so few submissions', async () => {
    const { summary } = await verifyFolder({ folder: one.dir });
    expect(summary).toMatchObject({
      projectName: 'Harbour',
      totalMs: 62 * 60_000,
      pay: { currency: 'EUR', netMinor: 1250, acknowledgedBp: 10_000 },
      effectiveHourlyMinor: null,
      workers: { enrolled: 1, included: 1, disputed: 0 },
      items: { inDataset: 3, submitted: 4, accepted: 3, rejected: 1 },
      labelOrigin: { hand: 2, accepted: 1, edited: 0 },
    });
  });

  test('knows whether the requester is the expected one, by key id or fingerprint', async () => {
    const own = await verifyFolder({ folder: one.dir, expectedRequester: requesterKey.keyId });
    const fingerprint = own.summary?.requesterFingerprint;
    expect([own.ok, (await verifyFolder({ folder: one.dir, expectedRequester: fingerprint })).ok]).toEqual([
      true,
      true,
    ]);
    const other = await verifyFolder({ folder: one.dir, expectedRequester: workerKey(0).keyId });
    expect(other.findings.map(({ code }) => code)).toEqual(['E_KEY_UNENROLLED']);
  });

  test('keeps its lists of checksums as sha256sum wants them', async () => {
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      await expect(run('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: one.dir })).resolves.toBeDefined();
    }
  });

  test('has a report for people that is whole HTML without script or anything remote', async () => {
    const html = await readFile(join(one.dir, 'labour/report.html'), 'utf8');
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|https?:|url\(|@import|\bon[a-z]+=/i);
    expect(html).toContain('1&nbsp;h&nbsp;02&nbsp;min&nbsp;00&nbsp;s');
    expect(html).toContain('12.50 EUR');
  });

  test('has a Croissant description that names the manifest by its digest and spells RAI as its specification', async () => {
    const croissant = JSON.parse(await readFile(join(one.dir, 'croissant.json'), 'utf8'));
    const files = await filesOf(one.dir);
    const { stdout } = await run('sha256sum', ['labour/manifest.dsse.json'], { cwd: one.dir });
    const manifest = croissant.distribution.find((part: { '@id': string }) => part['@id'] === 'labour-manifest');
    expect(manifest).toMatchObject({
      '@type': 'cr:FileObject',
      sha256: stdout.slice(0, 64),
      contentUrl: 'labour/manifest.dsse.json',
    });
    expect(croissant.conformsTo).toEqual([
      'http://mlcommons.org/croissant/1.1',
      'http://mlcommons.org/croissant/RAI/1.0',
    ]);
    const rai = Object.keys(croissant).filter((key) => key.startsWith('rai:'));
    expect(rai).toEqual([
      'rai:dataCollectionTimeframe',
      'rai:dataManipulationProtocol',
      'rai:dataAnnotationProtocol',
      'rai:dataAnnotationPlatform',
      'rai:dataAnnotationAnalysis',
      'rai:annotationsPerItem',
      'rai:machineAnnotationTools',
      'rai:dataSocialImpact',
    ]);
    for (const part of croissant.distribution) {
      if (part['@type'] === 'cr:FileObject') expect(files.has(part.contentUrl)).toBe(true);
    }
  });

  test('has a dataset card with the true figures', async () => {
    const card = await readFile(join(one.dir, 'README.md'), 'utf8');
    expect(card).toContain('**1 h 02 min 00 s of work**');
    expect(card).toContain('**12.50 EUR paid** (gross 13.00 EUR, fees 0.50 EUR), of which workers confirmed 100.0 %');
    expect(card).toContain('Fewer than five people worked on this dataset');
    expect(card).toContain('| Made by hand | 2 |');
  });

  test('names no path of this machine', async () => {
    for (const [path, bytes] of await filesOf(one.dir)) {
      expect(bytes.includes(one.around), path).toBe(false);
    }
  });
});

describe('between two and nine workers', () => {
  test('nobody’s own statements are published, whatever they agreed to; with openings every sum is made again', async () => {
    const three = await make({ workers: 3 });
    const { files } = await folderReader(three.dir).list();
    expect(files.filter(({ path }) => /statements|rows\/|annotations\//.test(path))).toEqual([]);
    expect(files.filter(({ path }) => path.startsWith('labour/keys/'))).toHaveLength(1);

    const closed = await verifyFolder({ folder: three.dir });
    expect([closed.ok, statusOf(closed, 'time'), statusOf(closed, 'coverage')]).toEqual([true, 'ASSERTED', 'ASSERTED']);

    const openings = join(three.around, 'openings');
    await writeOpenings(openings, three.openings);
    const opened = await verifyFolder({ folder: three.dir, openings });
    expect(opened.findings).toEqual([]);
    expect([statusOf(opened, 'time'), statusOf(opened, 'pay'), statusOf(opened, 'coverage')]).toEqual(
      Array(3).fill('VERIFIED'),
    );
  });

  test('one worker’s openings show that their row is there, and no more', async () => {
    const three = await make({ workers: 3 });
    const short = workerKey(1).keyId.slice(7, 23);
    const own = three.openings.filter(({ path }) => path.includes(short));
    const openings = join(three.around, 'own');
    await writeOpenings(openings, own);
    const report = await verifyFolder({ folder: three.dir, openings });
    expect([report.ok, statusOf(report, 'time')]).toEqual([true, 'ASSERTED']);
  });

  test('medians are suppressed, and so is exposure', async () => {
    const three = await make({ workers: 3 });
    const envelope = JSON.parse(await readFile(join(three.dir, 'labour/manifest.dsse.json'), 'utf8'));
    const { predicate } = JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
    expect(predicate.effectiveHourlyMinor).toEqual({ pooled: 1210, taskTimeOnlyPooled: 2274, median: null, p10: null });
    expect(predicate.exposure).toBeNull();
  });
});

describe('what people withhold or contest', () => {
  test('a worker who did not agree stays out, alone as well', async () => {
    const one = await make({
      workers: 1,
      change: (facts) => ({ ...facts, workers: facts.workers.map((worker) => ({ ...worker, publishRows: false })) }),
    });
    const { files } = await folderReader(one.dir).list();
    expect(files.some(({ path }) => path.startsWith('labour/statements/'))).toBe(false);
    expect(one.openings.length).toBeGreaterThan(4);
  });

  test.each([
    ['not-received', 'DISPUTED', 0],
    ['disputed', 'DISPUTED', 0],
    ['no-response', 'ASSERTED', 0],
    ['received', 'VERIFIED', 10_000],
  ] as const)('a receipt “%s” makes the pay %s', async (receipt, status, acknowledgedBp) => {
    const one = await make({
      workers: 1,
      change: (facts) => ({
        ...facts,
        workers: facts.workers.map((worker) => ({ ...worker, settlement: { ...worker.settlement, receipt } })),
      }),
    });
    const report = await verifyFolder({ folder: one.dir });
    expect([report.ok, statusOf(report, 'pay'), report.summary?.pay.acknowledgedBp]).toEqual([
      true,
      status,
      acknowledgedBp,
    ]);
  });

  test('a signature under protest makes the time disputed', async () => {
    const one = await make({
      workers: 1,
      change: (facts) => ({
        ...facts,
        workers: facts.workers.map((worker) => ({
          ...worker,
          work: { ...worker.work, protest: 'Two hours are missing.' },
        })),
      }),
    });
    expect(statusOf(await verifyFolder({ folder: one.dir }), 'time')).toBe('DISPUTED');
  });

  test('contested records are counted and stand outside the totals; so do people who never worked', async () => {
    const twelve = await make({
      workers: 13,
      changeSnapshot: (snapshot) => ({
        ...snapshot,
        entries: snapshot.entries.filter(({ item }) => !/^w(11|12)-/.test(item.id)),
      }),
      change: (facts) => ({
        ...facts,
        workers: facts.workers.map((worker, index) =>
          index === 11
            ? { ...worker, settlement: { ...worker.settlement, disputed: true } }
            : index === 12
              ? {
                  ...worker,
                  work: { ...worker.work, durationsMs: {}, undeterminedMs: 0, outageMs: 0, submissions: [] },
                }
              : worker,
        ),
      }),
    });
    const report = await verifyFolder({ folder: twelve.dir });
    expect(report.findings).toEqual([]);
    expect(report.summary?.workers).toEqual({ enrolled: 13, included: 11, disputed: 1 });
    expect([statusOf(report, 'workers'), statusOf(report, 'time')]).toEqual(['DISPUTED', 'VERIFIED']);
  });
});

describe('writing', () => {
  test('is deterministic, and does not depend on the order of items or workers', async () => {
    const first = await make({ workers: 12 });
    const second = await make({
      workers: 12,
      change: (facts) => ({ ...facts, workers: facts.workers.toReversed() }),
      changeSnapshot: (snapshot) => ({ ...snapshot, entries: snapshot.entries.toReversed() }),
    });
    expect(await filesOf(second.dir)).toEqual(await filesOf(first.dir));
    expect((await verifyFolder({ folder: first.dir })).ok).toBe(true);
  });

  const refusalOf = async (one: MadePackage, more: Partial<Parameters<typeof writePackage>[0]>): Promise<string> => {
    const request = {
      target: join(one.around, 'again'),
      facts: one.facts,
      snapshot: one.snapshot,
      formats: ['coco'],
      itemFile: (item: { readonly path: string }) => join(one.around, 'project', item.path),
      sign: signWith([requesterKey, workerKey(0)]),
      ...more,
    };
    return writePackage(request).then(
      () => 'written',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  };

  test('refuses a folder that holds something, a file in its place, nothing to export, and unknown formats', async () => {
    const one = await make({ workers: 1 });
    await writeFile(join(one.around, 'file'), '');
    const codes = [
      await refusalOf(one, { target: one.dir }),
      await refusalOf(one, { target: join(one.around, 'file') }),
      await refusalOf(one, { snapshot: { ...one.snapshot, entries: [] } }),
      await refusalOf(one, { formats: ['pascal-voc-1'] }),
    ];
    expect(codes).toEqual(['FOLDER_NOT_EMPTY', 'FOLDER_NOT_EMPTY', 'NOTHING_TO_EXPORT', 'FORMAT_UNKNOWN']);
  });

  test('fills an empty folder', async () => {
    const one = await make({ workers: 1 });
    await mkdir(join(one.around, 'empty'));
    expect(await refusalOf(one, { target: join(one.around, 'empty') })).toBe('written');
  });

  test('leaves nothing behind when it fails: item changed, item missing, item a link, signing refused', async () => {
    const one = await make({ workers: 1 });
    const item = join(one.around, 'project/items/images/w0-b.jpg');
    const before = await readdir(one.around);
    const codes: string[] = [];
    await writeFile(item, 'another picture');
    codes.push(await refusalOf(one, {}));
    await rm(item);
    codes.push(await refusalOf(one, {}));
    await symlink('/etc/hostname', item);
    codes.push(await refusalOf(one, {}));
    await rm(item);
    await writeFile(item, fileOf(one.snapshot.entries[1] as never));
    codes.push(await refusalOf(one, { sign: signWith([]) }));
    expect(codes).toEqual(['ITEM_BROKEN', 'ITEM_MISSING', 'ITEM_MISSING', 'no test key for requester']);
    expect(await readdir(one.around)).toEqual(before);
  });

  test('a second release names the first, and the verifier who holds the first sees it', async () => {
    const first = await make({ workers: 1 });
    const second = await make({
      workers: 1,
      change: (facts) => ({
        ...facts,
        release: { ...facts.release, seq: 2, previousManifestSha256: first.manifestSha256 },
      }),
    });
    const previousManifest = join(first.dir, 'labour/manifest.dsse.json');
    const report = await verifyFolder({ folder: second.dir, previousManifest });
    expect([report.ok, statusOf(report, 'release')]).toEqual([true, 'VERIFIED']);
    const back = await verifyFolder({
      folder: first.dir,
      previousManifest: join(second.dir, 'labour/manifest.dsse.json'),
    });
    expect(back.findings.map(({ code }) => code)).toContain('E_ROLLBACK');
  });
});

test('names from strangers reach the documents as text only', async () => {
  const name = '<img src=x onerror=alert(1)>\u202e| `x`\n# head';
  const one = await make({
    workers: 1,
    change: (facts) => ({
      ...facts,
      project: { ...facts.project, name },
      dataset: { ...facts.dataset, title: name, description: `${name}\n\n<script>1</script>` },
    }),
  });
  const html = await readFile(join(one.dir, 'labour/report.html'), 'utf8');
  const card = await readFile(join(one.dir, 'README.md'), 'utf8');
  expect(html).not.toMatch(/<img|<script|\u202e/);
  const [, , body] = card.split('---\n', 3);
  expect(body).not.toMatch(/[^\\]<|\u202e|^# head/m);
  expect((await verifyFolder({ folder: one.dir })).ok).toBe(true);
});

test('a copy of a package verifies anywhere', async () => {
  const one = await make({ workers: 1 });
  await cp(one.dir, join(one.around, 'copy'), { recursive: true });
  expect((await verifyFolder({ folder: join(one.around, 'copy') })).ok).toBe(true);
  expect(makeWorker(0, one.snapshot).publicKey).toBe(workerKey(0).publicKey);
});
