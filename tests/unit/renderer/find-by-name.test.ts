import { describe, expect, test } from 'vitest';
import { actionKey, allActions } from '../../../renderer/app/actions.ts';
import { foundByName } from '../../../renderer/screens/workspace/find-by-name.ts';
import { allLocales } from '../../../shared/i18n/languages.ts';
import { toResources } from '../../../shared/i18n/resources.ts';

const entries = ['Repérer', 'Tout accepter', 'Accepter la proposition', 'Submit'].map((name) => ({ name }));

test.each([
  ['nothing typed shows all', '', ['Repérer', 'Tout accepter', 'Accepter la proposition', 'Submit']],
  ['the beginning comes first', 'accepter', ['Accepter la proposition', 'Tout accepter']],
  ['marks and capitals do not matter', 'REPERER', ['Repérer']],
  ['all words must be there', 'accepter tout', ['Tout accepter']],
  ['what is not there is not found', 'xyz', []],
])('%s', (_name, words, found) => {
  expect(foundByName(entries, words).map(({ name }) => name)).toEqual(found);
});

/** What the palette lists in a language: every action by the name it has there. */
function namesIn(messages: Parameters<typeof toResources>[0]): readonly { readonly name: string }[] {
  const resources = toResources(messages);
  return allActions.map((action) => {
    const [group = '', key = ''] = actionKey(action).split('.');
    const names = resources[group];
    const name = typeof names === 'object' ? names[key] : undefined;
    if (typeof name !== 'string') throw new Error(`${action} has no name`);
    return { name };
  });
}

describe.each(allLocales.map(({ tag, messages }) => ({ tag, names: namesIn(messages) })))(
  'in $tag',
  ({ tag, names }) => {
    test('every action has a name of its own, and is found by it without its marks', () => {
      expect(new Set(names.map(({ name }) => name)).size).toBe(allActions.length);
      for (const { name } of names) {
        const typed = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
        expect(foundByName(names, typed)[0]?.name).toBe(name);
      }
    });

    const asked: Readonly<Record<string, readonly string[]>> = {
      en: ['merge', 'cut two', 'turn left', 'fewer points', 'key point', 'overview'],
      fr: ['fusionner', 'couper deux', 'tourner gauche', 'moins points', 'point cle', 'vue ensemble'],
    };
    test.each(asked[tag] ?? [])('%s is found', (words) => {
      expect(foundByName(names, words).length).toBeGreaterThan(0);
    });
  },
);
