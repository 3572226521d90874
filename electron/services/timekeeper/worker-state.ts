import type { ClockReading, PowerEvent } from '../../../shared/core/ports.ts';
import type { Activity } from '../../../shared/time/activity.ts';
import { readingAllowanceMs } from '../../../shared/time/allowance.ts';
import type { PresenceFacts, WindowState } from '../../../shared/time/beat.ts';
import { type IdleTrust, judgeIdle, noIdleTrust } from '../../../shared/time/idle-trust.ts';

/** What is on: an activity, whose it is, and how long it may be looked at without a touch. */
export interface Doing {
  readonly activity: Activity;
  readonly projectId: string | null;
  readonly taskId: string | null;
  readonly allowanceMs: number;
}

export function isSameDoing(one: Doing, other: Doing): boolean {
  return (
    one.activity === other.activity &&
    one.projectId === other.projectId &&
    one.taskId === other.taskId &&
    one.allowanceMs === other.allowanceMs
  );
}

/** What the timekeeper knows of the worker at this moment. Replaced, never changed. Instants are by the monotonic clock. */
export interface WorkerState {
  /** The open session; null while signed off. */
  readonly session: number | null;
  readonly doing: Doing;
  /** What a running break goes back to. */
  readonly afterBreak: Doing | null;
  readonly window: WindowState;
  /** Null since an absence ended and nothing was touched yet. */
  readonly lastInputAt: number | null;
  /** The last input in the app itself, whatever the system's idle time says. */
  readonly appInputAt: number;
  /** Input before this was before the last absence. */
  readonly backAt: number;
  readonly suspended: boolean;
  readonly locked: boolean;
  /** When the machine was last suspended or locked. */
  readonly heldAt: number;
  readonly declaredAway: boolean;
  readonly idle: IdleTrust;
}

/** A key that locks the screen is input too, and may be told of after the lock. */
const LATE_INPUT_MS = 3_000;
/** Beats go on this long after a suspend was announced: it did not come, or its end was not announced. */
const SUSPEND_OVER_MS = 30_000;
/** The system's idle time comes in whole seconds, rounded down. */
const IDLE_RESOLUTION_MS = 1_000;

export const initialState: WorkerState = {
  session: null,
  doing: {
    activity: 'ledger',
    projectId: null,
    taskId: null,
    allowanceMs: readingAllowanceMs({ words: 0, images: 0 }),
  },
  afterBreak: null,
  window: 'focused',
  lastInputAt: null,
  appInputAt: 0,
  backAt: 0,
  suspended: false,
  locked: false,
  heldAt: 0,
  declaredAway: false,
  idle: noIdleTrust,
};

/** The facts that a beat carries. */
export function factsOf(state: WorkerState, nowMono: number): PresenceFacts {
  const { lastInputAt, doing, window, suspended, locked, declaredAway } = state;
  return {
    inputAgoMs: lastInputAt === null ? null : Math.max(0, nowMono - lastInputAt),
    allowanceMs: doing.allowanceMs,
    window,
    suspended,
    locked,
    declaredAway,
  };
}

/**
 * The state after a power event. Any order and repetition is fine: presence comes back only with the unlock, or with
 * the resume of a machine that is not locked and the next input.
 */
export function afterPower(state: WorkerState, event: PowerEvent, nowMono: number): WorkerState {
  switch (event) {
    case 'suspend':
      return state.suspended ? state : { ...state, suspended: true, heldAt: nowMono };
    case 'lock':
      return state.locked ? state : { ...state, locked: true, heldAt: nowMono };
    case 'resume':
      return state.suspended ? { ...state, suspended: false, lastInputAt: null, backAt: nowMono } : state;
    case 'unlock':
      return state.locked
        ? { ...state, suspended: false, locked: false, lastInputAt: nowMono, backAt: nowMono }
        : state;
    case 'shutdown':
      return state;
  }
}

/** The worker is back from an absence, and has just shown it. */
export function returned(state: WorkerState, nowMono: number): WorkerState {
  return { ...touched(state, nowMono), declaredAway: false, backAt: nowMono };
}

function touched(state: WorkerState, nowMono: number): WorkerState {
  return { ...state, lastInputAt: nowMono, appInputAt: nowMono };
}

/** The state after input in the app; the same object when it says nothing (told too late, or while declared away). */
export function afterInput(state: WorkerState, nowMono: number): WorkerState {
  const held = state.suspended || state.locked;
  if (state.declaredAway || (held && nowMono - state.heldAt < LATE_INPUT_MS)) return state;
  return { ...touched(state, nowMono), suspended: false, locked: false };
}

/** The state at a heartbeat: a suspend that never ended is over, and the system's idle time may tell of input in the app's dialogs. */
export function afterTick(state: WorkerState, { monoMs }: ClockReading, idleForMs: number | null): WorkerState {
  const awake = state.suspended && monoMs - state.heldAt > SUSPEND_OVER_MS;
  const next = awake ? { ...state, suspended: false, lastInputAt: null, backAt: monoMs } : state;
  const idle = judgeIdle(next.idle, idleForMs, monoMs - next.appInputAt);
  if (!idle.proven || idleForMs === null || next.window !== 'focused' || next.suspended || next.locked) {
    return { ...next, idle };
  }
  const touchedAt = monoMs - idleForMs;
  const isNews = touchedAt - IDLE_RESOLUTION_MS > Math.max(next.lastInputAt ?? 0, next.backAt);
  return { ...next, idle, lastInputAt: isNews ? touchedAt : next.lastInputAt };
}
