import { spawn } from 'node:child_process';
import { findOnPath, handSignalsOn } from './run.mjs';
import { Stop } from './say.mjs';

/** True if windows can be shown without further ado: always on macOS and Windows, on Linux with X11 or Wayland. */
export function hasDisplay() {
  return process.platform !== 'linux' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY');
}

/** @param {string} name */
const isSet = (name) => (process.env[name] ?? '') !== '';

/**
 * Runs `work` with a display: the present one, or a virtual one (Xvfb, 1920 x 1080) that ends with it.
 *
 * In place of `xvfb-run -a`, which picks its number by looking and can clash with another one that starts in the same
 * moment, and needs xauth besides: here Xvfb itself picks a free number and tells it.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets what its child processes need in their environment
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const server = await startVirtualDisplay();
  try {
    return await work({ DISPLAY: server.display });
  } finally {
    server.stop();
  }
}

async function startVirtualDisplay() {
  const program = findOnPath('Xvfb');
  if (program === undefined) throw new Stop('There is no display and no Xvfb. Run: node scripts/prepare.mjs tour');
  const xvfb = spawn(program, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // A Ctrl-C in the terminal reaches the whole group; the windows must be gone before their display is.
    detached: true,
  });
  const letGo = handSignalsOn(() => undefined);
  const stop = () => {
    letGo();
    process.off('exit', stop);
    xvfb.kill();
  };
  process.on('exit', stop);
  let complaints = '';
  xvfb.stderr?.on('data', (chunk) => (complaints += String(chunk)));
  const number = await new Promise((resolve, reject) => {
    const fail = () => reject(new Stop(`Xvfb did not start:\n${complaints.trim()}`));
    const timer = setTimeout(fail, 20_000);
    xvfb.on('error', fail);
    xvfb.on('exit', fail);
    xvfb.stdio[3]?.once('data', (chunk) => {
      clearTimeout(timer);
      resolve(String(chunk).trim());
    });
  }).catch((error) => {
    stop();
    throw error;
  });
  xvfb.unref();
  return { display: `:${number}`, stop };
}
