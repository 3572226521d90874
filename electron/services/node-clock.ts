import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform, uptime } from 'node:os';
import type { ClockPort } from '../../shared/core/ports.ts';

/** The zone is asked for this often, and when the offset has changed: it costs more than all clocks together. */
const ZONE_EVERY_MS = 60_000;

/**
 * The machine's clocks.
 *
 * Monotonic: `process.hrtime`, which stands during a suspend on Linux and goes on during one on macOS and Windows.
 * Boot: `os.uptime`, suspend included; in steps of 10 ms on Linux, of up to a second elsewhere.
 */
export function nodeClock(): ClockPort {
  const bootId = readBootId();
  let zone = 'UTC';
  let zoneReadAtMs = -Infinity;
  let offsetMinutes = 0;
  return {
    read() {
      const monoMs = Number(process.hrtime.bigint() / 1_000_000n);
      const wallMs = Date.now();
      const offsetNow = new Date(wallMs).getTimezoneOffset();
      if (offsetNow !== offsetMinutes || monoMs - zoneReadAtMs > ZONE_EVERY_MS) {
        zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
        zoneReadAtMs = monoMs;
        offsetMinutes = offsetNow;
      }
      return { monoMs, bootMs: Math.floor(uptime() * 1_000), bootId, wallMs, zone };
    },
  };
}

/**
 * Names this boot of the machine. Where the system has no name for it (Windows), the minute in which it started does:
 * when the wall clock was set between two starts of the app, one boot looks like two. A crash is then taken for a
 * reboot, and less of its gap is known.
 */
function readBootId(): string {
  try {
    if (platform() === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    if (platform() === 'darwin') {
      return execFileSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim();
    }
  } catch {
    // a sandbox without /proc or sysctl: as on Windows
  }
  return `started-${Math.round((Date.now() - uptime() * 1_000) / 60_000)}`;
}
