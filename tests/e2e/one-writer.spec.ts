import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { launchCommand } from '../../scripts/lib/launch.mjs';
import { projectRoot } from '../../scripts/lib/project.mjs';
import { launchApp } from '../support/launch-app.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { openAppOn } from '../support/open-project.ts';

test('T29 a second Fairmark with a profile of its own is told that the project is in use', async () => {
  const first = await openAppOn([makeImageItem('a')]);
  const profile = await mkdtemp(join(tmpdir(), 'fairmark-second-'));
  const second = await launchApp({ args: [`--project=${first.root}`], userDataDir: profile });
  try {
    await expect(second.page.getByText('Another Fairmark has this project open.')).toBeVisible();
    await expect(second.page.locator('[data-code="PROJECT_IN_USE"]')).toBeVisible();
    // the first one works on
    await first.page.getByRole('button', { name: 'Accept Image a' }).click();
    await expect(first.page.getByRole('button', { name: 'I have read this' })).toBeVisible();
  } finally {
    await second.close();
    await first.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('T29 a second start on the same profile ends by itself, and the record keeps one writer', async () => {
  const first = await openAppOn([makeImageItem('a')]);
  try {
    const runtime = await electronRuntime({ quiet: true });
    const { executable, args } = launchCommand(runtime, projectRoot, [`--user-data-dir=${first.userDataDir}`]);
    const second = spawn(executable, args, { stdio: 'ignore' });
    const status = await new Promise((resolve) => second.once('exit', resolve));
    expect(status).toBe(0);
    // there is one window, and it is the first one
    const shown = await first.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
    );
    expect(shown).toBe(1);
    await first.page.getByRole('button', { name: 'Sign on' }).click();
    await expect(first.page.getByText('Recording', { exact: true })).toBeVisible();
  } finally {
    await first.close();
  }
});
