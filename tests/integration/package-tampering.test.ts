import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/services/signing/node-crypto.ts';
import { verifyFolder } from '../../electron/services/verify/verify-folder.ts';
import { fromHex, toHex } from '../../shared/manifest/encoding/hex.ts';
import { keyIdOf, toPem } from '../../shared/manifest/encoding/public-key.ts';
import { MANIFEST_PATH, keyPath, workerPaths } from '../../shared/manifest/package-paths.ts';
import type { VerificationReport } from '../../shared/manifest/report.ts';
import { requesterKey, workerKey } from '../unit/manifest/support/make-facts.ts';
import { type MadePackage, makePackage } from '../unit/manifest/support/make-package.ts';
import { Attacker, type Loose } from '../unit/manifest/support/tamper.ts';
import { testKey } from '../unit/manifest/support/test-keys.ts';

const IMAGE = 'data/items/images/w0-a.jpg';
const ANNOTATIONS = 'data/fairmark/annotations.jsonl';
const stranger = testKey('stranger');

let good: MadePackage;
let crowd: MadePackage;
let attacker: Attacker;
let copies: string;

beforeAll(async () => {
  [good, crowd] = await Promise.all([makePackage({ workers: 1 }), makePackage({ workers: 12 })]);
});
afterAll(() => Promise.all([good, crowd].map(({ around }) => rm(around, { recursive: true }))));
beforeEach(async () => {
  copies = await mkdtemp(join(tmpdir(), 'fairmark-tampered-'));
  attacker = await copyOf(good);
});
afterEach(() => rm(copies, { recursive: true }));

async function copyOf(one: MadePackage): Promise<Attacker> {
  const dir = join(copies, String(Math.floor(performance.now() * 1000)));
  await cp(one.dir, dir, { recursive: true });
  return new Attacker(dir);
}

/** The codes of all findings; the report must refuse. */
async function codesOf(one: Attacker = attacker): Promise<readonly string[]> {
  const report: VerificationReport = await verifyFolder({ folder: one.dir });
  expect(report.ok).toBe(false);
  return [...new Set(report.findings.map(({ code }) => code))];
}

/** Changes numbers of the manifest so that it stays consistent in itself. */
function addTime(predicate: Loose, ms: number): void {
  predicate.durationsMs.search += ms;
  predicate.totalMs += ms;
  predicate.sourcesMs.measured += ms;
}

test('the packages that the tampering starts from are good', async () => {
  expect([(await verifyFolder({ folder: good.dir })).ok, (await verifyFolder({ folder: crowd.dir })).ok]).toEqual([
    true,
    true,
  ]);
});

describe('1. a byte of an annotation', () => {
  test('changed', async () => {
    await attacker.flipByte('data/coco/instances.json', 200);
    expect(await codesOf()).toEqual(['E_SUBJECT', 'E_COVERAGE']);
  });
  test('changed, with the checksums made right again', async () => {
    await attacker.flipByte('data/coco/instances.json', 200);
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SUBJECT', 'E_COVERAGE']);
  });
  test('changed and signed again by the requester: no worker’s tree holds it', async () => {
    const text = (await attacker.read(ANNOTATIONS)).replace('"x":10', '"x":11');
    await attacker.write(ANNOTATIONS, text);
    await attacker.resign([requesterKey], (payload) => setSubject(payload, ANNOTATIONS, text));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_COVERAGE']);
  });
});

describe('1b. an annotation in one format only, signed again by the requester', () => {
  test.each([
    ['a box moved', 'data/coco/instances.json', '"bbox":[10,', '"bbox":[11,'],
    ['a class renamed', 'data/coco/instances.json', '"name":"Cat"', '"name":"Dog"'],
    [
      'a model’s label passed off as made by hand',
      'data/coco/instances.json',
      '"origin":"accepted"',
      '"origin":"hand"',
    ],
    ['a text changed', 'data/jsonl-text/texts.jsonl', 'letter from Lagos', 'better from Lagos'],
    ['a span moved', 'data/jsonl-text/texts.jsonl', '[[14,19,', '[[14,18,'],
    ['a file that is no COCO any more', 'data/coco/instances.json', '"images": [', '"pictures": ['],
  ])('%s', async (_name, path, from, to) => {
    const text = await attacker.read(path);
    expect(text).toContain(from);
    const changed = text.replace(from, to);
    await attacker.write(path, changed);
    await attacker.resign([requesterKey], (payload) => setSubject(payload, path, changed));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_COVERAGE']);
  });
  test('written otherwise but meaning the same is fine', async () => {
    const path = 'data/coco/instances.json';
    const changed = JSON.stringify(JSON.parse(await attacker.read(path)), null, 1);
    await attacker.write(path, changed);
    await attacker.resign([requesterKey], (payload) => setSubject(payload, path, changed));
    await attacker.bagAgain();
    expect((await verifyFolder({ folder: attacker.dir })).ok).toBe(true);
  });
});

describe('2. an image', () => {
  test('changed', async () => {
    await attacker.flipByte(IMAGE);
    expect(await codesOf()).toEqual(['E_SUBJECT']);
  });
  test('exchanged and signed again by the requester: it is not the one that was labelled', async () => {
    await attacker.write(IMAGE, 'another picture');
    await attacker.resign([requesterKey], (payload) => setSubject(payload, IMAGE, 'another picture'));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SUBJECT']);
  });
});

describe.each([
  ['3. time up', 3_600_000],
  ['4. time down', -300_000],
])('%s', (_name, ms) => {
  test('in the signed payload', async () => {
    await attacker.changePayload(({ predicate }) => addTime(predicate, ms));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_SIG');
  });
  test('by the requester, in one activity only', async () => {
    await attacker.resign([requesterKey], ({ predicate }) => {
      predicate.durationsMs.search += ms;
    });
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SUM']);
  });
  test('by the requester, with every sum made right: the worker signed another', async () => {
    await attacker.resign([requesterKey], ({ predicate }) => addTime(predicate, ms));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(ms > 0 ? ['E_SUM'] : ['E_OMISSION', 'E_SUM']);
  });
  test('by the requester, in the worker’s own statement', async () => {
    const { work } = workerPaths(workerKey(0).keyId);
    await attacker.resign([requesterKey], ({ predicate }) => addTime(predicate, ms), work);
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(expect.arrayContaining(['E_SIG', 'E_OMISSION']));
  });
  test('among twelve workers, with every sum and rate made right', async () => {
    const many = await copyOf(crowd);
    await many.resign([requesterKey], ({ predicate }) => {
      addTime(predicate, ms);
      const { pay, totalMs, effectiveHourlyMinor } = predicate;
      effectiveHourlyMinor.pooled = Math.floor((pay.netMinor * 3_600_000) / totalMs);
    });
    await many.bagAgain();
    expect(await codesOf(many)).toContain('E_SUM');
  });
});

describe('5. pay', () => {
  test('in the signed payload', async () => {
    await attacker.changePayload(({ predicate }) => (predicate.pay.netMinor += 1000));
    expect(await codesOf()).toContain('E_SIG');
  });
  test('raised by the requester, the rate left alone', async () => {
    const many = await copyOf(crowd);
    await many.resign([requesterKey], ({ predicate }) => {
      predicate.pay.netMinor += 100_000;
      predicate.pay.grossMinor += 100_000;
    });
    await many.bagAgain();
    expect(await codesOf(many)).toEqual(expect.arrayContaining(['E_RATE', 'E_SUM']));
  });
  test('raised by the requester with rate and sums made right: the settlements say less', async () => {
    await attacker.resign([requesterKey], ({ predicate }) => {
      predicate.pay.netMinor += 1000;
      predicate.pay.grossMinor += 1000;
    });
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SUM']);
  });
  test('raised in the settlement too: the worker did not countersign that', async () => {
    const { settlement } = workerPaths(workerKey(0).keyId);
    const raise = ({ predicate }: Loose): void => {
      predicate.pay.netMinor += 1000;
      predicate.pay.grossMinor += 1000;
    };
    await attacker.resign([requesterKey], raise, settlement);
    await attacker.resign([requesterKey], raise);
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_ROLE');
  });
  test('a receipt that the requester wrote alone', async () => {
    const { settlement } = workerPaths(workerKey(0).keyId);
    await attacker.resign([requesterKey], ({ predicate }) => predicate.roles.pop(), settlement);
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_ROLE');
  });
  test('a rate that does not follow', async () => {
    const many = await copyOf(crowd);
    await many.resign([requesterKey], ({ predicate }) => (predicate.effectiveHourlyMinor.pooled += 1));
    await many.bagAgain();
    expect(await codesOf(many)).toEqual(['E_RATE']);
  });
});

describe('6. a signature', () => {
  test('changed', async () => {
    const envelope = JSON.parse(await attacker.read(MANIFEST_PATH));
    const sig = Buffer.from(envelope.signatures[0].sig, 'base64');
    sig[10] = (sig[10] as number) ^ 1;
    envelope.signatures[0].sig = sig.toString('base64');
    await attacker.write(MANIFEST_PATH, JSON.stringify(envelope));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SIG']);
  });
  test('of another statement', async () => {
    const { enrolment } = workerPaths(workerKey(0).keyId);
    const envelope = JSON.parse(await attacker.read(MANIFEST_PATH));
    const other = JSON.parse(await attacker.read(enrolment));
    await attacker.write(MANIFEST_PATH, JSON.stringify({ ...envelope, signatures: other.signatures }));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SIG']);
  });
  test('more than the payload declares', async () => {
    const envelope = JSON.parse(await attacker.read(MANIFEST_PATH));
    envelope.signatures.push({ keyid: stranger.keyId, sig: Buffer.alloc(64, 1).toString('base64') });
    await attacker.write(MANIFEST_PATH, JSON.stringify(envelope));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SIG']);
  });
  test('missing: a role that did not sign', async () => {
    const { enrolment } = workerPaths(workerKey(0).keyId);
    const envelope = JSON.parse(await attacker.read(enrolment));
    await attacker.write(enrolment, JSON.stringify({ ...envelope, signatures: envelope.signatures.slice(0, 1) }));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_ROLE');
  });
  test('no claim of a manifest counts whose signature fails', async () => {
    await attacker.changePayload(({ predicate }) => addTime(predicate, 1));
    await attacker.bagAgain();
    const { claims } = await verifyFolder({ folder: attacker.dir });
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(['FAILED']));
  });
});

describe('7. a key', () => {
  test('file exchanged for the attacker’s', async () => {
    await attacker.write(keyPath(requesterKey.keyId), toPem(fromHex(stranger.publicKey) as Uint8Array));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_KEY_UNENROLLED');
  });
  test('file missing', async () => {
    await attacker.remove(keyPath(requesterKey.keyId));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_KEY_UNENROLLED');
  });
  test('of the attacker, who signed the manifest anew: the workers enrolled with another', async () => {
    await attacker.resign(
      [stranger],
      ({ predicate }) => (predicate.roles = [{ role: 'requester', keyId: stranger.keyId }]),
    );
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_KEY_UNENROLLED']);
  });
  test('of the attacker in a package without statements: only a known fingerprint tells', async () => {
    const three = await makePackage({ workers: 3 });
    const own = await copyOf(three);
    await own.resign([stranger], ({ predicate }) => (predicate.roles = [{ role: 'requester', keyId: stranger.keyId }]));
    await own.remove(keyPath(requesterKey.keyId));
    await own.bagAgain();
    expect((await verifyFolder({ folder: own.dir })).ok).toBe(true);
    const expected = await verifyFolder({ folder: own.dir, expectedRequester: requesterKey.keyId });
    expect(expected.findings.map(({ code }) => code)).toEqual(['E_KEY_UNENROLLED']);
    await rm(three.around, { recursive: true });
  });
  test('one for both roles: requester and worker are the same', async () => {
    const { enrolment } = workerPaths(workerKey(0).keyId);
    await attacker.resign(
      [requesterKey, requesterKey],
      ({ predicate }) =>
        (predicate.roles = ['requester', 'worker'].map((role) => ({ role, keyId: requesterKey.keyId }))),
      enrolment,
    );
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_ROLE');
  });
});

describe('8. an extra file', () => {
  test('in the dataset', async () => {
    await attacker.write('data/items/images/more.jpg', 'more');
    expect(await codesOf()).toEqual(['E_EXTRA_FILE']);
  });
  test('in the dataset and in the checksums', async () => {
    await attacker.write('data/items/images/more.jpg', 'more');
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_EXTRA_FILE']);
  });
  test('beside the dataset', async () => {
    await attacker.write('labour/NOTES.md', 'All is well.');
    expect(await codesOf()).toEqual(['E_EXTRA_FILE']);
  });
  test('that is a link is not even opened', async () => {
    await symlink('/etc/hostname', join(attacker.dir, 'data/items/link.jpg'));
    expect(await codesOf()).toEqual(['E_FORMAT']);
  });
});

describe('9. a missing file', () => {
  test('of the dataset', async () => {
    await attacker.remove(IMAGE);
    expect(await codesOf()).toEqual(['E_SUBJECT']);
  });
  test('of the dataset and of the checksums', async () => {
    await attacker.remove(IMAGE);
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_SUBJECT']);
  });
  test('a worker’s statement', async () => {
    await attacker.remove(workerPaths(workerKey(0).keyId).work);
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(expect.arrayContaining(['E_OMISSION']));
  });
  test('a worker left out by the requester, everything else made right', async () => {
    const many = await copyOf(crowd);
    const paths = workerPaths(workerKey(3).keyId);
    for (const path of Object.values(paths)) await many.remove(path);
    const leaves = (await many.read('labour/row-leaves.txt')).trimEnd().split('\n');
    await many.write('labour/row-leaves.txt', `${leaves.slice(1).join('\n')}\n`);
    await many.resign([requesterKey], ({ predicate }) => {
      predicate.workers.enrolled -= 1;
      predicate.workers.included -= 1;
    });
    await many.bagAgain();
    expect(await codesOf(many)).toEqual(expect.arrayContaining(['E_ROWS', 'E_COVERAGE']));
  });
  test('the manifest itself', async () => {
    await attacker.remove(MANIFEST_PATH);
    const report = await verifyFolder({ folder: attacker.dir });
    expect([report.ok, report.claims, report.summary]).toEqual([false, [], null]);
  });
});

describe('10. bytes with two readings', () => {
  test('a duplicate key in the payload', async () => {
    await attacker.changePayloadText((text) => text.replace('"totalMs":', '"totalMs":1,"totalMs":'));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_NONCANONICAL']);
  });
  test('a duplicate key that the requester signed', async () => {
    await attacker.resign([requesterKey], () => undefined);
    await attacker.changePayloadText((text) => text.replace('"totalMs":', '"totalMs":1,"totalMs":'));
    expect(await codesOf()).toContain('E_NONCANONICAL');
  });
  test.each([
    ['white space', (text: string) => text.replace(',', ', '), 'E_NONCANONICAL'],
    ['a fraction', (text: string) => text.replace(/"totalMs":[0-9]+/, '"totalMs":1.5'), 'E_UNIT'],
    [
      'a number beyond 2^53',
      (text: string) => text.replace(/"totalMs":[0-9]+/, '"totalMs":9007199254740993'),
      'E_UNIT',
    ],
    ['a negative time', (text: string) => text.replace(/"totalMs":[0-9]+/, '"totalMs":-1'), 'E_UNIT'],
    ['a field too many', (text: string) => text.replace('"predicate":{', '"predicate":{"aa":1,'), 'E_FORMAT'],
    [
      'a depth bomb',
      (text: string) => text.replace('"predicate":{', `"predicate":{"aa":${'['.repeat(100)}${']'.repeat(100)},`),
      'E_LIMIT',
    ],
  ])('%s', async (_name, change, code) => {
    await attacker.changePayloadText(change);
    await attacker.bagAgain();
    expect(await codesOf()).toEqual([code]);
  });
});

describe('11. a manifest of another dataset', () => {
  test('with its keys and statements', async () => {
    const other = await copyOf(crowd);
    const { cp: copy } = await import('node:fs/promises');
    await rm(join(attacker.dir, 'labour'), { recursive: true });
    await copy(join(other.dir, 'labour'), join(attacker.dir, 'labour'), { recursive: true });
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_SUBJECT');
  });
  test('a worker’s statements of another project', async () => {
    const elsewhere = await makePackage({
      workers: 1,
      change: (facts) => ({ ...facts, project: { id: 'p-elsewhere', name: 'Elsewhere' } }),
    });
    const paths = workerPaths(workerKey(0).keyId);
    for (const path of Object.values(paths)) await attacker.write(path, await readFile(join(elsewhere.dir, path)));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_REPLAY');
    await rm(elsewhere.around, { recursive: true });
  });
});

describe('12. a weak key', () => {
  const neutral = fromHex(`01${'00'.repeat(31)}`) as Uint8Array;
  const weakId = keyIdOf(neutral, nodeCrypto);
  const forged = {
    publicKey: toHex(neutral),
    keyId: weakId,
    signBytes: () => Uint8Array.from([1, ...Array<number>(63).fill(0)]),
  };

  test('as the requester’s, with a signature that fits any message', async () => {
    await attacker.resign([forged], ({ predicate }) => (predicate.roles = [{ role: 'requester', keyId: weakId }]));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_KEY_WEAK');
  });
  test('merely lying in the package', async () => {
    await attacker.write(keyPath(weakId), toPem(neutral));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(['E_KEY_WEAK']);
  });
});

describe('workers and requesters who sign wrongly together', () => {
  const paths = workerPaths(workerKey(0).keyId);

  test('a worker’s time counted twice', async () => {
    await attacker.write('labour/statements/again.dsse.json', await attacker.read(paths.work));
    await attacker.resign(
      [workerKey(0)],
      ({ predicate }) => (predicate.protest = 'Again.'),
      'labour/statements/again.dsse.json',
    );
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_OVERLAP');
  });
  test('a worker enrolled twice', async () => {
    await attacker.write('labour/statements/again.dsse.json', await attacker.read(paths.enrolment));
    await attacker.resign(
      [requesterKey, workerKey(0)],
      ({ predicate }) => (predicate.enrolledAt = '2026-02-10'),
      'labour/statements/again.dsse.json',
    );
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_OVERLAP');
  });
  test('more hours than the weeks had', async () => {
    const change = ({ predicate }: Loose): void => addTime(predicate, 2 * 7 * 86_400_000);
    await attacker.resign([workerKey(0)], change, paths.work);
    await attacker.resign([requesterKey], change);
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_TIME_BOUND');
  });
  test('a statement that skips one', async () => {
    await attacker.resign([workerKey(0)], ({ predicate }) => (predicate.seq = 2), paths.work);
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_ROLLBACK');
  });
  test('a worker key that nobody enrolled', async () => {
    const ghost = testKey('ghost');
    await attacker.resign(
      [ghost],
      ({ predicate }) => (predicate.roles = [{ role: 'worker', keyId: ghost.keyId }]),
      paths.work,
    );
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_KEY_UNENROLLED');
  });
  test('pay in another currency than agreed', async () => {
    await attacker.resign([requesterKey], ({ predicate }) => (predicate.pay.currency = 'XTS'));
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_UNIT');
  });
  test('a rejection without a reason', async () => {
    await attacker.resign(
      [requesterKey, workerKey(0)],
      ({ predicate }) => (predicate.reasonsSha256 = []),
      paths.settlement,
    );
    await attacker.bagAgain();
    expect(await codesOf()).toContain('E_OMISSION');
  });
  test('terms that were changed after the enrolment', async () => {
    await attacker.resign([requesterKey], ({ predicate }) => (predicate.terms.floorPerHourMinor = 9999));
    await attacker.bagAgain();
    expect(await codesOf()).toEqual(expect.arrayContaining(['E_SUBJECT', 'E_REPLAY']));
  });
});

describe('a package that attacks its reader', () => {
  test('names that climb, or mean something elsewhere, are never opened', async () => {
    await attacker.write('data/items/a:b.jpg', 'x');
    await attacker.write('data/items/con.txt', 'x');
    await attacker.write('data/items/back\\slash', 'x');
    expect(await codesOf()).toEqual(['E_FORMAT']);
  });
  test('a checksum list with paths outside is not followed', async () => {
    const list = await attacker.read('manifest-sha256.txt');
    await attacker.write('manifest-sha256.txt', `${list}${'0'.repeat(64)}  ../../../etc/passwd\n`);
    expect(await codesOf()).toEqual(expect.arrayContaining(['E_FORMAT']));
  });
  test('without bagit.txt, or without a folder, is refused: a manifest alone proves nothing', async () => {
    await attacker.remove('bagit.txt');
    await expect(verifyFolder({ folder: attacker.dir })).rejects.toMatchObject({ code: 'PACKAGE_NOT_A_BAG' });
    await expect(verifyFolder({ folder: join(attacker.dir, 'no') })).rejects.toMatchObject({
      code: 'PACKAGE_NOT_FOUND',
    });
    await expect(verifyFolder({ folder: join(attacker.dir, MANIFEST_PATH) })).rejects.toMatchObject({
      code: 'PACKAGE_NOT_FOUND',
    });
  });
});

function setSubject(payload: Loose, path: string, content: string): void {
  const subject = payload.subject.find(({ name }: { name: string }) => name === path);
  subject.digest.sha256 = toHex(nodeCrypto.sha256(new Uint8Array(Buffer.from(content))));
}
