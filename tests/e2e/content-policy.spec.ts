import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { closeInstructions, untilReady } from '../support/open-project.ts';

/** What the page did against its own policy, one line each; kept from the page's first script on. */
const refusedByPolicy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { refused: readonly string[] }).refused);

/** Walks as a worker would; a screen that asks for more than the policy gives would look broken, not fail. */
test('no screen asks for more than the content security policy gives', async () => {
  const launched: LaunchedApp = await launchApp({ args: ['--open-sample'] });
  try {
    const { page } = launched;
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      document.addEventListener('securitypolicyviolation', (event) => {
        refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} at ${event.lineNumber}`);
      });
    });
    await page.reload();
    await untilReady(page, 'browse', 'home');
    const nav = page.getByRole('navigation');
    await page.getByRole('button', { name: 'Sign on' }).click();
    await nav.getByRole('button', { name: 'Tasks' }).click();
    await page.getByRole('button', { name: /^Accept Boats at Nagasaki/ }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    for (const key of ['KeyX', 'KeyF', 'Shift+Slash']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const name of ['Projects', 'My time', 'Hand over', 'Verify', 'Settings', 'Tasks']) {
      await nav.getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    }
    await page.getByRole('button', { name: /^Accept Universal Declaration/ }).click();
    await page.getByTestId('text').waitFor();
    expect(await refusedByPolicy(page)).toEqual([]);

    // the listener listens: what is against the policy is refused, and seen
    await page.evaluate(async () => {
      setTimeout(() => {
        const style = document.createElement('style');
        style.textContent = 'body { display: none }';
        document.head.append(style);
      }, 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).display)).not.toBe('none');
    expect((await refusedByPolicy(page)).length).toBe(1);
  } finally {
    await launched.close();
  }
});
