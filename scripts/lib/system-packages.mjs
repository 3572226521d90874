import { readFileSync } from 'node:fs';
import { fakeTimeLibrary, fakeTimePackage } from './fake-time.mjs';
import { findOnPath, outputOf, run } from './run.mjs';
import { say, Stop } from './say.mjs';
import { inProject } from './project.mjs';

/**
 * Programs that only tests call, and the Debian package that has each.
 *
 * @type {Readonly<Record<string, string>>}
 */
const testPrograms = {
  openssl: 'openssl',
  jq: 'jq',
  sha256sum: 'coreutils',
  strace: 'strace',
  unshare: 'util-linux',
  setpriv: 'util-linux',
  runuser: 'util-linux',
};

/**
 * Libraries of Electron that Playwright's list for Chromium lacks, and packages that have them (the second name is that of
 * newer releases).
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const furtherLibraries = {
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgdk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
};

/**
 * @typedef {object} SystemNeeds
 * @property {string} electron the executable whose libraries must be there
 * @property {boolean} virtualDisplay windows will be shown without a display
 * @property {boolean} testPrograms the programs that tests call must be there
 */

/**
 * Sees that the system has what Electron and the tests need, and installs what is missing where it may: as root, or with
 * a sudo that asks no password. Does nothing on macOS and Windows.
 *
 * @param {SystemNeeds} needs
 * @throws {Stop} with the one command to run where it may not install
 */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux') return;
  const libraries = missingLibraries(needs.electron);
  const display = needs.virtualDisplay && findOnPath('Xvfb') === undefined ? ['xvfb'] : [];
  const programs = needs.testPrograms ? missingTestPackages() : [];
  if (needs.testPrograms) await wishFakeTime();
  if (libraries.length + display.length + programs.length === 0) return;

  say(`Missing on this system: ${[...libraries, ...display, ...programs].join(', ')}`);
  const installer = apt();
  if (installer === undefined) {
    throw new Stop(
      'Fairmark can install packages on Debian and Ubuntu only. On this system please install what is named above ' +
        '(the libraries of GTK 3, NSS, GBM and ALSA; Xvfb).',
    );
  }
  if (!installer.allowed) throw new Stop(commandToRun(libraries.length > 0, [...display, ...programs]));

  await installer.install(['update', '-q'], { mayFail: true });
  // Playwright knows the names for each release of Debian and Ubuntu. Its list has Xvfb too.
  if (libraries.length > 0) await playwrightInstall();
  const still = missingLibraries(needs.electron).map(
    (library) => installer.firstKnown(furtherLibraries[library]) ?? '',
  );
  const packages = [...still.filter((name) => name !== ''), ...display, ...programs];
  if (packages.length > 0) await installer.install(['install', '-y', '-q', '--no-install-recommends', ...packages]);

  const left = missingLibraries(needs.electron);
  if (left.length > 0) throw new Stop(`Still missing after the installation: ${left.join(', ')}`);
}

/**
 * Libraries that the loader does not find for this executable.
 *
 * @param {string} executable
 */
function missingLibraries(executable) {
  // ldd's exit code is 0 even when something is missing; its words are translated, hence LC_ALL.
  const listing = outputOf('ldd', [executable], { LC_ALL: 'C' }) ?? '';
  const names = listing.split('\n').filter((line) => line.includes('=> not found'));
  return [...new Set(names.map((line) => line.trim().split(' ')[0] ?? ''))];
}

/** One test needs it and is skipped without it: installed where that is allowed, and no reason to stop where not. */
async function wishFakeTime() {
  if (fakeTimeLibrary() !== undefined) return;
  const installer = apt();
  if (installer?.allowed !== true) return;
  await installer.install(['update', '-q'], { mayFail: true });
  await installer.install(['install', '-y', '-q', '--no-install-recommends', fakeTimePackage], { mayFail: true });
}

function missingTestPackages() {
  const missing = Object.entries(testPrograms).filter(([program]) => findOnPath(program) === undefined);
  return [...new Set(missing.map(([, name]) => name))];
}

/** How packages can be installed with apt here, or undefined where there is no apt. */
function apt() {
  const program = findOnPath('apt-get');
  if (program === undefined) return undefined;
  const isRoot = process.getuid?.() === 0;
  const allowed = isRoot || outputOf('sudo', ['-n', 'true']) !== undefined;
  const before = isRoot ? [] : ['sudo', '-n'];
  return {
    allowed,
    /** @param {readonly string[] | undefined} names */
    firstKnown: (names) =>
      names?.find((name) => (outputOf('apt-cache', ['policy', name]) ?? '').includes('Candidate: ')),
    /**
     * @param {readonly string[]} args
     * @param {{ mayFail?: boolean }} options an update may fail for a source that is not needed
     */
    install: async (args, options = {}) => {
      const [command = program, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', program, ...args];
      say(`  ${[command, ...rest].join(' ')}`);
      const { code, output } = await run(command, rest, { quiet: true });
      if (code !== 0 && options.mayFail !== true) {
        throw new Stop(`apt-get ended with code ${code}:\n${output.trimEnd().split('\n').slice(-8).join('\n')}`);
      }
    },
  };
}

async function playwrightInstall() {
  say('  npx playwright install-deps chromium');
  const { code, output } = await run(process.execPath, [playwrightCli(), 'install-deps', 'chromium'], { quiet: true });
  // What is missing afterwards is looked for once more, so a failure is only told here.
  if (code !== 0) say(output.trimEnd().split('\n').slice(-8).join('\n'));
}

function playwrightCli() {
  const { bin } = JSON.parse(readFileSync(inProject('node_modules', 'playwright', 'package.json'), 'utf8'));
  return inProject('node_modules', 'playwright', bin.playwright);
}

/** @param {boolean} libraries @param {readonly string[]} packages */
function commandToRun(libraries, packages) {
  const all = [...new Set([...packages, ...(libraries ? ['libgtk-3-0'] : [])])].join(' ');
  const commands = [
    ...(libraries ? ['npx playwright install-deps chromium'] : []),
    ...(all === '' ? [] : [`sudo apt-get install -y --no-install-recommends ${all}`]),
  ];
  return `They need administrator's rights. Please run this once, then start again:\n  ${commands.join(' && ')}`;
}
