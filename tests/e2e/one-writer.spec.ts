import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { openJournal } from '../../electron/db/journal-store.ts';
import { openProjectDatabase, PROJECT_FILE } from '../../electron/services/project/project-session.ts';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { launchCommand } from '../../scripts/lib/launch.mjs';
import { projectRoot } from '../../scripts/lib/project.mjs';
import { launchApp } from '../support/launch-app.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { openAppOn } from '../support/open-project.ts';
import { seedSettings } from '../support/seed-settings.ts';
import { mountSmallDisk, unmount } from '../support/small-disk.ts';

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

/** Starts the app on a profile and gives what it says on standard error before it would wait for its box to be closed. */
async function saidAtStart(userDataDir: string, last: string): Promise<string> {
  const runtime = await electronRuntime({ quiet: true });
  const { executable, args } = launchCommand(runtime, projectRoot, [`--user-data-dir=${userDataDir}`]);
  const app = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  try {
    await new Promise<void>((resolve, reject) => {
      app.stderr.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(last)) resolve();
      });
      app.once('exit', () => reject(new Error(`ended with: ${said}`)));
    });
    return said;
  } finally {
    app.kill('SIGKILL');
  }
}

/** A profile whose worker reads French, with this as its record. */
async function profileWith(record: (path: string) => void | Promise<void>): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'fairmark-start-'));
  seedSettings(profile, { language: 'fr' });
  await record(join(profile, 'record.db'));
  return profile;
}

test('a record that is damaged, of a newer Fairmark or on a disk that can only be read is told at the start in the worker’s language, with what to do and where it lies', async () => {
  const disk = mountSmallDisk();
  const records: readonly (readonly [string, (path: string) => void | Promise<void>])[] = [
    [
      'Mettez une copie à vous à sa place',
      (path) => writeFileSync(path, 'no database at all, but some words'.repeat(99)),
    ],
    [
      'Un Fairmark plus récent l’a écrit',
      (path) => {
        openJournal({ path }).close();
        const db = new Database(path);
        db.pragma('user_version = 999');
        db.close();
      },
    ],
  ];
  const onDisk: typeof records = [
    [
      'ne peut qu’être lu',
      async (path) => {
        if (disk === null) return;
        openJournal({ path: join(disk, 'record.db') }).close();
        spawnSync('mount', ['-o', 'remount,ro', disk]);
        await symlink(join(disk, 'record.db'), path);
      },
    ],
  ];
  try {
    for (const [words, record] of disk === null ? records : [...records, ...onDisk]) {
      const profile = await profileWith(record);
      const said = await saidAtStart(profile, `Votre relevé se trouve dans ${profile}`);
      expect(said).toContain('Fairmark ne peut pas ouvrir votre relevé de travail');
      expect(said).toContain(words);
      expect(said).toContain('Rien n’y a été changé.');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  } finally {
    if (disk !== null) unmount(disk);
  }
});

test('a project that cannot be opened at the start is told in the window, with what to do and its folder', async () => {
  const disk = mountSmallDisk();
  test.skip(disk === null, 'no right to mount a small tmpfs here');
  if (disk === null) return;
  const root = join(disk, 'project');
  mkdirSync(root);
  openProjectDatabase(join(root, PROJECT_FILE)).close();
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  const launched = await launchApp({ args: [`--project=${root}`] });
  try {
    const notice = launched.page.locator('[data-code="DISK_READ_ONLY"]');
    await expect(notice).toContainText('its folder can only be read');
    await expect(notice).toContainText(`Folder: ${root}`);
  } finally {
    await launched.close();
    unmount(disk);
  }
});
