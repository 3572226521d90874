import { describe, expect, test } from 'vitest';
import { forbiddenClaims } from '../support/forbidden-claims.ts';
import { allLocales } from '../../shared/i18n/languages.ts';
import { isPlural, type MessageTree } from '../../shared/i18n/locale.ts';
import { en } from '../../shared/i18n/locales/en.ts';
import { toResources } from '../../shared/i18n/resources.ts';

/** Every text of a language by its path; each form of a plural is a text of its own. */
function textsOf(
  tree: MessageTree,
  path = '',
): readonly { readonly key: string; readonly form: string; readonly text: string }[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof node === 'string') return [{ key, form: '', text: node }];
    if (isPlural(node)) return Object.entries(node.plural).map(([form, text]) => ({ key, form, text }));
    return textsOf(node, key);
  });
}

const keysOf = (tree: MessageTree) => [...new Set(textsOf(tree).map(({ key }) => key))].toSorted();
const placeholdersOf = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w]+)/g)].map((match) => match[1] ?? '').toSorted();

test('there are languages to check', () => {
  expect(allLocales.length).toBeGreaterThanOrEqual(2);
  expect(keysOf(en.messages).length).toBeGreaterThan(300);
});

describe.each(allLocales.map((locale) => ({ ...locale })))('$name', ({ tag, direction, messages }) => {
  const texts = textsOf(messages);

  test('has the same keys as English', () => {
    expect(keysOf(messages)).toEqual(keysOf(en.messages));
  });

  test('says something under every key', () => {
    expect(texts.filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  test('fills in the same facts as English', () => {
    const english = new Map(textsOf(en.messages).map(({ key, text }) => [key, new Set(placeholdersOf(text))]));
    const different = texts.filter(
      ({ key, text }) => [...new Set(placeholdersOf(text))].join() !== [...(english.get(key) ?? [])].join(),
    );
    expect(different).toEqual([]);
  });

  test('has every plural form that the language knows', () => {
    const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    const plurals = Map.groupBy(
      texts.filter(({ form }) => form !== ''),
      ({ key }) => key,
    );
    for (const [key, forms] of plurals) {
      expect({ key, forms: forms.map(({ form }) => form).toSorted() }).toEqual({ key, forms: needed });
    }
  });

  test('knows its direction', () => {
    const { textInfo } = new Intl.Locale(tag) as { textInfo?: { direction: string } };
    if (textInfo) expect(direction).toBe(textInfo.direction);
  });

  test('never claims more than Fairmark does', () => {
    const words = forbiddenClaims[tag];
    expect(words, `add the forbidden words of ${tag}`).toBeDefined();
    expect(texts.filter(({ text }) => words?.test(text))).toEqual([]);
  });

  test('turns into resources without losing a text', () => {
    const count = (node: object): number =>
      Object.values(node).reduce(
        (sum: number, one: unknown) => sum + (typeof one === 'string' ? 1 : count(one as object)),
        0,
      );
    expect(count(toResources(messages))).toBe(texts.length);
  });
});

test('French keeps its double signs with the word before them', () => {
  const french = allLocales.find(({ tag }) => tag === 'fr');
  const loose = textsOf(french?.messages ?? {}).filter(({ text }) => / [;:!?»]|« |\w[;!?](?!\/)/.test(text));
  expect(loose).toEqual([]);
});

test('every refusal says what to do next, in more than one sentence', () => {
  const refusals = textsOf(en.messages).filter(({ key }) => key.startsWith('error.'));
  expect(refusals.length).toBeGreaterThan(30);
  expect(refusals.filter(({ text }) => !/[.;:] \S.*[.]$/.test(text) && !/, so /.test(text))).toEqual([]);
});
