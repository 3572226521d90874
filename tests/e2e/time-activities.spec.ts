import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openJournal } from '../../electron/db/journal-store.ts';
import { createProject } from '../../electron/services/project/create-project.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { Activity } from '../../shared/time/activity.ts';
import { fillDisk } from '../support/fill-disk.ts';
import { drawBox } from '../support/hands.ts';
import { launchApp } from '../support/launch-app.ts';
import { makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, closeInstructions, openAppOn, untilReady, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const items = ['a', 'b'].map((id) => makeImageItem(id, { bytes: makePng(IMAGE.width, IMAGE.height) }));

async function untilActivity(page: Page, activity: Activity): Promise<void> {
  await expect
    .poll(async () => {
      const answer = await page.evaluate(() => window.bridge['time.snapshot']({}));
      return answer.ok ? contract['time.snapshot'].output.parse(answer.value).time.activity : answer.error.code;
    })
    .toBe(activity);
}

const go = async (page: Page, name: string, screen: string): Promise<void> => {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await untilReady(page, screen);
};

test('each activity begins and ends with what really happens on the screen', async () => {
  const opened = await openAppOn(items);
  try {
    const { page, app, userDataDir } = opened;
    await untilActivity(page, 'off');
    await page.getByRole('button', { name: 'Sign on' }).click();
    await untilActivity(page, 'search');
    await go(page, 'Projects', 'home');
    await untilActivity(page, 'search');
    await go(page, 'My time', 'my-time');
    await untilActivity(page, 'ledger');
    await go(page, 'Tasks', 'browse');
    await untilActivity(page, 'search');

    await page.getByRole('button', { name: 'Accept Image a', exact: true }).click();
    await expect(page.getByRole('button', { name: 'I have read this' })).toBeVisible();
    await untilActivity(page, 'onboarding');
    await closeInstructions(page);
    await untilActivity(page, 'task');
    await page.keyboard.press('i');
    await untilActivity(page, 'onboarding');
    await closeInstructions(page);
    await untilActivity(page, 'task');
    await go(page, 'Settings', 'settings');
    await untilActivity(page, 'ledger');
    await go(page, 'Open task', 'workspace');
    await untilActivity(page, 'task');

    await page.getByRole('button', { name: 'Rest or step away' }).click();
    await page.getByRole('menuitem', { name: 'Take a break now' }).click();
    await untilActivity(page, 'break.rest');
    await page.getByRole('button', { name: 'End it early' }).click();
    await untilActivity(page, 'task');
    await page.keyboard.press('F9');
    await untilActivity(page, 'break.exposure');
    await page.getByTestId('panic-screen').getByRole('button').click();
    await page.getByRole('button', { name: 'End it early' }).click();
    await untilActivity(page, 'task');

    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await untilSaved(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Image b')).toBeVisible();
    await untilActivity(page, 'task');
    await page.getByRole('button', { name: 'Sign off' }).click();
    await untilActivity(page, 'off');
    // signed off, the open task cannot be worked on: nothing of it would be counted
    await expect(page.getByRole('heading', { name: 'You are signed off' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    const handedIn = await page.evaluate(() => window.bridge['task.submit']({ taskId: 'task-b', revision: 0 }));
    expect(handedIn).toMatchObject({ ok: false, error: { code: 'SIGNED_OFF' } });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await untilActivity(page, 'task');
    await expect(page.getByTestId('signed-off')).toBeHidden();
    await page.getByRole('button', { name: 'Put back' }).click();
    await page.getByRole('button', { name: 'Sign off' }).click();
    await expect(page.getByTestId('searching-uncounted')).toBeVisible();
    await app.close();

    const journal = openJournal({ path: join(userDataDir, 'record.db') });
    const kinds = new Set(['session-start', 'activity', 'break', 'session-stop']);
    const sequence = journal
      .records(1)
      .filter(({ kind }) => kinds.has(kind))
      .map(({ activity, taskId }) => `${activity}${taskId === null ? '' : ` ${taskId}`}`)
      .filter((one, index, all) => one !== all[index - 1]);
    const noted = journal.outcomes().map(({ projectId, body }) => [projectId !== null, body.taskId, body.outcome]);
    journal.close();
    // the task was loaded before it was shown, both times
    expect(sequence.join(', ')).toContain('queue task-a, task task-a, onboarding');
    expect(sequence.join(', ')).toContain('task task-a, queue task-b, task task-b');
    expect(sequence.at(-1)).toBe('off');
    // what was handed in is in the worker's own record, with its project
    expect(noted).toEqual([[true, 'task-a', 'pending']]);
  } finally {
    await opened.close();
  }
});

test('while the project’s disk keeps nothing, the time is blocked and the worker is told; then it is the task’s again', async () => {
  const disk = mkdtempSync(join(tmpdir(), 'fairmark-full-'));
  const mounted =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status === 0;
  test.skip(!mounted, 'no right to mount a small tmpfs here');
  if (!mounted) return;
  const made = mkdtempSync(join(tmpdir(), 'fairmark-made-'));
  await createProject(join(made, 'project'), makeProjectFacts(), items);
  cpSync(made, disk, { recursive: true });
  const opened = await launchApp({ args: [`--project=${join(disk, 'project')}`] });
  try {
    const { page } = opened;
    await untilReady(page, 'browse');
    await acceptFirstTask(page, 'Image a');
    await drawBox(page, IMAGE, { x: 40, y: 40, width: 80, height: 80 });
    await untilSaved(page);
    await untilActivity(page, 'task');
    const free = fillDisk(disk);
    const refused = page.locator('[data-code="DISK_FULL"]');
    for (let box = 0; box < 30 && !(await refused.isVisible()); box += 1) {
      await drawBox(page, IMAGE, { x: 150 + 5 * box, y: 200, width: 60, height: 60 });
      await page.waitForTimeout(100);
    }
    await expect(refused).toBeVisible();
    await untilActivity(page, 'blocked');
    // the record is on another disk: time goes on, and is not the worker's fault
    await expect(page.getByText('Recording', { exact: true })).toBeVisible();
    free();
    await expect(async () => {
      await drawBox(page, IMAGE, { x: 400, y: 300, width: 60, height: 60 });
      await untilSaved(page);
    }).toPass({ timeout: 20_000 });
    await untilActivity(page, 'task');
  } finally {
    await opened.close();
    spawnSync('umount', [disk]);
    for (const dir of [disk, made]) rmSync(dir, { recursive: true, force: true });
  }
});
