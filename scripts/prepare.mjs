// Makes a machine ready: dependencies, an Electron executable, system libraries. `node scripts/prepare.mjs [start|tour|test]`
// does only this; the other scripts call it first. Where nothing is missing it takes a fraction of a second.
import { existsSync, readFileSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.mjs';
import { hasDisplay } from './lib/display.mjs';
import { inProject, projectNode } from './lib/project.mjs';
import { continueOnProjectNode, run } from './lib/run.mjs';
import { ensureSandbox } from './lib/sandbox.mjs';
import { isMain, runMain, say, Stop } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

/** @typedef {'build' | 'start' | 'tour' | 'test'} Purpose */

/**
 * Sees that everything is there for a purpose and returns the Electron to use (undefined for `build`, which needs none).
 * Where it had to install the dependencies, or runs on another Node than the project's, it continues on the project's Node.
 *
 * @param {Purpose} purpose
 * @throws {Stop} where something is missing that it may not install
 */
export async function prepare(purpose) {
  requireNode();
  await ensureDependencies();
  await continueOnProjectNode();
  if (purpose === 'build') return undefined;
  const runtime = await electronRuntime();
  await ensureSystemPackages({
    electron: runtime.path,
    virtualDisplay: !hasDisplay(),
    testPrograms: purpose === 'test',
  });
  ensureSandbox(runtime.path);
  return runtime;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Fairmark needs Node 20.19 or newer, this is ${process.versions.node}. See https://nodejs.org`);
  }
}

async function ensureDependencies() {
  const reason = whyInstall();
  if (reason === undefined) return;
  say(`${reason}: running npm ci`);
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Stop('npm ci failed; what it says stands above.');
  if (!existsSync(projectNode)) {
    throw new Stop('npm ci left out the package `node`. Is `ignore-scripts` set for npm? Run: npm rebuild node');
  }
}

/** Why the dependencies must be installed, or undefined where they are as package-lock.json says. */
function whyInstall() {
  if (!existsSync(inProject('node_modules'))) return 'The dependencies are not installed yet';
  if (!existsSync(projectNode)) return 'The dependencies are not installed completely';
  const installedFile = inProject('node_modules', '.package-lock.json');
  // Another package manager than npm leaves no such file; then the person knows what they do.
  if (!existsSync(installedFile)) return undefined;
  const wanted = lockedPackages(inProject('package-lock.json'));
  const installed = lockedPackages(installedFile);
  const differs = Object.entries(wanted).some(
    ([place, { version, optional }]) => place !== '' && optional !== true && installed[place]?.version !== version,
  );
  return differs ? 'The dependencies are not those of package-lock.json' : undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const purpose = process.argv[2] ?? 'start';
    if (purpose !== 'build' && purpose !== 'start' && purpose !== 'tour' && purpose !== 'test') {
      throw new Stop('Usage: node scripts/prepare.mjs [build|start|tour|test]');
    }
    await prepare(purpose);
    say('Everything is there.');
  });
}
