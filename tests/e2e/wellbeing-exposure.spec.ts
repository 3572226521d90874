import { expect, test } from '@playwright/test';
import { makeImageItem, violence } from '../support/make-facts.ts';
import { closeInstructions, openAppOn, untilReady } from '../support/open-project.ts';

const flagged = Array.from({ length: 11 }, (_, n) => makeImageItem(`f${n + 1}`, { flags: [violence] }));

test('flagged tasks come only as chosen, ten of them, and neutral ones go on beyond', async () => {
  const opened = await openAppOn([makeImageItem('n1'), ...flagged, makeImageItem('n2'), makeImageItem('n3')]);
  try {
    const { page } = opened;
    const title = (name: string) => expect(page.getByRole('main').getByText(name, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Sign on' }).click();
    // nothing chosen: the neutral ones, in their order
    await page.getByRole('button', { name: 'Accept Image n1' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    await page.keyboard.press('Control+Enter');
    await title('Image n2');
    const refused = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-f1' }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'CONTENT_NOT_CHOSEN' } });

    await page.getByRole('button', { name: 'Put back' }).click();
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Image f1', exact: true }).click();
    const card = page.getByRole('dialog', { name: 'Before the first flagged task of this session' });
    await expect(card.getByText('11 of 14 tasks carry a flag.')).toBeVisible();
    await expect(card.getByText('violence: 11 tasks, up to severity 2 of 3')).toBeVisible();
    await expect(card.getByText(/45 min in a session, 2 hr in 24 hours/)).toBeVisible();
    await card.getByRole('button', { name: 'Accept, keep it hidden' }).click();
    for (let n = 1; n <= 10; n += 1) {
      await title(`Image f${n}`);
      await page.keyboard.press('Control+Enter');
    }
    // the cap: neutral ones go on
    await title('Image n2');
    await expect(page.getByTestId('exposure-banner')).toHaveAttribute('data-stop', 'break');
    const capped = await page.evaluate(() => window.bridge['task.accept']({ taskId: 'task-f11' }));
    expect(capped).toMatchObject({ ok: false, error: { code: 'EXPOSURE_LIMIT' } });
    await page.keyboard.press('Control+Enter');
    await title('Image n3');

    await page.getByRole('navigation').getByText('Shown to me').click();
    await expect(page.getByText('10 items', { exact: true })).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(11);
    await page.getByRole('button', { name: 'Delete these notes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('No flagged item has been open before you.')).toBeVisible();
    await expect(page.getByText('10 items', { exact: true })).toBeVisible();
  } finally {
    await opened.close();
  }
});

test('the panic key hides everything within 100 ms, keeps the task, and begins a break', async () => {
  const opened = await openAppOn([makeImageItem('n1')]);
  try {
    const { page } = opened;
    await page.getByRole('button', { name: 'Accept Image n1' }).click();
    await untilReady(page, 'workspace');
    await closeInstructions(page);
    await page.evaluate(() => {
      const root = document.documentElement;
      const seen = (since: number) => {
        if (!document.querySelector('[data-testid="panic-screen"]'))
          return void requestAnimationFrame(() => seen(since));
        // the frame after the one that has it in place is painted
        requestAnimationFrame(() => (root.dataset['panicMs'] = String(performance.now() - since)));
      };
      window.addEventListener('keydown', (event) => seen(event.timeStamp), { capture: true, once: true });
    });
    await page.keyboard.press('F9');
    await expect(page.locator('html')).toHaveAttribute('data-panic-ms', /\d/);
    const took = Number(await page.locator('html').getAttribute('data-panic-ms'));
    expect(took).toBeLessThan(100);
    await expect(page.getByTestId('canvas')).toBeHidden();
    await expect(page.getByText('A break that counts as work time has begun.')).toBeVisible();
    await page.getByRole('button', { name: 'Come back' }).click();
    await expect(page.getByRole('heading', { name: 'A break from what you had to see' })).toBeVisible();
    const current = await page.evaluate(() => window.bridge['task.current']({}));
    expect(JSON.stringify(current)).toContain('task-n1');
    // signed off no break begins, and none is spoken of
    await page.getByRole('button', { name: 'Sign off' }).click();
    await page.keyboard.press('F9');
    await expect(page.getByTestId('panic-screen')).toContainText('Nothing is asked of you.');
    await expect(page.getByText('A break that counts as work time has begun.')).toBeHidden();
  } finally {
    await opened.close();
  }
});
