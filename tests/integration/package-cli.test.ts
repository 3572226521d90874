import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../cli/commands/verify.ts';
import { runCommand } from '../../cli/run-command.ts';
import { fr } from '../../shared/i18n/locales/fr.ts';
import { verificationReportSchema } from '../../shared/manifest/report.ts';
import { documentedReport } from '../support/documented-report.ts';
import { requesterKey } from '../unit/manifest/support/make-facts.ts';
import { type MadePackage, makePackage } from '../unit/manifest/support/make-package.ts';
import { Attacker } from '../unit/manifest/support/tamper.ts';

let one: MadePackage;
let bad: MadePackage;

beforeAll(async () => {
  [one, bad] = await Promise.all([makePackage({ workers: 1 }), makePackage({ workers: 1 })]);
  await new Attacker(bad.dir).flipByte('data/items/images/w0-a.jpg');
});
afterAll(() => Promise.all([one, bad].map(({ around }) => rm(around, { recursive: true }))));

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const status = await runCommand(verify, args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
  });
  return { status, out, err };
}

describe('fairmark verify', () => {
  test('says of a good package what each claim rests on, what signatures do not show, and exits with 0', async () => {
    const { status, out, err } = await run(one.dir);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^VERIFIED {2}Time /m);
    expect(out).toMatch(/^ASSERTED {2}Clocks/m);
    expect(out).toContain('They do not show that it is true, that money moved');
    expect(out).toMatch(/^Result: nothing failed\. 6 of 16 claims are only asserted\.$/m);
  });

  test('names every finding of a bad one by code and path, and exits with 1', async () => {
    const { status, out } = await run(bad.dir);
    expect(status).toBe(1);
    expect(out).toMatch(/^FAILED {4}Files/m);
    expect(out).toContain('E_SUBJECT data/items/images/w0-a.jpg: is not the file that was signed');
  });

  test('prints one JSON document of the documented shape', async () => {
    for (const dir of [one.dir, bad.dir]) {
      const { out } = await run(dir, '--json');
      expect(documentedReport(verificationReportSchema.shape.summary).parse(JSON.parse(out)).claims).toHaveLength(16);
    }
  });

  test('compares the requester with the one it was told', async () => {
    expect((await run(one.dir, '--requester', requesterKey.keyId)).status).toBe(0);
    expect((await run(one.dir, '--requester', `sha256:${'0'.repeat(64)}`)).status).toBe(1);
  });

  test('refuses what is no package with 1, and wrong words with 2', async () => {
    const nothing = await run(join(one.around, 'nothing'));
    const noBag = await run(one.around);
    expect([nothing.status, nothing.err.split(':')[0], noBag.status, noBag.err.split(':')[0]]).toEqual([
      1,
      'PACKAGE_NOT_FOUND',
      1,
      'PACKAGE_NOT_A_BAG',
    ]);
    expect(
      [
        await run(),
        await run(one.dir, one.dir),
        await run(one.dir, '--fast'),
        await run(one.dir, '--requester', 'me'),
      ].map(({ status }) => status),
    ).toEqual([2, 2, 2, 2]);
  });

  test('explains itself with an example', async () => {
    const { status, out } = await run('--help');
    expect([status, out.includes('Example: fairmark verify')]).toEqual([0, true]);
  });

  test('prints nothing that a terminal would act upon', async () => {
    const hostile = await makePackage({
      workers: 1,
      change: (facts) => ({ ...facts, project: { ...facts.project, name: 'a\u001b[2Jb\u202ec' } }),
    });
    const { out } = await run(hostile.dir);
    expect(['\u001b', '\u202e'].filter((sign) => out.includes(sign))).toEqual([]);
    expect(out).toContain('a\ufffd[2Jb\ufffdc');
    await rm(hostile.around, { recursive: true });
  });
});

describe('fairmark-verify.mjs', () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairmark-verifier-'));
    // As scripts/build.mjs builds it.
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: 'cli/fairmark-verify.ts',
        target: 'node20',
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: { output: { format: 'es', entryFileNames: 'fairmark-verify.mjs', codeSplitting: false } },
      },
      ssr: { noExternal: true, target: 'node' },
    });
    file = join(folder, 'fairmark-verify.mjs');
    await mkdir(join(folder, 'empty'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The system's own Node if there is one: the oldest that the verifier must run on is 20. */
  const node = existsSync('/usr/bin/node') ? '/usr/bin/node' : process.execPath;
  const start = (...args: readonly string[]): Promise<Said> =>
    new Promise((resolve) => {
      execFile(node, [file, ...args], { cwd: join(folder, 'empty'), env: {} }, (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });

  test('is one file that needs nothing but Node', async () => {
    const text = await readFile(file, 'utf8');
    const imports = [...text.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, name = '']) => name);
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((name) => !name.startsWith('node:'))).toEqual([]);
    // it speaks English: the words of other languages would be a third of it
    expect(text).not.toContain(fr.messages.verify.title);
    expect(text).not.toMatch(/\brequire\(|\bfetch\(|node:(net|http|https|child_process|dns)\b/);
  });

  test('verifies a good package, refuses a bad one, and knows wrong usage', async () => {
    expect(await start(one.dir)).toMatchObject({ status: 0, err: '' });
    expect(await start(bad.dir, '--json')).toMatchObject({ status: 1 });
    expect(await start()).toMatchObject({ status: 2 });
    expect((await start('--help')).out).toContain('fairmark-verify.mjs FOLDER');
  });
});
