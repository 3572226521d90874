import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../cli/commands/all.ts';
import { forbiddenClaims } from '../support/forbidden-claims.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Everything that people read outside the window: README, documents, the help of commands, pages of a package. */
function publicTexts(): readonly { readonly place: string; readonly text: string }[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const pages = readdirSync(join(ROOT, 'shared', 'manifest', 'documents')).map(
    (name) => `shared/manifest/documents/${name}`,
  );
  const files = ['README.md', 'renderer/index.html', ...docs.map((name) => `docs/${name}`), ...pages];
  return [
    ...files.map((place) => ({ place, text: readFileSync(join(ROOT, place), 'utf8') })),
    ...commands.map(({ name, summary, usage }) => ({ place: `fairmark ${name} --help`, text: `${summary}\n${usage}` })),
  ];
}

test('no document, page of a package or help text claims more than Fairmark does', () => {
  const texts = publicTexts();
  expect(texts.length).toBeGreaterThan(20);
  const claims = texts.flatMap(({ place, text }) => {
    const found = forbiddenClaims['en']?.exec(text) ?? null;
    return found ? [`${place}: ${text.slice(Math.max(0, found.index - 40), found.index + 40)}`] : [];
  });
  expect(claims).toEqual([]);
});

test.each([
  [
    'en',
    ['It is safe to look.', 'The blur protects you.', 'Guaranteed by us.'],
    ['URL-safe alphabet', 'a protected file'],
  ],
  [
    'fr',
    ['C’est sûr.', 'Le flou vous protège', 'garanti sans risque'],
    ['la mesure', 'bien sur la table', 'protection des clés'],
  ],
] as const)('the words that are looked for in %s are found, and no others', (tag, claims, plain) => {
  const words = forbiddenClaims[tag];
  expect(claims.filter((text) => !words?.test(text))).toEqual([]);
  expect(plain.filter((text) => words?.test(text))).toEqual([]);
});
