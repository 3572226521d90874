import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An expected end of a script: its message says what to do; no stack is shown. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/**
 * Tells the person at the terminal one line. On standard error, so that a script's answer on standard output stays clean.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function and ends the process with its exit code. A `Stop` shows its message only.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
    say(error instanceof Stop ? `\n${error.message}` : String(error instanceof Error ? error.stack : error));
  }
}

/**
 * True if the module with this `import.meta.url` is the one that Node was started with.
 *
 * @param {string} moduleUrl
 */
export function isMain(moduleUrl) {
  const started = process.argv[1];
  if (started === undefined) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
  } catch {
    return false;
  }
}
