import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { launchCommand, sandboxed } from '../../scripts/lib/launch.mjs';
import { projectRoot } from '../../scripts/lib/project.mjs';

export interface LaunchOptions {
  /** For the app, after its folder: `['--open-sample']`. Switches with a value as `--name=value`. */
  readonly args?: readonly string[];
  /** Added to the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A user data folder to go on with; it is then kept. Without it each launch gets a fresh one, removed at its end. */
  readonly userDataDir?: string;
  /** Where new projects go; by default a fresh folder too, never the person's own documents. */
  readonly projectsDir?: string;
  /** Holds the app's package.json; Fairmark by default. */
  readonly appFolder?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  readonly userDataDir: string;
  readonly projectsDir: string;
  /** Closes this app, kills it if it does not end within 10 s, and removes its fresh folders. May be repeated. */
  readonly close: () => Promise<void>;
}

/** A zone in which it is about noon: no flagged item is served at night, whatever the hour of the tests. */
export function zoneAtNoon(): string {
  return zoneAt(12);
}

/** A zone in which it is about this hour now. */
export function zoneAt(hour: number): string {
  let ahead = hour - new Date().getUTCHours();
  if (ahead > 14) ahead -= 24;
  if (ahead < -12) ahead += 24;
  // the signs of these names are the other way round
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** How long an app may take to close before it is killed. */
const closeWithinMs = 10_000;

/**
 * Starts the built app in a real Electron window, with the sandbox on unless the tests run as root.
 *
 * It needs a display and a build: `npm test -- e2e` and the tour see to both.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const runtime = await electronRuntime({ quiet: true });
  const fresh = await mkdtemp(path.join(tmpdir(), 'fairmark-app-'));
  const userDataDir = options.userDataDir ?? path.join(fresh, 'user-data');
  const projectsDir = options.projectsDir ?? path.join(fresh, 'projects');
  const removeFresh = () => rm(fresh, { recursive: true, force: true, maxRetries: 5 });
  const command = launchCommand(runtime, options.appFolder ?? projectRoot, [
    `--user-data-dir=${userDataDir}`,
    `--projects-dir=${projectsDir}`,
    ...(options.args ?? []),
  ]);
  let app: ElectronApplication | undefined;
  const said: string[] = [];
  try {
    app = await _electron.launch({
      executablePath: command.executable,
      args: command.args,
      // Without this Playwright itself would add --no-sandbox.
      chromiumSandbox: sandboxed(),
      env: { ...presentEnvironment(), TZ: zoneAtNoon(), ...options.env },
    });
    app.process().stderr?.on('data', (chunk) => said.push(String(chunk)));
    const page = await app.firstWindow();
    return { app, page, userDataDir, projectsDir, close: closeOnce(app, removeFresh) };
  } catch (error) {
    if (app !== undefined) await closeOrKill(app);
    await removeFresh();
    throw new Error(`The app showed no window. It said:\n${said.join('').slice(-4000)}`, { cause: error });
  }
}

function closeOnce(app: ElectronApplication, afterwards: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= closeOrKill(app).then(afterwards));
}

async function closeOrKill(app: ElectronApplication): Promise<void> {
  const main = runningProcess(app);
  if (main === null) return;
  const timer = setTimeout(() => main.kill('SIGKILL'), closeWithinMs);
  try {
    await app.close();
  } catch (error) {
    // A test may have ended the app itself; anything else is a fault worth seeing.
    if (main.exitCode === null && main.signalCode === null) throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Null when a test has closed the app itself: Playwright then knows its process no more. */
function runningProcess(app: ElectronApplication): ReturnType<ElectronApplication['process']> | null {
  try {
    return app.process();
  } catch {
    return null;
  }
}

function presentEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
