import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: the folder that holds package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the repository, as an absolute one. @param {readonly string[]} parts */
export const inProject = (...parts) => path.join(projectRoot, ...parts);

/** Node 24 of the `node` package; the scripts of npm find it first on their PATH, other ways of starting do not. */
export const projectNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The Node to run tools and tests on: the project's own where it is installed, else the running one.
 *
 * On Node 20 better-sqlite3 13 crashes the process when a database is opened (it needs Node-API 10).
 */
export function nodeForTools() {
  return existsSync(projectNode) ? projectNode : process.execPath;
}

/**
 * The folder for what outlives a clean install, outside the repository: `$XDG_CACHE_HOME/fairmark` or the place that the
 * system gives to caches. It may not exist yet.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function userCacheFolder(env = process.env) {
  const given = env['XDG_CACHE_HOME'];
  // The XDG base directory specification says to ignore relative paths.
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'fairmark');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'fairmark');
  if (process.platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'fairmark', 'Cache');
  }
  return path.join(homedir(), '.cache', 'fairmark');
}
