import type { ClockPort, IdlePort, PowerPort } from '../../../shared/core/ports.ts';
import type { BreakSettings } from '../../../shared/time/break-settings.ts';
import type { JournalStore } from '../../db/journal-store.ts';

/** Calls back again and again; returns the function that stops it. */
export interface TimerPort {
  every(intervalMs: number, tick: () => void): () => void;
}

/** Everything the timekeeper asks the world for. */
export interface TimekeeperPorts {
  readonly clock: ClockPort;
  readonly power: PowerPort;
  readonly idle: IdlePort;
  readonly timer: TimerPort;
  readonly journal: JournalStore;
  /** The worker's break settings, as they are now. */
  readonly breakSettings: () => BreakSettings;
}
