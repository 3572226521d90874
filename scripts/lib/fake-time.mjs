import { existsSync } from 'node:fs';
import path from 'node:path';

/** The Debian package of the library. */
export const fakeTimePackage = 'libfaketime';

/** @type {Readonly<Record<string, string>>} */
const tripletOf = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/**
 * The library that sets the clock of one program (LD_PRELOAD), for threads; undefined where it is not installed. Tests set
 * the clock under the running app with it and leave the machine's own alone.
 */
export function fakeTimeLibrary() {
  if (process.platform !== 'linux') return undefined;
  const folders = ['/usr/lib', ...[tripletOf[process.arch]].flatMap((name) => (name ? [`/usr/lib/${name}`] : []))];
  return folders
    .map((folder) => path.join(folder, 'faketime', 'libfaketimeMT.so.1'))
    .find((candidate) => existsSync(candidate));
}
