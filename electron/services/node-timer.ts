import type { TimerPort } from './timekeeper/ports.ts';

/** The event loop's own timer. */
export const nodeTimer: TimerPort = {
  every(intervalMs, tick) {
    const timer = setInterval(tick, intervalMs);
    return () => clearInterval(timer);
  },
};
