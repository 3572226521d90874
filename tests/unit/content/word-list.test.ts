import { describe, expect, it } from 'vitest';
import { readFlags } from '../../../electron/db/item-store.ts';
import { itemVisibility } from '../../../electron/services/project/project-session.ts';
import { readItem } from '../../../electron/db/item-store.ts';
import { wordList } from '../../../shared/content/flaggers/word-list.ts';
import { sliceByCodePoints } from '../../../shared/core/code-points.ts';
import { makeTextItem } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

/** The words that are found in a text, by its language. */
async function found(text: string, language: string | null): Promise<string[]> {
  const { db } = await openTestProject([makeTextItem('t', text, { language })]);
  const item = readItem(db, 't');
  if (!item) throw new Error('no item');
  return wordList
    .flag({ item, text, given: [] })
    .map(({ extent }) => (extent.of === 'range' ? sliceByCodePoints(text, extent.start, extent.end) : ''));
}

describe('a word list', () => {
  it('finds whole words, whatever the case', async () => {
    expect(await found('A MURDER. murdered? Murderous, rapeseed, therapist.', 'en')).toEqual(['MURDER', 'murdered']);
    expect(await found('Le viol, violée, violet, violoncelle.', 'fr')).toEqual(['viol', 'violée']);
  });

  it('counts in code points, behind emoji and marks too', async () => {
    expect(await found('😀😀 un cadáver 😀', 'es-MX')).toEqual(['cadáver']);
    expect(await found('un cadáver'.normalize('NFD'), 'es')).toEqual(['cadáver'.normalize('NFD')]);
  });

  it('takes the list of the text’s language, and every list when that is not known', async () => {
    expect(await found('viol', 'en')).toEqual([]);
    expect(await found('viol, murder', null)).toEqual(['murder', 'viol']);
    expect(await found('Mord', 'de')).toEqual([]);
  });

  it('hides a text from its first moment in a project, and says who said so', async () => {
    const session = await openTestProject([
      makeTextItem('t', 'They found a mass  grave.'),
      makeTextItem('u', 'A house.'),
    ]);
    expect(readFlags(session.db, 't')).toMatchObject([{ category: 'death', origin: 'detector', confidence: 0.5 }]);
    const visibility = (id: string) => itemVisibility(session, readItem(session.db, id) as never);
    expect([visibility('t'), visibility('u')]).toEqual(['derivative', 'shown']);
  });
});
