import { expect, test } from 'vitest';
import { foundByName } from '../../../renderer/screens/workspace/find-by-name.ts';

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
