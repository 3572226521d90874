import { statSync } from 'node:fs';
import path from 'node:path';
import { sandboxed } from './launch.mjs';
import { findOnPath, outputOf } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Sees that Chromium can put its pages into a sandbox here. It needs user namespaces for that, which some systems keep from
 * regular users (Ubuntu since 23.10, with AppArmor), or else a helper that belongs to root.
 *
 * Fairmark shows pictures and texts of strangers, so it never starts without a sandbox just because one is hard to get.
 *
 * @param {string} executable of Electron
 * @throws {Stop} with the two ways to allow it
 */
export function ensureSandbox(executable) {
  if (process.platform !== 'linux' || !sandboxed()) return;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  if (hasUserNamespaces() || belongsToRoot(helper)) return;
  throw new Stop(
    [
      'This system keeps user namespaces from regular users, and Chromium needs them for its sandbox.',
      'Please allow them, or give the sandbox helper of this one Electron to root. Either once:',
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    ].join('\n'),
  );
}

/** Tries what Chromium will do: a user namespace of its own with a network namespace inside. */
function hasUserNamespaces() {
  // Without unshare nothing can be told here; Chromium will.
  if (findOnPath('unshare') === undefined) return true;
  return outputOf('unshare', ['--user', '--map-root-user', '--net', 'true']) !== undefined;
}

/** True if the helper would run as root: its owner, and the set-user-ID bit. @param {string} helper */
function belongsToRoot(helper) {
  const stat = statSync(helper, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4001) === 0o4001;
}
