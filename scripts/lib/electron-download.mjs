// Runs as a process of its own, on Node 24: `node scripts/lib/electron-download.mjs`. Downloads the binary of the
// `electron` package in one attempt and unpacks it where the package expects it. Exit code 0 when it is in place.
//
// The package's own install.js would do the same, but silently for half a minute and without any limit of time.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

/** No answer within this time: there is no way out to the internet here. */
const answerWithinMs = 15_000;
/** A download that has begun may take long on a slow line; only silence ends it. */
const silenceAtMostMs = 30_000;

const fromProject = createRequire(inProject('package.json'));
const electronFolder = path.dirname(fromProject.resolve('electron/package.json'));
const { version } = fromProject('electron/package.json');

/** As install.js has it: for a mirror with builds of its own. */
const remoteChecksums =
  (process.env['electron_use_remote_checksums'] ?? process.env['npm_config_electron_use_remote_checksums'] ?? '') !==
  '';

const abort = new AbortController();
/** @param {number} ms */
const giveUpAfter = (ms) => setTimeout(() => abort.abort(new Error(`no answer for ${ms / 1000} s`)), ms);
let limit = giveUpAfter(answerWithinMs);
let shownTenths = -1;

/** @param {number} bytes */
const megabytes = (bytes) => Math.round(bytes / 1e6);

/** @param {{ transferred: number, total: number | null, percent: number }} progress */
async function showProgress({ transferred, total, percent }) {
  clearTimeout(limit);
  if (percent < 1) limit = giveUpAfter(silenceAtMostMs);
  const tenths = Math.floor(percent * 10);
  if (tenths === shownTenths) return;
  shownTenths = tenths;
  say(`  ${tenths * 10} %  (${megabytes(transferred)} of ${total === null ? '?' : megabytes(total)} MB)`);
}

try {
  // The electron package's own downloader, from where that package finds it.
  const downloader = createRequire(path.join(electronFolder, 'package.json')).resolve('@electron/get');
  const { downloadArtifact } = await import(pathToFileURL(downloader).href);
  // The same request as install.js makes, so that install.js then finds the file in the download cache.
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    ...(remoteChecksums ? {} : { checksums: fromProject('electron/checksums.json') }),
    ...(process.env['electron_config_cache'] === undefined ? {} : { cacheRoot: process.env['electron_config_cache'] }),
    downloadOptions: { quiet: true, signal: abort.signal, getProgressCallback: showProgress },
  });
  clearTimeout(limit);
  const unpacked = spawnSync(process.execPath, [path.join(electronFolder, 'install.js')], { stdio: 'inherit' });
  process.exit(unpacked.status ?? 1);
} catch (error) {
  clearTimeout(limit);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  say(`  not downloaded: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exit(1);
}
