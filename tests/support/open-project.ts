import './window-bridge.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { unpackAnswer } from '../../shared/ipc/parcel.ts';
import type { Project } from '../../shared/project/project.ts';
import { createProject, type NewItem } from '../../electron/services/project/create-project.ts';
import { type LaunchedApp, launchApp } from './launch-app.ts';
import { makeProjectFacts } from './make-facts.ts';

/** The worker's profile, beside the project. */
const PROFILE = 'profile';

/** The app on a project of a test's own. */
export interface OpenedApp extends LaunchedApp {
  /** Folder of the project. */
  readonly root: string;
  /** Ends the app as a power cut would if it has not ended yet, and starts it again on the same project and profile, after `meanwhile`. */
  readonly killAndRestart: (meanwhile?: () => Promise<void>) => Promise<OpenedApp>;
}

/** Waits until one of these screens is interactive. */
export async function untilReady(page: Page, ...screens: readonly string[]): Promise<void> {
  await page.waitForFunction((names) => names.includes(document.documentElement.dataset['ready'] ?? ''), screens);
}

/** Makes a project of these items and opens the app on it, at its list of tasks. */
export async function openAppOn(
  items: readonly NewItem[],
  /** Fills the worker's profile before the app starts. */
  prepare: (userDataDir: string) => void = () => undefined,
  facts: Partial<Project> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<OpenedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-e2e-'));
  const root = join(folder, 'project');
  await createProject(root, makeProjectFacts(facts), items);
  prepare(join(folder, PROFILE));
  return launchOn(folder, root, env);
}

async function launchOn(folder: string, root: string, env: Readonly<Record<string, string>>): Promise<OpenedApp> {
  const launched = await launchApp({
    args: [`--project=${root}`],
    userDataDir: join(folder, PROFILE),
    env,
  });
  // a task that was open when the app was killed is open again
  await untilReady(launched.page, 'browse', 'workspace');
  // Playwright forgets the process of an app that has ended
  const main = launched.app.process();
  return {
    ...launched,
    root,
    async close() {
      await launched.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    async killAndRestart(meanwhile) {
      const hasEnded = main.exitCode !== null || main.signalCode !== null;
      const ended = new Promise((resolve) => (hasEnded ? resolve(null) : main.once('exit', resolve)));
      if (!hasEnded) main.kill('SIGKILL');
      await ended;
      await meanwhile?.();
      return launchOn(folder, root, env);
    },
  };
}

/** The annotations of the open task as the main process has them: what is on disk, not what the window shows. */
export async function storedAnnotations(page: Page): Promise<readonly Annotation[]> {
  const answer = unpackAnswer(await page.evaluate(() => window.bridge['task.current']({})));
  if (!answer.ok) throw new Error(`task.current was refused: ${answer.error.code}`);
  const { task } = contract['task.current'].output.parse(answer.value);
  return task?.state.annotations ?? [];
}

/** Accepts a project's first task from the list, and closes the instructions that open with it. */
export async function acceptFirstTask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Accept ${title}`, exact: true }).click();
  await untilReady(page, 'workspace');
  await closeInstructions(page);
}

/** Instructions open by themselves on a project's first task. */
export async function closeInstructions(page: Page): Promise<void> {
  const read = page.getByRole('button', { name: 'I have read this' });
  await read.click();
  await read.waitFor({ state: 'hidden' });
}

/** Signs on over the task that a restart left open: the worker is signed off then, and nothing can be done to it. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go on, and count my time' }).click();
  await page.getByTestId('signed-off').waitFor({ state: 'hidden' });
}

/** Waits until every edit was acknowledged. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
}
