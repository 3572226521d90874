/**
 * Chromium and Node switches that would open the app to its surroundings. A packaged app refuses to start with any of
 * them (exit status 78, `EX_CONFIG` of sysexits.h); fuses close the rest.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'no-sandbox',
  'disable-seccomp-filter-sandbox',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
];

export const EXIT_CONFIG = 78;

/** The first refused switch on a command line, or null. */
export function dangerousSwitch(argv: readonly string[]): string | null {
  for (const argument of argv.slice(1)) {
    const name = /^--?([a-z][a-z-]*)(=.*)?$/.exec(argument)?.[1];
    if (name !== undefined && REFUSED.includes(name)) return name;
  }
  return null;
}
