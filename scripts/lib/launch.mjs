/**
 * The command line of an Electron: executable, what the runtime needs, the app's folder, then the app's own arguments.
 *
 * Chromium refuses to run its sandbox as root, so for uid 0, and for nobody else, it is switched off.
 *
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string} appFolder holds the app's package.json
 * @param {readonly string[]} appArguments switches must be of the form `--name=value`
 */
export function launchCommand(runtime, appFolder, appArguments = []) {
  const sandbox = sandboxed() ? [] : ['--no-sandbox'];
  return { executable: runtime.path, args: [...runtime.args, ...sandbox, appFolder, ...appArguments] };
}

/** False for root on Linux, where Chromium has no sandbox. */
export function sandboxed() {
  return process.platform !== 'linux' || process.getuid?.() !== 0;
}
