import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { launchApp } from '../support/launch-app.ts';
import { closeInstructions, untilReady } from '../support/open-project.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe holds to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the screen as it stands, one line a fault; in both colour schemes. */
async function faultsOf(page: Page, state: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In one call, as a function: the page's own policy forbids it to make code out of text.
    const { violations } = await page.evaluate(
      (values) =>
        (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
          runOnly: { type: 'tag', values },
          resultTypes: ['violations'],
        }),
      tags,
    );
    for (const { id, nodes } of violations)
      faults.push(`${state}, ${colorScheme}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }
  return faults;
}

test('no screen, and no dialog of the workspace, has a fault that axe can find', async () => {
  test.setTimeout(180_000);
  const launched = await launchApp({ args: ['--open-sample'] });
  try {
    const { page } = launched;
    const faults: string[] = [];
    const look = async (state: string) => void faults.push(...(await faultsOf(page, state)));
    const go = async (name: string, screen: string) => {
      await page.getByRole('navigation').getByText(name, { exact: true }).click();
      await untilReady(page, screen);
      await look(screen);
    };
    const accept = async (title: string) => {
      await page.getByRole('navigation').getByText('Tasks', { exact: true }).click();
      await untilReady(page, 'browse');
      await page.getByLabel('Search by title').fill(title);
      await page.getByRole('button', { name: `Accept ${title}`, exact: true }).click();
    };
    await untilReady(page, 'browse');
    await page.evaluate(source);
    await look('browse');
    await accept('Boats at Nagasaki');
    await untilReady(page, 'workspace');
    await look('instructions');
    await closeInstructions(page);
    await page.keyboard.press('KeyN');
    await look('picture');
    for (const [keys, name] of [
      ['Shift+Slash', 'keys'],
      ['Control+KeyK', 'palette'],
      ['KeyX', 'skip'],
      ['KeyF', 'flag'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await accept('Universal Declaration of Human Rights');
    await untilReady(page, 'workspace');
    await look('text');
    await accept('The right to rest, in plain words');
    await untilReady(page, 'workspace');
    await look('comparison');
    await accept('A home in the Dust Bowl');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('flagged, before accepting');
    await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
    await untilReady(page, 'workspace');
    await look('hidden');
    await go('My time', 'my-time');
    await go('Shown to me', 'shown');
    await go('Hand over', 'export');
    await go('Content', 'project');
    await go('Verify', 'verify');
    await go('Settings', 'settings');
    await go('Projects', 'home');
    expect(faults).toEqual([]);
  } finally {
    await launched.close();
  }
});
