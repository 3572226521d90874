import { expect, type Page, test } from '@playwright/test';
import { makeImageItem, violence } from '../support/make-facts.ts';
import { openAppOn, untilReady } from '../support/open-project.ts';
import { seedStretch } from '../support/seed-days.ts';

/** The name of what has the focus, as it is written or labelled. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

test('disclosure, hidden card, panic and break are used by keyboard alone, named for readers, and give the focus back', async () => {
  const opened = await openAppOn([makeImageItem('f', { flags: [violence] }), makeImageItem('n')], (dir) =>
    seedStretch(dir, 52),
  );
  try {
    const { page } = opened;
    const tabTo = async (...names: readonly string[]) => {
      for (const name of names) {
        await page.keyboard.press('Tab');
        expect(await focused(page)).toContain(name);
      }
    };
    await page.getByRole('button', { name: 'Sign on' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'A break is due' })).toBeVisible();

    // the disclosure card: the focus goes in, Escape gives it back
    const accept = page.getByRole('button', { name: 'Accept Image f' });
    await accept.focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Before the first flagged task of this session' });
    await expect(card).toBeVisible();
    await expect(card.getByRole('button', { name: 'Accept, keep it hidden' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(accept).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card.getByRole('button', { name: 'Accept, keep it hidden' })).toBeFocused();
    await page.keyboard.press('Enter');
    await untilReady(page, 'workspace');
    await page.getByRole('button', { name: 'I have read this' }).focus();
    await page.keyboard.press('Enter');

    // the hidden card is a region with its title; its answers come in order
    const hidden = page.getByRole('region', { name: 'Hidden until you choose' });
    await expect(hidden).toBeVisible();
    await hidden.getByRole('heading').focus();
    await tabTo('Go on without looking', 'Skip', 'Look…');

    // the panic key: a region with its words, one way on
    await page.keyboard.press('F9');
    const panic = page.getByRole('region', { name: 'Everything is hidden' });
    await expect(panic.getByRole('heading')).toBeFocused();
    await tabTo('Come back');
    await page.keyboard.press('Enter');

    // the break: a countdown that is not read out each second, and both ways on
    const pause = page.getByRole('region', { name: 'A break from what you had to see' });
    await expect(pause.getByRole('heading')).toBeFocused();
    await expect(pause.getByRole('timer')).toHaveAttribute('aria-live', 'off');
    await expect(pause.getByText('This break counts as work time. This project pays for it.')).toBeVisible();
    await tabTo('End it early', 'Finish what is open');
    await page.keyboard.press('Enter');
    await expect(pause).toBeHidden();
    // the keyboard is back on the screen, not lost at the top of the page
    expect(await page.evaluate(() => document.activeElement?.closest('#content') !== null)).toBe(true);
    await expect(page.getByText(/On a break: 4:\d\d left/)).toBeVisible();
    await page.getByRole('button', { name: 'End it early' }).focus();
    await page.keyboard.press('Enter');

    // nothing on the overlay moves for who asked for no movement
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Take it now' }).focus();
    await page.keyboard.press('Enter');
    const rest = page.getByRole('region', { name: 'Rest break' });
    await expect(rest.getByRole('heading')).toBeFocused();
    const moving = await rest.evaluate(
      (root) =>
        [...root.querySelectorAll('*')].filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return animationName !== 'none' || transitionDuration.split(',').some((seconds) => parseFloat(seconds) > 0);
        }).length,
    );
    expect(moving).toBe(0);
  } finally {
    await opened.close();
  }
});
