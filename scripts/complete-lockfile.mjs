// Adds to package-lock.json the platform packages that npm left out: `node scripts/complete-lockfile.mjs`.
//
// npm drops an optional package from the lock file when its registry does not have it (a partial mirror), and then
// `npm ci` refuses that lock file everywhere. What such a package needs there is plain from its name: it is one build
// of its parent for one platform. Without an integrity of its own it is still bound to the parent's exact version.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './lib/project.mjs';
import { isMain, runMain, say, Stop } from './lib/say.mjs';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {string} [license]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 */

/** Names as in process.platform and process.arch, as the packages' names have them. */
const platforms = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The optional packages that the lock file should name and does not, with the entry that each should have.
 *
 * @param {Record<string, LockEntry>} packages of a lock file
 * @returns {{ place: string, parent: string, entry: Record<string, unknown> | undefined }[]}
 *   `entry` is undefined where the name does not tell the platform
 */
export function missingOptionalPackages(packages) {
  return Object.entries(packages).flatMap(([parent, locked]) =>
    Object.entries(locked.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, parent, name))
      .map(([name, version]) => ({ place: `node_modules/${name}`, parent, entry: entryFor(name, version, locked) })),
  );
}

/**
 * True if the lock file has the package where Node looks for it from `parent`: beside it or in a folder above.
 *
 * @param {Record<string, LockEntry>} packages
 * @param {string} parent
 * @param {string} name
 */
function isLocked(packages, parent, name) {
  const folders = parent.split('/node_modules/').map((_, depth, all) => all.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages);
}

/**
 * @param {string} name
 * @param {string} version
 * @param {LockEntry} parent
 */
function entryFor(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = platforms.find((platform) => words.includes(platform));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) return undefined;
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(os === 'linux' && libc !== undefined ? { libc: [libc] } : {}),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    os: [os],
    ...(parent.engines === undefined ? {} : { engines: parent.engines }),
  };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const file = inProject('package-lock.json');
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    const missing = missingOptionalPackages(lock.packages);
    const unknown = missing.filter(({ entry }) => entry === undefined);
    if (unknown.length > 0) {
      throw new Stop(
        `Not told by their names: ${unknown.map(({ place, parent }) => `${place} of ${parent}`).join(', ')}`,
      );
    }
    for (const { place, entry } of missing) lock.packages[place] = entry;
    lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    say(`Added ${missing.length} packages to package-lock.json`);
  });
}
