import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';

/** No beat is ever credited with more (time.md, "Heartbeat"); the window must not show more either. */
const LONGEST_BEAT_MS = 15_000;

/** What the header shows: states and numbers, no words. */
export interface Meter {
  /** `away`: signed on, and the worker is known not to be there. `failed`: signed on, but the record cannot be written. */
  readonly state: 'recording' | 'away' | 'off' | 'failed';
  /** True while the seconds run: recording, work, and the worker present. */
  readonly counting: boolean;
  readonly taskMs: number | null;
  readonly todayMs: number;
  readonly pay: LiveView['pay'];
}

/**
 * The header's numbers `sinceMs` after the main process last told them. Seconds are added for display only, at most
 * 15 s, and only while time is really counted.
 */
export function meterOf(live: LiveView, sinceMs: number, fault: string | null): Meter {
  const { time } = live;
  const off = time.activity === 'off';
  const failed = fault !== null || !time.healthy;
  const counting = !failed && time.recording && time.present && time.activity !== 'ledger';
  const extraMs = counting ? Math.min(Math.max(sinceMs, 0), LONGEST_BEAT_MS) : 0;
  const onTask = time.activity === 'task' || time.activity === 'rework';
  return {
    state: off ? 'off' : failed ? 'failed' : time.present ? 'recording' : 'away',
    counting,
    taskMs: time.taskMs === null ? null : time.taskMs + (onTask ? extraMs : 0),
    todayMs: time.todayMs + extraMs,
    pay: live.pay,
  };
}
