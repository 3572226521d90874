import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFlags, readItems } from '../../../electron/db/item-store.ts';
import { readTasks } from '../../../electron/db/task-store.ts';
import { freeProjectFolder, makeOwnProject } from '../../../electron/services/project/make-own-project.ts';
import { surveyFolder } from '../../../electron/services/project/own-files.ts';
import { openProjectSession, PROJECT_FILE } from '../../../electron/services/project/project-session.ts';
import { labelSetOf } from '../../../shared/project/new-project.ts';
import { codeOfAsync } from '../../support/code-of.ts';
import { makeProjectFacts } from '../../support/make-facts.ts';
import { makePng } from '../../support/make-png.ts';
import { temporaryFolder } from '../../support/project-fixture.ts';

const png = makePng(4, 3);

const said = {
  ...makeProjectFacts(),
  labelSets: [labelSetOf('image', ['Boat'], ['box']), labelSetOf('text', ['Right'], ['span'])],
};

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, data] of Object.entries(files)) {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  }
  return folder;
}

describe('looking through a folder of own files', () => {
  it('takes pictures by their content and texts by their ending, in the order in which people count', async () => {
    const folder = await folderOf({
      '10.png': png,
      '2.png': png,
      'b/photo.dat': png,
      'b/note.txt': 'Hello',
      'c.md': '# A',
    });
    const { files, aside } = await surveyFolder(folder);
    expect(files.map(({ path, medium }) => [path, medium])).toEqual([
      ['2.png', 'image'],
      ['10.png', 'image'],
      ['b/note.txt', 'text'],
      ['b/photo.dat', 'image'],
      ['c.md', 'text'],
    ]);
    expect(aside).toEqual([]);
  });

  it.each([
    ['zero.jpg', '', 'empty'],
    ['blank.txt', ' \n', 'empty'],
    ['broken.png', png.subarray(0, 12), 'broken'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupported'],
    ['utf16.txt', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'not-utf8'],
    ['utf16.jsonl', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'not-utf8'],
    ['report.pdf', '%PDF-1.7', 'other'],
    ['sheet.csv', 'a,b', 'other'],
  ])('leaves %s aside and says why', async (path, data, why) => {
    const { files, aside } = await surveyFolder(await folderOf({ [path]: data }));
    expect({ files, aside }).toEqual({ files: [], aside: [{ path, why }] });
  });

  it('sees no hidden files, no links, and nothing of the projects that lie in the folder', async () => {
    const folder = await folderOf({
      '.hidden/a.png': png,
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      [`made/${PROJECT_FILE}`]: 'x',
      'made/data/a.png': png,
      'a.png': png,
    });
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    const { files, aside } = await surveyFolder(folder);
    expect(files.map(({ path }) => path)).toEqual(['a.png']);
    expect(aside).toEqual([{ path: 'made', why: 'project' }]);
  });

  it('takes each line of a file of JSON lines for a text, and tells those that hold none', async () => {
    const lines = [
      '{"text": "Hello\\r\\nyou", "label": [[0, 5, "Word"]]}',
      'no json',
      '{"words": 1}',
      '{"text": "سلام", "file_name": "../x"}',
    ];
    const survey = await surveyFolder(await folderOf({ 'in/some.jsonl': lines.join('\n'), 'settings.jsonl': '' }));
    expect(survey.files.map(({ path, direction }) => [path, direction])).toEqual([
      ['in/some/1.txt', 'ltr'],
      ['in/some/../x', 'rtl'],
    ]);
    expect(survey.aside).toEqual([
      { path: 'in/some.jsonl:2', why: 'line' },
      { path: 'in/some.jsonl:3', why: 'line' },
      { path: 'settings.jsonl', why: 'other' },
    ]);
    const dir = join(await temporaryFolder(), 'project');
    await makeOwnProject(dir, said, survey);
    expect(await readFile(join(dir, 'data/in/some/1.txt'), 'utf8')).toBe('Hello\r\nyou');
    expect(readItems(openProjectSession(dir).db).map(({ path }) => path)).toEqual([
      'data/in/some/1.txt',
      'data/in/some/__/x',
    ]);
  });

  it('hides what a line says is sensitive from the start, all of it where its place is unclear', async () => {
    const lines = [
      { text: 'They struck the zebra.', flags: [{ category: 'violence', severity: 2, start: 5, end: 11 }] },
      { text: 'Short.', flags: [{ category: 'gore', start: 2, end: 99 }] },
      { fields: { text: 'As another tool has it.' }, flags: 'something' },
      { text: 'Fine.', flags: [] },
    ];
    const folder = await folderOf({ 'some.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    const dir = join(await temporaryFolder(), 'project');
    await makeOwnProject(dir, said, await surveyFolder(folder));
    const { db } = openProjectSession(dir);
    expect(readItems(db).map(({ id }) => readFlags(db, id).map(({ category, extent }) => [category, extent]))).toEqual([
      [['violence', { of: 'range', start: 5, end: 11 }]],
      [['gore', { of: 'item' }]],
      [['disturbing-other', { of: 'item' }]],
      [],
    ]);
  });

  // nothing is locked to root
  it.skipIf(process.getuid?.() === 0)('leaves aside what it may not open, and looks at all the rest', async () => {
    const folder = await folderOf({ 'a.txt': 'Hello', 'b.txt': 'Mine', 'c/d.txt': 'Mine' });
    await chmod(join(folder, 'b.txt'), 0);
    await chmod(join(folder, 'c'), 0);
    const { files, aside } = await surveyFolder(folder);
    await chmod(join(folder, 'c'), 0o755);
    expect(files.map(({ path }) => path)).toEqual(['a.txt']);
    expect(aside.map(({ path, why }) => [path, why])).toEqual([
      ['c', 'unreadable'],
      ['b.txt', 'unreadable'],
    ]);
  });

  it('is refused where no folder is', async () => {
    const folder = await folderOf({ 'a.txt': 'x' });
    expect(await codeOfAsync(() => surveyFolder(join(folder, 'gone')))).toBe('PACKAGE_NOT_FOUND');
    expect(await codeOfAsync(() => surveyFolder(join(folder, 'a.txt')))).toBe('PACKAGE_NOT_FOUND');
  });
});

describe('a project of own files', () => {
  it('copies them byte for byte under safe names, with a task for each and the way its text is written', async () => {
    const text = 'الحق في الراحة\r\n';
    const folder = await folderOf({ 'a/001.png': png, 'b/001.png': png, 'b/what "now"?.txt': text });
    const dir = join(await temporaryFolder(), 'project');
    await makeOwnProject(dir, said, await surveyFolder(folder));
    const { db } = openProjectSession(dir);
    expect(readItems(db).map(({ path, title, direction, width }) => [path, title, direction, width])).toEqual([
      ['data/a/001.png', 'a/001.png', 'ltr', 4],
      ['data/b/001.png', 'b/001.png', 'ltr', 4],
      ['data/b/what _now__.txt', 'b/what "now"?.txt', 'rtl', null],
    ]);
    expect(readTasks(db)).toHaveLength(3);
    expect(await readFile(join(dir, 'data/b/what _now__.txt'), 'utf8')).toBe(text);
    expect(await readFile(join(folder, 'b/what "now"?.txt'), 'utf8')).toBe(text);
  });

  it('takes the files alone for which there is a label set, and is refused when those are none', async () => {
    const survey = await surveyFolder(await folderOf({ 'a.png': png, 'a.txt': 'Hello' }));
    const [images, texts] = said.labelSets as [(typeof said.labelSets)[0], (typeof said.labelSets)[0]];
    const dir = join(await temporaryFolder(), 'project');
    await makeOwnProject(dir, { ...said, labelSets: [images] }, survey);
    expect(readItems(openProjectSession(dir).db).map(({ medium }) => medium)).toEqual(['image']);
    const pictures = await surveyFolder(await folderOf({ 'a.png': png }));
    expect(await codeOfAsync(() => makeOwnProject(`${dir}-2`, { ...said, labelSets: [texts] }, pictures))).toBe(
      'NOTHING_TO_LABEL',
    );
  });

  it.each(['', 'no picture any more'])('is not made when a file changed meanwhile to "%s"', async (now) => {
    const folder = await folderOf({ 'a.png': png, 'b.png': png });
    const survey = await surveyFolder(folder);
    await writeFile(join(folder, 'b.png'), now);
    const dir = join(await temporaryFolder(), 'project');
    expect(await codeOfAsync(() => makeOwnProject(dir, said, survey))).toBe('SOURCE_CHANGED');
    expect(await codeOfAsync(async () => openProjectSession(dir))).toBe('PROJECT_NOT_FOUND');
  });

  it('gets a folder of its own, whatever it is called', async () => {
    const projects = await temporaryFolder();
    expect(await freeProjectFolder(projects, 'Boats & birds')).toBe(join(projects, 'boats-birds'));
    await mkdir(join(projects, 'boats-birds'));
    expect(await freeProjectFolder(projects, 'Boats & birds')).toBe(join(projects, 'boats-birds-2'));
    expect(await freeProjectFolder(projects, '鳥')).toBe(join(projects, 'project'));
    expect(await freeProjectFolder(projects, '../../etc')).toBe(join(projects, 'etc'));
  });
});
