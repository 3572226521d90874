import { powerMonitor } from 'electron';
import type { IdlePort } from '../../shared/core/ports.ts';

/**
 * The system's idle time, in whole seconds. Always 0 on Wayland and bare servers, and it may fail: the timekeeper
 * believes it only once it was seen to count. Only after the app is ready.
 */
export function systemIdle(): IdlePort {
  return {
    idleForMs() {
      try {
        return powerMonitor.getSystemIdleTime() * 1_000;
      } catch {
        return null;
      }
    },
  };
}
