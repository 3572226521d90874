import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openJsonFile } from '../../../electron/services/json-file.ts';
import { temporaryFolder } from '../../support/project-fixture.ts';

const schema = z.array(z.int());
const add = (number: number) => (numbers: readonly number[]) => [...numbers, number];

it('of changes asked for at once none is lost, and they are on disk in their order', async () => {
  const path = join(await temporaryFolder(), 'numbers.json');
  const file = await openJsonFile(path, schema, []);
  void file.change(add(1));
  void file.change(add(2));
  void file.change(add(3));
  await file.settled();
  expect(file.read()).toEqual([1, 2, 3]);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([1, 2, 3]);
});

it('a change that the disk refuses is said, changes nothing, and does not stop the next', async () => {
  const path = join(await temporaryFolder(), 'numbers.json');
  // a folder where the file belongs: nothing can be put in its place
  mkdirSync(join(path, 'in-the-way'), { recursive: true });
  const file = await openJsonFile(path, schema, []);
  await expect(file.change(add(1))).rejects.toThrow();
  expect(file.read()).toEqual([]);
  rmdirSync(join(path, 'in-the-way'));
  rmdirSync(path);
  await file.change(add(2));
  expect(file.read()).toEqual([2]);
});

it('a damaged file is set aside, not overwritten', async () => {
  const dir = await temporaryFolder();
  const path = join(dir, 'numbers.json');
  const first = await openJsonFile(path, z.array(z.string()), []);
  await first.change(() => ['not a number']);
  const second = await openJsonFile(path, schema, [7]);
  expect(second.read()).toEqual([7]);
  expect(readFileSync(`${path}.broken`, 'utf8')).toContain('not a number');
});
