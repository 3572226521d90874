import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFlags, readItem } from '../../../electron/db/item-store.ts';
import { countTasks, readTasks } from '../../../electron/db/task-store.ts';
import { createProject } from '../../../electron/services/project/create-project.ts';
import { itemFile } from '../../../electron/services/project/item-file.ts';
import { openProjectSession, PROJECT_FILE } from '../../../electron/services/project/project-session.ts';
import { codeOf, codeOfAsync } from '../../support/code-of.ts';
import { makeImageItem, makeProjectFacts, makeTextItem, violence } from '../../support/make-facts.ts';
import { openTestProject, temporaryFolder } from '../../support/project-fixture.ts';

describe('a new project', () => {
  it('holds its items, their flags and a task for each in order', async () => {
    const { db, project } = await openTestProject([
      makeImageItem('a', { flags: [violence] }),
      makeTextItem('b', 'Everyone has the right to rest.'),
    ]);
    expect(project).toEqual(makeProjectFacts());
    expect(readItem(db, 'a')).toMatchObject({ width: 64, height: 48, words: null });
    expect(readItem(db, 'b')).toMatchObject({ width: null, words: 6 });
    expect(readFlags(db, 'a')).toEqual([violence]);
    expect(readTasks(db).map(({ id, payMinor, state }) => [id, payMinor, state])).toEqual([
      ['task-a', 35, 'open'],
      ['task-b', 90, 'open'],
    ]);
    expect(countTasks(db)).toEqual({ open: 2, active: 0, submitted: 0, skipped: 0 });
  });

  it('is refused where something is already, and touches none of it', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'mine.txt'), 'keep me');
    expect(await codeOfAsync(() => createProject(dir, makeProjectFacts(), []))).toBe('FOLDER_NOT_EMPTY');
    expect(await readdir(dir)).toEqual(['mine.txt']);
  });

  it('leaves nothing behind when an item cannot be labelled', async () => {
    const dir = await temporaryFolder();
    const broken = makeImageItem('a', { bytes: new TextEncoder().encode('no image') });
    expect(await codeOfAsync(() => createProject(join(dir, 'p'), makeProjectFacts(), [broken]))).toBe('ITEM_BROKEN');
    expect(await readdir(dir)).toEqual([]);
  });

  it('keeps a text byte for byte, CRLF and all', async () => {
    const text = 'one\r\ntwo\u200d\n';
    const { root } = await openTestProject([makeTextItem('t', text)]);
    expect(await readFile(join(root, 'data/texts/t.txt'), 'utf8')).toBe(text);
  });

  it('refuses a text that is not UTF-8', async () => {
    const dir = await temporaryFolder();
    const item = makeTextItem('t', '', { bytes: new Uint8Array([0x61, 0xff, 0xfe]) });
    expect(await codeOfAsync(() => createProject(join(dir, 'p'), makeProjectFacts(), [item]))).toBe('ITEM_BROKEN');
  });
});

describe('opening a project', () => {
  it('is refused where there is none', async () => {
    const dir = await temporaryFolder();
    expect(codeOf(() => openProjectSession(dir))).toBe('PROJECT_NOT_FOUND');
    expect(existsSync(join(dir, PROJECT_FILE))).toBe(false);
  });

  it('is refused while another holds it', async () => {
    const session = await openTestProject([makeImageItem('a')]);
    expect(codeOf(() => openProjectSession(session.root))).toBe('PROJECT_IN_USE');
  });

  it('is refused when a newer Fairmark made it, and changes nothing', async () => {
    const session = await openTestProject([makeImageItem('a')]);
    session.db.pragma('user_version = 99');
    session.close();
    const before = await readFile(join(session.root, PROJECT_FILE));
    expect(codeOf(() => openProjectSession(session.root))).toBe('PROJECT_NEWER');
    expect(await readFile(join(session.root, PROJECT_FILE))).toEqual(before);
  });
});

describe('the file of an item', () => {
  it.each([
    ['../outside.png'],
    ['/etc/passwd'],
    ['a/../../b'],
    ['data/./a'],
    ['data//a'],
    ['C:\\secret'],
    ['data\\a'],
    ['a\0b'],
    ['x'.repeat(2000)],
    [''],
    ['data'],
    ['data/images/none.png'],
  ])('is not looked for at %j', async (path) => {
    const { root } = await openTestProject([makeImageItem('a')]);
    expect(await codeOfAsync(() => itemFile(root, path))).toBe('ITEM_MISSING');
  });

  it('is not reached through a symbolic link', async () => {
    const { root } = await openTestProject([makeImageItem('a')]);
    const { symlink } = await import('node:fs/promises');
    await mkdir(join(root, 'links'));
    await symlink('/etc/hostname', join(root, 'links', 'a.png'));
    expect(await codeOfAsync(() => itemFile(root, 'links/a.png'))).toBe('ITEM_MISSING');
  });

  it('is found where it lies', async () => {
    const { root } = await openTestProject([makeImageItem('a')]);
    expect(await itemFile(root, 'data/images/a.png')).toMatch(/data\/images\/a\.png$/);
  });
});
