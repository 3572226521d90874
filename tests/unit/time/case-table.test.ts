import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `| T01 | what | tests with fake ports | tests against the running app |`, files below `tests/`. */
const rows = readFileSync('tests/unit/time/README.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| T\d\d/.test(line))
  .map((line) => {
    const [, id = '', , fake = '', real = ''] = line.split('|').map((cell) => cell.trim());
    const filesIn = (cell: string) => [...cell.matchAll(/`([^`]+\.ts)`/g)].map(([, file]) => file ?? '');
    return { id, fake: filesIn(fake), real: filesIn(real) };
  });

/** The ids that the titles of a file's tests name. */
function idsIn(file: string): ReadonlySet<string> {
  const source = readFileSync(`tests/${file}`, 'utf8');
  const titles = source.matchAll(/\b(?:it|test|describe)(?:\.[a-z.]+(?:\([^;]*?\))?)?\(\s*'([^'\n]*)'/gi);
  return new Set([...titles].flatMap(([, title = '']) => title.match(/\bT\d\d\b/g) ?? []));
}

const testFiles = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:test|spec)\.ts$/.test(file));

describe('the table of cases', () => {
  it('holds every case that true time has to survive', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16, 18, 20, 22, 23, 24, 25, 26, 29, 31, 38, 40, 41, 42];
    const ids = [...numbers, 46, 48, 49, 51, 52, 55].map((number) => `T${String(number).padStart(2, '0')}`);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rows)(
    'names for $id only files in which a test says so, one with fake ports at least',
    ({ id, fake, real }) => {
      expect(fake).not.toEqual([]);
      for (const file of [...fake, ...real])
        expect([file, [...idsIn(file)]]).toEqual([file, expect.arrayContaining([id])]);
    },
  );

  it('leaves out no test that names a case', () => {
    const listed = new Set(rows.flatMap(({ id, fake, real }) => [...fake, ...real].map((file) => `${id} ${file}`)));
    const found = testFiles.flatMap((file) => [...idsIn(file)].map((id) => `${id} ${file}`));
    expect(found.length).toBeGreaterThan(rows.length);
    expect(found.filter((one) => !listed.has(one))).toEqual([]);
  });
});
