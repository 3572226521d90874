// Builds the app into out/: `npm run build`. Does nothing where no source has changed since; `--force` builds anyway.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { inProject, projectRoot } from './lib/project.mjs';
import { isMain, runMain, say, Stop } from './lib/say.mjs';
import { prepare } from './prepare.mjs';

/** What the result depends on. Folders count with all their files. */
const inputs = [
  'electron',
  'renderer',
  'shared',
  'cli',
  'electron.config.ts',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
];
const verifier = 'cli/fairmark-verify.ts';
const sampleContent = 'electron/services/sample/sample-content.ts';
const outputs = [
  'out/main/main.cjs',
  'out/preload/preload.cjs',
  'out/preload/darkroom-preload.cjs',
  'out/renderer/index.html',
  'out/renderer/darkroom/index.html',
  'out/cli/fairmark-verify.mjs',
  'out/sample/complete.txt',
];
const stampFile = inProject('.cache', 'build.json');

/**
 * Brings out/ up to date: the app, the sample project's content, and `out/cli/fairmark-verify.mjs`, the verifier in one
 * file for Node 20 and newer.
 *
 * @param {{ force?: boolean }} options
 */
export async function build(options = {}) {
  await alone(async () => {
    const hash = hashOfInputs();
    if (options.force !== true && upToDate(hash)) return;
    const started = performance.now();
    rmSync(stampFile, { force: true });
    try {
      await buildApp();
      await buildVerifier();
      await gatherSample();
    } catch (error) {
      // The bundler's message names the place in the source; its own stack helps nobody.
      throw new Stop(
        `The build failed. ${stripVTControlCharacters(String(error instanceof Error ? error.message : error))}`,
      );
    }
    const missing = outputs.filter((file) => !existsSync(inProject(file)));
    if (missing.length > 0) throw new Stop(`The build left out ${missing.join(', ')}.`);
    writeFileSync(stampFile, JSON.stringify({ hash }));
    say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  });
}

async function buildApp() {
  const electronVite = await import('electron-vite');
  // Paths in the configuration are relative to the repository.
  process.chdir(projectRoot);
  await electronVite.build({ root: projectRoot, configFile: inProject('electron.config.ts'), logLevel: 'warn' });
}

async function buildVerifier() {
  if (!existsSync(inProject(verifier))) throw new Error(`${verifier} is missing.`);
  const vite = await import('vite');
  await vite.build({
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: verifier,
      target: 'node20',
      outDir: 'out/cli',
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'fairmark-verify.mjs', codeSplitting: false },
      },
    },
    // An auditor gets this one file: nothing may be left outside but Node itself.
    ssr: { noExternal: true, target: 'node' },
  });
}

/** Photographs and texts of the sample project, out of their packages: an installed app has none of these. */
async function gatherSample() {
  const { gatherSampleContent } = await import(pathToFileURL(inProject(sampleContent)).href);
  await gatherSampleContent(inProject('out', 'sample'));
}

/** @param {string} hash */
function upToDate(hash) {
  if (!outputs.every((file) => existsSync(inProject(file)))) return false;
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')).hash === hash;
  } catch {
    return false;
  }
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** All files under a path of the repository, sorted. @param {string} place @returns {string[]} */
function filesUnder(place) {
  const stat = statSync(inProject(place), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [place];
  return readdirSync(inProject(place))
    .sort()
    .flatMap((name) => filesUnder(path.posix.join(place, name)));
}

/**
 * Runs `work` while no other build of this repository does; waits for one that is under way.
 *
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const lock = inProject('.cache', 'build.lock');
  mkdirSync(path.dirname(lock), { recursive: true });
  const deadline = Date.now() + 120_000;
  while (!takeLock(lock)) {
    if (Date.now() > deadline) throw new Stop(`Another build does not end. If there is none, delete ${lock}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await prepare('build');
    await build({ force: process.argv.includes('--force') });
  });
}
