import { expect, test } from '@playwright/test';
import { sampleTexts } from '../../electron/services/sample/sample-list.ts';
import { dragOverWords } from '../support/hands.ts';
import { launchApp } from '../support/launch-app.ts';
import { closeInstructions, storedAnnotations, untilReady, untilSaved } from '../support/open-project.ts';

test('each of the sample’s eight languages is marked word by word where it is seen', async () => {
  const launched = await launchApp({ args: ['--open-sample'] });
  try {
    const { page } = launched;
    await untilReady(page, 'browse');
    expect(sampleTexts).toHaveLength(8);
    for (const [place, { title, language, direction }] of sampleTexts.entries()) {
      // the list holds only the rows in view
      await page.getByLabel('Search by title').fill(title);
      await page.getByRole('button', { name: `Accept ${title}`, exact: true }).click();
      await untilReady(page, 'workspace');
      if (place === 0) await closeInstructions(page);
      const text = page.getByTestId('text');
      await expect(text).toHaveAttribute('lang', language);
      await expect(text).toHaveAttribute('dir', direction);
      const whole = (await text.textContent()) ?? '';
      const inside = (found: string) => Array.from(found).slice(1, -1).join('');
      // letters that stand once, so that they are the ones that are dragged over
      const word = [...whole.matchAll(/[\p{L}\p{M}]{6,}/gu)]
        .slice(40)
        .map(([found]) => found)
        .find((found) => whole.split(inside(found)).length === 2);
      if (word === undefined) throw new Error(`no word stands once in ${language}`);
      // from inside the word to inside the word
      await dragOverWords(page, text, inside(word));
      await page.keyboard.press('Digit1');
      await expect(page.getByText('1 annotation', { exact: true })).toBeVisible();
      await untilSaved(page);
      const [stored] = await storedAnnotations(page);
      if (stored?.shape.kind !== 'span') throw new Error('a span is on disk');
      const { start, end, text: covered } = stored.shape;
      expect([language, covered]).toEqual([language, word]);
      expect(Array.from(whole).slice(start, end).join('')).toBe(word);
      await page.getByRole('button', { name: 'Put back' }).click();
      await untilReady(page, 'browse');
    }
  } finally {
    await launched.close();
  }
});
