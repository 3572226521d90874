import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedName, itemNames } from '../../../shared/dataset/item-names.ts';

const namesOf = (...paths: readonly string[]): readonly string[] => {
  const names = itemNames(paths.map((path, index) => ({ id: `i${index}`, path })));
  return paths.map((_, index) => names.get(`i${index}`)?.path ?? '');
};

describe('the exported name of an item', () => {
  test('is its own path below the project’s data/ or items/ when that is safe', () => {
    const names = itemNames([{ id: 'a', path: 'items/images/chat noir (2).jpg' }]);
    expect(names.get('a')).toEqual({ path: 'images/chat noir (2).jpg', isChanged: false });
    expect(namesOf('data/images/a.jpg')).toEqual(['images/a.jpg']);
    expect(namesOf('猫/ሰላም.txt', 'ملف.txt')).toEqual(['猫/ሰላም.txt', 'ملف.txt']);
  });

  test.each([
    ['climbs out', '../../etc/passwd', '__/__/etc/passwd'],
    ['is absolute', '/etc/passwd', 'etc/passwd'],
    ['names a drive', 'C:\\a.jpg', 'C__a.jpg'],
    ['is UNC', '\\\\server\\share\\a.jpg', '__server_share_a.jpg'],
    ['has a stream', 'a.jpg:b', 'a.jpg_b'],
    ['has control characters', 'a\u0000b\nc.jpg', 'a_b_c.jpg'],
    ['turns the writing direction', 'a\u202egpj.exe', 'a_gpj.exe'],
    ['means something to a checksum file', 'a%0Ab.jpg', 'a_0Ab.jpg'],
    ['means something to a shell', '$(x)`\'".jpg', '_(x)___.jpg'],
    ['is an option', '-rf', '_rf'],
    ['ends in a dot or space', 'a. ', 'a__'],
    ['is hidden', '.git/config', '_git/config'],
    ['is a device on Windows', 'CON.jpg', '_CON.jpg'],
    ['has a lone surrogate', 'a\ud800.jpg', 'a_.jpg'],
    ['is nothing', '//', '_'],
  ])('is made safe when the path %s', (_name, path, safe) => expect(namesOf(path)).toEqual([safe]));

  test('differs where case or Unicode form does not count', () => {
    expect(namesOf('Cat.jpg', 'cat.jpg', 'CAT.jpg')).toEqual(['Cat-2.jpg', 'cat-3.jpg', 'CAT.jpg']);
    expect(new Set(namesOf('é.jpg', 'e\u0301.jpg').map(foldedName)).size).toBe(2);
  });

  test('is never another item’s folder', () => {
    expect(namesOf('A', 'a/b', 'a/c')).toEqual(['A', 'a_b', 'a_c']);
  });

  test('keeps the extension of a long name', () => {
    const [name = ''] = namesOf(`${'x'.repeat(500)}.jpeg`);
    expect([name.length, name.endsWith('.jpeg')]).toEqual([120, true]);
  });
});

test('for any paths, names are safe, distinct, and do not depend on the order of items', () => {
  const segment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('..', 'a', 'A', 'nul', '.', 'a.b'),
  );
  const paths = fc.array(
    fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(paths, (list) => {
      const items = list.map((path, index) => ({ id: `i${index}`, path }));
      const names = itemNames(items);
      expect(names).toEqual(itemNames(items.toReversed()));
      const all = [...names.values()].map(({ path }) => path);
      expect(new Set(all.map(foldedName)).size).toBe(items.length);
      for (const path of all) expect(path).toMatch(/^(?![/.])(?!.*\/[./])(?!.*[. ](\/|$))[^\\:*?"<>|%\p{Cc}]+$/u);
    }),
    { numRuns: 500 },
  );
});
