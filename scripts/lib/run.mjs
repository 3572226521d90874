import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { nodeForTools, projectNode, projectRoot } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository by default
 * @property {NodeJS.ProcessEnv} [env] added to the present one
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {boolean} [answer] keep standard output only; standard error is shown
 * @property {number} [timeoutMs] end the process after this long
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + signal number where a signal ended it
 * @property {string} output standard output and error in order of arrival; empty unless `quiet` or `answer`
 */

/**
 * Environment for child processes: Node 24 of the project and its tools first on the PATH, whatever started us.
 *
 * @param {NodeJS.ProcessEnv} added
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(added = {}) {
  const tools = path.join(projectRoot, 'node_modules', '.bin');
  const present = process.env['PATH'] ?? '';
  const onPath = present.split(path.delimiter)[0] === tools ? present : `${tools}${path.delimiter}${present}`;
  return { ...process.env, PATH: onPath, ...added };
}

/**
 * Runs a command to its end. Signals that reach us are handed on, so that no child stays behind.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: projectEnvironment(options.env),
      stdio: stdioFor(options),
      // npm and npx are .cmd files there, which only a shell can start.
      shell: process.platform === 'win32' && /^np[mx]$/.test(command),
    });
    const stopHandingOn = handSignalsOn((signal) => child.kill(signal));
    const timer =
      options.timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    let output = '';
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    const settle = () => {
      clearTimeout(timer);
      stopHandingOn();
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });
}

/** @param {RunOptions} options @returns {import('node:child_process').StdioOptions} */
function stdioFor({ quiet, answer }) {
  if (quiet === true) return ['ignore', 'pipe', 'pipe'];
  return answer === true ? ['ignore', 'pipe', 'inherit'] : 'inherit';
}

/**
 * Runs a JavaScript or TypeScript file on Node 24.
 *
 * @param {readonly string[]} args the file, then its arguments
 * @param {RunOptions} options
 */
export function runNode(args, options = {}) {
  return run(nodeForTools(), args, options);
}

/**
 * Starts the running script anew on Node 24 and ends with its exit code, where it runs on another Node.
 *
 * npm's scripts already find Node 24 first on the PATH; this serves a first `npm start`, which began before there was
 * one, and `node scripts/….mjs` by hand.
 */
export async function continueOnProjectNode() {
  if (!existsSync(projectNode) || realpathSync(projectNode) === realpathSync(process.execPath)) return;
  const { code } = await run(projectNode, process.argv.slice(1));
  process.exit(code);
}

/**
 * The first file of this name on the PATH that may be executed, or undefined.
 *
 * @param {string} name
 */
export function findOnPath(name) {
  // /sbin and /usr/sbin hold system tools that a regular user's PATH lacks on Debian.
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * What a short command prints, or undefined where it fails or is not there.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env added to the present one
 */
export function outputOf(command, args, env = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...env } });
  return result.status === 0 ? result.stdout : undefined;
}

/**
 * Calls `stop` when a signal asks us to end, so that children end with us. Returns a function that lets go again.
 *
 * @param {(signal: NodeJS.Signals) => void} stop
 */
export function handSignalsOn(stop) {
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
