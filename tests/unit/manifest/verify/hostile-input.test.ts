import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderReader } from '../../../../electron/services/verify/folder-reader.ts';
import { concatBytes } from '../../../../shared/manifest/encoding/bytes.ts';
import { lines } from '../../../../shared/manifest/verify/lines.ts';
import { pathFault } from '../../../../shared/manifest/verify/path-fault.ts';

describe('a path from a package', () => {
  test.each(['data/a.jpg', 'a', 'data/items/猫 (1).txt', 'a.b/c-d_e', 'data/.hidden', `a/${'x'.repeat(900)}`])(
    '%j is fine',
    (path) => expect(pathFault(path)).toBeNull(),
  );

  test.each([
    '',
    '/etc/passwd',
    '../a',
    'a/../b',
    'a/./b',
    'a//b',
    'a/',
    'C:/a',
    'c:a',
    '\\\\server\\share',
    '\\\\?\\a',
    'a\\b',
    'a:b',
    'a\u0000b',
    'a\nb',
    'a\u0085b',
    'a*',
    'a?',
    'a|b',
    'a"b',
    'a<b',
    'con',
    'data/NUL.txt',
    'com1.jpg',
    'a.',
    'a /b',
    'a\ud800',
    'x'.repeat(1025),
    Array(40).fill('a').join('/'),
  ])('%j is refused', (path) => expect(pathFault(path)).not.toBeNull());
});

describe('lines of a stream', () => {
  async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  test('are those of the text, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[ab]{0,5}$/), { maxLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (list, size) => {
          const text = list.map((line) => `${line}\n`).join('');
          const read: string[] = [];
          for await (const line of lines(chunked(new Uint8Array(Buffer.from(text)), size), 100)) {
            read.push(Buffer.from(line as Uint8Array).toString());
          }
          expect(read).toEqual(list);
        },
      ),
    );
  });

  test('stop at one that is too long, before it fills the memory', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield concatBytes(new Uint8Array(1000).fill(65));
      }
    }
    const read: (Uint8Array | null)[] = [];
    for await (const line of lines(endless(), 10_000)) read.push(line);
    expect([read, given < 20]).toEqual([[null], true]);
  });
});

describe('a folder from a stranger', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'fairmark-hostile-'));
    await writeFile(join(root, 'plain.txt'), 'plain');
  });
  afterEach(() => rm(root, { recursive: true }));

  const look = async (): Promise<{ readonly files: readonly string[]; readonly codes: readonly string[] }> => {
    const { files, findings } = await folderReader(root).list();
    return { files: files.map(({ path }) => path), codes: findings.map(({ code }) => code) };
  };

  test('gives its regular files; links to files and folders, sockets and odd names are findings', async () => {
    await symlink('/etc/hostname', join(root, 'link'));
    await symlink('/etc', join(root, 'linked-folder'));
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, 'socket'), listening));
    await writeFile(join(root, 'a:b'), '');
    await writeFile(join(root, 'line\nbreak'), '');
    expect(await look()).toEqual({ files: ['plain.txt'], codes: Array(5).fill('E_FORMAT') });
    await new Promise((closed) => server.close(closed));
  });

  test('gives nothing that it did not list', async () => {
    const reader = folderReader(root);
    await reader.list();
    await writeFile(join(root, 'later.txt'), 'later');
    expect([await reader.read('later.txt', 100), await reader.sha256('../plain.txt')]).toEqual([null, null]);
    expect(Buffer.from((await reader.read('plain.txt', 100)) as Uint8Array).toString()).toBe('plain');
  });

  test('gives nothing that became a link after it was listed', async () => {
    const reader = folderReader(root);
    await reader.list();
    await rm(join(root, 'plain.txt'));
    await symlink('/etc/hostname', join(root, 'plain.txt'));
    expect([await reader.read('plain.txt', 1000), await reader.sha256('plain.txt')]).toEqual([null, null]);
  });

  test('gives nothing from a folder that became a link', async () => {
    await mkdir(join(root, 'folder'));
    await writeFile(join(root, 'folder/hostname'), 'x');
    const reader = folderReader(root);
    await reader.list();
    await rm(join(root, 'folder'), { recursive: true });
    await symlink('/etc', join(root, 'folder'));
    expect(await reader.sha256('folder/hostname')).toBeNull();
  });

  test('gives nothing longer than was asked for', async () => {
    const reader = folderReader(root);
    await reader.list();
    expect(await reader.read('plain.txt', 4)).toBeNull();
    await writeFile(join(root, 'plain.txt'), 'plain and grown');
    expect(await reader.read('plain.txt', 10)).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)('says of what it may not read that it cannot', async () => {
    await chmod(join(root, 'plain.txt'), 0);
    const reader = folderReader(root);
    await reader.list();
    expect(await reader.sha256('plain.txt')).toBeNull();
  });
});
