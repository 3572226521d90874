import type { ClockPort, IdlePort, PowerEvent, PowerPort } from '../../../shared/core/ports.ts';
import type { TimerPort } from '../../../electron/services/timekeeper.ts';

interface FakeTimer {
  readonly intervalMs: number;
  readonly tick: () => void;
  dueAtMono: number;
}

/** A machine whose clocks, power and idle time a test drives. Nothing happens but by `wait`. */
export interface FakeWorld {
  readonly clock: ClockPort;
  readonly power: PowerPort;
  readonly idle: IdlePort;
  readonly timer: TimerPort;
  /** All clocks go on and timers fire in time. */
  wait(ms: number): void;
  /** All clocks go on, no timer fires: a stopped process, or a suspended macOS or Windows. Timers fire once, late. */
  freeze(ms: number): void;
  /** The monotonic clock stands while the others go on: a suspended Linux. */
  sleep(ms: number): void;
  /** Somebody sets the wall clock. */
  setWall(byMs: number): void;
  setZone(zone: string): void;
  /** Whoever listened or had a timer is gone. */
  killProcess(): void;
  /** The machine goes off for a while and was on again for another before this call returns. */
  reboot(offMs: number, upMs: number): void;
  emit(event: PowerEvent): void;
  setIdle(read: () => number | null): void;
  readonly timers: number;
}

/** Monday 2 March 2026, 09:00 in Vienna. */
export const MORNING_MS = Date.UTC(2026, 2, 2, 8, 0, 0);

export function makeWorld(startWallMs = MORNING_MS, startZone = 'Europe/Vienna'): FakeWorld {
  let [mono, boot, wall, boots, zone] = [5_000_000, 7_000_000, startWallMs, 1, startZone];
  let readIdle: () => number | null = () => null;
  const timers = new Set<FakeTimer>();
  const listeners = new Set<(event: PowerEvent) => void>();
  const goOn = (ms: number) => {
    mono += ms;
    boot += ms;
    wall += ms;
  };
  const fireDue = () => {
    for (const timer of timers) {
      if (!timers.has(timer) || timer.dueAtMono > mono) continue;
      timer.dueAtMono = mono + timer.intervalMs;
      timer.tick();
    }
  };
  return {
    clock: { read: () => ({ monoMs: mono, bootMs: boot, wallMs: wall, bootId: `boot-${boots}`, zone }) },
    power: {
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    idle: { idleForMs: () => readIdle() },
    timer: {
      every(intervalMs, tick) {
        const timer = { intervalMs, tick, dueAtMono: mono + intervalMs };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    wait(ms) {
      const until = mono + ms;
      while (mono < until) {
        const next = Math.min(until, ...[...timers].map((timer) => timer.dueAtMono));
        goOn(Math.max(0, next - mono));
        fireDue();
      }
    },
    freeze(ms) {
      goOn(ms);
      fireDue();
    },
    sleep(ms) {
      boot += ms;
      wall += ms;
    },
    setWall(byMs) {
      wall += byMs;
    },
    setZone(next) {
      zone = next;
    },
    reboot(offMs, upMs) {
      wall += offMs + upMs;
      [mono, boot, boots] = [upMs, upMs, boots + 1];
      this.killProcess();
    },
    killProcess() {
      timers.clear();
      listeners.clear();
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    setIdle(read) {
      readIdle = read;
    },
    get timers() {
      return timers.size;
    },
  };
}
