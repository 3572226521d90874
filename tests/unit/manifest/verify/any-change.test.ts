import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderReader } from '../../../../electron/services/verify/folder-reader.ts';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { bagManifest } from '../../../../shared/manifest/documents/bag.ts';
import { toHex } from '../../../../shared/manifest/encoding/hex.ts';
import { type VerificationReport, verificationReportSchema } from '../../../../shared/manifest/report.ts';
import { verifyPackage } from '../../../../shared/manifest/verify/verify-package.ts';
import { type MadePackage, makePackage } from '../support/make-package.ts';
import { memoryReader } from '../support/memory-reader.ts';

type Files = ReadonlyMap<string, Uint8Array>;

let one: MadePackage;
let files: Files;

beforeAll(async () => {
  one = await makePackage({ workers: 1 });
  const listed = await folderReader(one.dir).list();
  files = new Map(
    await Promise.all(
      listed.files.map(async ({ path }) => [path, new Uint8Array(await readFile(join(one.dir, path)))] as const),
    ),
  );
});
afterAll(() => rm(one.around, { recursive: true }));

const verified = (changed: Files): Promise<VerificationReport> =>
  verifyPackage({
    reader: memoryReader(changed),
    openings: null,
    expectedRequester: null,
    previousManifest: null,
    crypto: nodeCrypto,
  });

/** Both lists of checksums as an attacker would make them right again. */
function bagAgain(changed: Files): Files {
  const bagged = new Map(changed);
  const list = (path: string, isListed: (path: string) => boolean): void => {
    const listed = [...bagged].filter(([file]) => file !== path && isListed(file));
    const entries = listed.map(([file, bytes]) => ({ path: file, bytes: 0, sha256: toHex(nodeCrypto.sha256(bytes)) }));
    bagged.set(path, new Uint8Array(Buffer.from(bagManifest(entries))));
  };
  list('manifest-sha256.txt', (path) => path.startsWith('data/'));
  list('tagmanifest-sha256.txt', (path) => !path.startsWith('data/'));
  return bagged;
}

test('the package in memory is good, also with its checksums made again', async () => {
  expect((await verified(files)).ok).toBe(true);
  expect((await verified(bagAgain(files))).ok).toBe(true);
});

test('any byte changed in any file is noticed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files.keys()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (path, at, bits) => {
        const bytes = (files.get(path) as Uint8Array).slice();
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ bits;
        const report = await verified(new Map(files).set(path, bytes));
        expect(report.ok).toBe(false);
        expect(verificationReportSchema.safeParse(report).success).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('any change of signed or counted bytes is noticed with all checksums made right again', async () => {
  const bound = [...files.keys()].filter((path) =>
    /^data\/|^labour\/(statements|rows|annotations|keys|terms|row-leaves)/.test(path),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bound),
      fc.nat(),
      fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constant('cut' as const), fc.constant('repeat' as const)),
      async (path, at, change) => {
        const good = files.get(path) as Uint8Array;
        const place = at % good.length;
        const bytes =
          change === 'cut'
            ? good.slice(0, place)
            : change === 'repeat'
              ? Uint8Array.of(...good, ...good.slice(place))
              : good.with(place, (good[place] as number) ^ change);
        // Outside the base64 an envelope may be written differently: only what is decoded is signed.
        fc.pre(!path.endsWith('.dsse.json') || decodes(bytes) !== decodes(good));
        expect((await verified(bagAgain(new Map(files).set(path, bytes)))).ok, `${path} at ${place}`).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

/** What an envelope says, whatever its white space. */
function decodes(bytes: Uint8Array): string {
  try {
    const { payload, payloadType, signatures } = JSON.parse(Buffer.from(bytes).toString());
    return JSON.stringify([payload, payloadType, signatures.map(({ sig }: { sig: string }) => sig)]);
  } catch {
    return '';
  }
}

test('any file left out or put in is noticed with all checksums made right again', async () => {
  for (const path of files.keys()) {
    const fewer = new Map(files);
    fewer.delete(path);
    const isBound = /^data\/|^labour\/(statements|rows|annotations|keys|terms|row-leaves|manifest)|^bagit/.test(path);
    if (isBound) expect((await verified(bagAgain(fewer))).ok, path).toBe(false);
  }
  const more = new Map(files).set('data/items/more.jpg', Uint8Array.of(1));
  expect((await verified(bagAgain(more))).ok).toBe(false);
});
