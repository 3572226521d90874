import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MANIFEST_PATH, keyPath, workerPaths } from '../../shared/manifest/package-paths.ts';
import { toPem } from '../../shared/manifest/encoding/public-key.ts';
import { fromHex } from '../../shared/manifest/encoding/hex.ts';
import { requesterKey, workerKey } from '../unit/manifest/support/make-facts.ts';
import { type MadePackage, makePackage } from '../unit/manifest/support/make-package.ts';
import { Attacker } from '../unit/manifest/support/tamper.ts';
import { testKey } from '../unit/manifest/support/test-keys.ts';

const exec = promisify(execFile);

let good: MadePackage;
let small: MadePackage;
let closed: MadePackage;
let copies: string;

beforeAll(async () => {
  [good, small, closed] = await Promise.all([
    makePackage({ workers: 12 }),
    makePackage({ workers: 1 }),
    makePackage({ workers: 3 }),
  ]);
  copies = await mkdtemp(join(tmpdir(), 'fairmark-shell-'));
});
afterAll(() =>
  Promise.all([good.around, small.around, closed.around, copies].map((path) => rm(path, { recursive: true }))),
);

/** Runs what VERIFY.md says, by the very line that it gives, with nothing but the system's own tools. */
async function follow(dir: string): Promise<{ readonly status: number; readonly out: string }> {
  const text = await readFile(join(dir, 'labour/VERIFY.md'), 'utf8');
  const line = /^ {4}(sed -n .* \| bash)$/m.exec(text)?.[1];
  expect(line).toBeDefined();
  try {
    const { stdout } = await exec('bash', ['-c', `set -o pipefail; ${line}`], {
      cwd: dir,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    });
    return { status: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { status: code, out: stdout };
  }
}

const HOLDS = 'Everything that these lines check holds.';

test('there are lines to run, and their script is plain bash', async () => {
  const text = await readFile(join(good.dir, 'labour/VERIFY.md'), 'utf8');
  const blocks = [...text.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, lines = '']) => lines);
  expect(blocks).toHaveLength(4);
  await expect(exec('bash', ['-n', '-c', blocks.join('\n')])).resolves.toBeDefined();
});

test('a good package passes, every envelope named', async () => {
  const { status, out } = await follow(good.dir);
  expect([status, out.includes(HOLDS)]).toEqual([0, true]);
  expect(out.match(/^signed: /gm)).toHaveLength(1 + 12 * 3);
});

test('a good package without published statements passes too', async () => {
  const { status, out } = await follow(closed.dir);
  expect([status, out.includes(HOLDS)]).toEqual([0, true]);
});

describe('a tampered package stops the lines', () => {
  const stranger = testKey('stranger');
  const tamperings: readonly (readonly [string, (attacker: Attacker) => Promise<void>])[] = [
    ['a byte of an annotation', (attacker) => attacker.flipByte('data/coco/instances.json', 100)],
    [
      'a byte of an image, checksums made right',
      async (attacker) => attacker.flipByte('data/items/images/w0-a.jpg').then(() => attacker.bagAgain()),
    ],
    [
      'time in the signed payload',
      async (attacker) =>
        attacker.changePayload(({ predicate }) => (predicate.totalMs += 1)).then(() => attacker.bagAgain()),
    ],
    [
      'a signature',
      async (attacker) => {
        const envelope = JSON.parse(await attacker.read(MANIFEST_PATH));
        envelope.signatures[0].sig = Buffer.alloc(64, 7).toString('base64');
        await attacker.write(MANIFEST_PATH, JSON.stringify(envelope));
        await attacker.bagAgain();
      },
    ],
    [
      'a worker’s signature',
      async (attacker) => {
        const { work } = workerPaths(workerKey(0).keyId);
        await attacker.resign([stranger], () => undefined, work);
        await attacker.bagAgain();
      },
    ],
    [
      'a key',
      async (attacker) => {
        await attacker.write(keyPath(requesterKey.keyId), toPem(fromHex(stranger.publicKey) as Uint8Array));
        await attacker.bagAgain();
      },
    ],
    ['an extra file', (attacker) => attacker.write('data/more.txt', 'x')],
    [
      'an extra file, checksums made right',
      async (attacker) => attacker.write('data/more.txt', 'x').then(() => attacker.bagAgain()),
    ],
    [
      'a missing file, checksums made right',
      async (attacker) => attacker.remove('data/items/images/w0-a.jpg').then(() => attacker.bagAgain()),
    ],
    [
      'a duplicate key',
      async (attacker) =>
        attacker
          .changePayloadText((text) => text.replace('"totalMs":', '"totalMs":1,"totalMs":'))
          .then(() => attacker.bagAgain()),
    ],
    [
      'a sum, signed again',
      async (attacker) =>
        attacker
          .resign([requesterKey], ({ predicate }) => (predicate.durationsMs.search += 1))
          .then(() => attacker.bagAgain()),
    ],
    [
      'a rate, signed again',
      async (attacker) =>
        attacker
          .resign([requesterKey], ({ predicate }) => (predicate.effectiveHourlyMinor.pooled += 1))
          .then(() => attacker.bagAgain()),
    ],
    [
      'the list of rows',
      async (attacker) => attacker.write('labour/row-leaves.txt', '').then(() => attacker.bagAgain()),
    ],
  ];

  test.each(tamperings)('%s', async (name, tamper) => {
    const dir = join(copies, name.replaceAll(/[^a-z]+/g, '-'));
    // One worker's few envelopes are quick to check, but have too few submissions for a rate.
    await cp(name.startsWith('a rate') ? good.dir : small.dir, dir, { recursive: true });
    await tamper(new Attacker(dir));
    const { status, out } = await follow(dir);
    expect(status).not.toBe(0);
    expect(out).not.toContain(HOLDS);
  });
});
