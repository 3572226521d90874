import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../electron/services/flags/csv-table.ts';
import { readFlagsOf } from '../../../electron/services/flags/read-flags.ts';
import { importFlags } from '../../../electron/services/project/import-flags.ts';
import { itemVisibility } from '../../../electron/services/project/project-session.ts';
import { readFlags, readItem } from '../../../electron/db/item-store.ts';
import type { ProjectSession } from '../../../electron/services/project/project-session.ts';
import { codeOfAsync } from '../../support/code-of.ts';
import { makeImageItem, makeTextItem, violence } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const open = () =>
  openTestProject([
    makeImageItem('a', { path: 'data/one/001.png' }),
    makeImageItem('b', { path: 'data/two/001.png' }),
    makeImageItem('c', { path: 'data/two/002.png', flags: [violence] }),
    makeTextItem('t', 'A quiet 🌧️ day.'),
  ]);

async function take(session: ProjectSession, csv: string, dryRun = false) {
  const read = await readFlagsOf({ paths: ['flags.csv'], readText: async () => csv });
  return (await importFlags(session, read, { dryRun })).report;
}
const HEAD = 'file_name,category,severity,x,y,width,height,start,end\n';
const categories = (session: ProjectSession, id: string) => readFlags(session.db, id).map(({ category }) => category);

describe('flags that come with data', () => {
  it('hide the items they name, by path or by a file name that is unmistakable', async () => {
    const session = await open();
    expect(await take(session, `${HEAD}data/one/001.png,gore,2\nimages\\002.png,death,1\n`)).toMatchObject({
      added: 2,
      items: 2,
      newlyHidden: 1,
      byCategory: { gore: 1, death: 1 },
      unmatched: [],
      findings: [],
    });
    expect(itemVisibility(session, readItem(session.db, 'a')!)).toBe('derivative');
    expect(itemVisibility(session, readItem(session.db, 'b')!)).toBe('shown');
  });

  it('hide every item that a name could mean, and say so', async () => {
    const session = await open();
    const { findings, newlyHidden } = await take(session, `${HEAD}001.png,gore,2\n`);
    expect(newlyHidden).toBe(2);
    expect(findings).toMatchObject([{ code: 'FLAG_UNCLEAR', path: 'flags.csv:2' }]);
  });

  it('never take a flag away nor make it weaker', async () => {
    const session = await open();
    await take(session, `${HEAD}002.png,violence,1\n002.png,,\n`);
    expect(readFlags(session.db, 'c').map(({ severity }) => severity)).toEqual([2, 1]);
    expect(readFlags(session.db, 'c')).toContainEqual(violence);
  });

  it('add nothing when they come again, and nothing at all in a dry run', async () => {
    const session = await open();
    const row = `${HEAD}data/one/001.png,gore,2\n`;
    expect(await take(session, row, true)).toMatchObject({ added: 1, newlyHidden: 1 });
    expect(categories(session, 'a')).toEqual([]);
    await take(session, row);
    expect(await take(session, row)).toMatchObject({ added: 0, present: 1, items: 0 });
    expect(categories(session, 'a')).toEqual(['gore']);
  });

  it('count for the whole item where their place does not lie in it', async () => {
    const session = await open();
    const { findings } = await take(
      session,
      `${HEAD}data/one/001.png,gore,2,10,10,20,20\n002.png,gore,2,60,0,20,20\nt.txt,hate,2,,,,,8,10\nt.txt,abuse,2,,,,,8,400\n`,
    );
    expect(readFlags(session.db, 'a')[0]?.extent).toEqual({ of: 'region', x: 10, y: 10, width: 20, height: 20 });
    expect(readFlags(session.db, 'c')[1]?.extent).toEqual({ of: 'item' });
    expect(readFlags(session.db, 't').map(({ extent }) => extent)).toEqual([
      { of: 'range', start: 8, end: 10 },
      { of: 'item' },
    ]);
    expect(findings.map(({ path }) => path)).toEqual(['flags.csv:3', 'flags.csv:5']);
  });

  it('that name no item are told with their lines', async () => {
    const session = await open();
    expect(await take(session, `${HEAD}other.png,gore,2\n,gore,2\n`)).toMatchObject({
      added: 0,
      unmatched: ['flags.csv:2 other.png'],
      findings: [{ code: 'ITEM_UNKNOWN', path: 'flags.csv:3' }],
    });
  });

  it('find a text by its words, and a picture by its digest', async () => {
    const session = await open();
    const jsonl = JSON.stringify({ text: 'A quiet 🌧️ day.', flags: ['hate'] });
    const sha256 = createHash('sha256').update(makeImageItem('c').bytes).digest('hex');
    const files: Record<string, string> = { 'a.jsonl': jsonl, 'b.csv': `sha256,category,severity\n${sha256},gore,1\n` };
    const read = await readFlagsOf({ paths: Object.keys(files), readText: async (path) => files[path] ?? null });
    await importFlags(session, read, { dryRun: false });
    expect(categories(session, 't')).toEqual(['hate']);
    // all three pictures have the same bytes
    expect(['a', 'b', 'c'].map((id) => categories(session, id).includes('gore'))).toEqual([true, true, true]);
  });

  it('are asked for in a format that exists, in files that may have them', async () => {
    const source = { paths: ['notes.txt'], readText: async () => '' };
    expect(await codeOfAsync(() => readFlagsOf(source))).toBe('NOTHING_TO_IMPORT');
    expect(await codeOfAsync(() => readFlagsOf(source, 'xml'))).toBe('FORMAT_UNKNOWN');
  });
});

describe('a flag that cannot be understood', () => {
  it('hides the item like the strongest', async () => {
    const session = await open();
    session.db
      .prepare(
        `INSERT INTO flag (item_id, category, severity, origin, confidence, extent) VALUES ('a', 'novel', 1, 'requester', 1, '{"of":"frame"}')`,
      )
      .run();
    expect(readFlags(session.db, 'a')).toMatchObject([{ category: 'disturbing-other', severity: 3 }]);
    expect(itemVisibility(session, readItem(session.db, 'a')!)).toBe('derivative');
  });
});

describe('a table', () => {
  it('is read to the fault, which is told with its line', () => {
    const table = parseTable('file_name\tcategory\na.png\tgore\nb.png\t"never closed\nc.png\tgore\n');
    expect(table.rows).toEqual([{ line: 2, cells: ['a.png', 'gore'] }]);
    expect(table.broken).toHaveLength(1);
  });

  it('keeps a row that is too long, and tells of it', () => {
    const table = parseTable('\ufefffile_name,category\r\na.png,gore,2,3\n');
    expect(table.head).toEqual(['file_name', 'category']);
    expect(table.rows).toHaveLength(1);
    expect(table.broken).toMatchObject([{ line: 2 }]);
  });
});
