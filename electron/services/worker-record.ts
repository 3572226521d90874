import type { ClockPort, IdlePort, PowerPort } from '../../shared/core/ports.ts';
import type { AppSettings } from '../../shared/project/app-settings.ts';
import { type BreakSettings, defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { type JournalStore, openJournal } from '../db/journal-store.ts';
import { createTimekeeper, type Timekeeper, type TimerPort } from './timekeeper.ts';

/** The worker's own record on this machine: the journal, and the timekeeper that alone writes it. */
export interface WorkerRecord {
  readonly timekeeper: Timekeeper;
  readonly journal: JournalStore;
  /** Signs off and lets go of the file. */
  close(): void;
}

export interface WorkerRecordPorts {
  /** `record.db` in the worker's profile. */
  readonly path: string;
  readonly clock: ClockPort;
  readonly power: PowerPort;
  readonly idle: IdlePort;
  readonly timer: TimerPort;
  readonly settings: () => AppSettings;
  readonly minimumSqlite?: string;
}

/** Opens the record; refuses as `openJournal` does. */
export function openWorkerRecord({ path, settings, minimumSqlite, ...ports }: WorkerRecordPorts): WorkerRecord {
  const journal = openJournal(minimumSqlite === undefined ? { path } : { path, minimumSqlite });
  const timekeeper = createTimekeeper({ ...ports, journal, breakSettings: () => breakSettingsOf(settings()) });
  // so that My time opens at once on two years; a few milliseconds at a time
  const stopReading = ports.timer.every(READ_AHEAD_EVERY_MS, () => {
    if (journal.readAhead(READ_AHEAD_SESSIONS)) return;
    journal.outcomes();
    stopReading();
  });
  return {
    timekeeper,
    journal,
    close() {
      stopReading();
      timekeeper.stop();
      journal.close();
    },
  };
}

const READ_AHEAD_EVERY_MS = 100;
const READ_AHEAD_SESSIONS = 8;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The worker's choice in milliseconds; a gate never comes before its notice. */
function breakSettingsOf(settings: AppSettings): BreakSettings {
  const { restDueMinutes, restGateMinutes, dayGateHours, weekGateHours } = settings;
  const { daySoftMs, weekSoftMs, eyePauseEveryMs } = defaultBreakSettings;
  return {
    ...defaultBreakSettings,
    restDueMs: Math.min(restDueMinutes, restGateMinutes) * MINUTE_MS,
    restGateMs: restGateMinutes * MINUTE_MS,
    restLengthMs: settings.restLengthMinutes * MINUTE_MS,
    longLengthMs: settings.longLengthMinutes * MINUTE_MS,
    daySoftMs: Math.min(daySoftMs, dayGateHours * HOUR_MS),
    dayGateMs: dayGateHours * HOUR_MS,
    weekSoftMs: Math.min(weekSoftMs, weekGateHours * HOUR_MS),
    weekGateMs: weekGateHours * HOUR_MS,
    eyePauseEveryMs: settings.eyePause ? eyePauseEveryMs : null,
  };
}
