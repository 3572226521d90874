import { AppError } from '../../../shared/core/errors.ts';
import type { ClockPort, ClockReading } from '../../../shared/core/ports.ts';
import type { JournalDraft, JournalEvent, TimedEvent } from '../../../shared/time/journal-record.ts';
import type { Ledger } from '../../../shared/time/ledger.ts';
import type { TimeSnapshot } from '../../../shared/time/snapshot.ts';
import type { JournalStore } from '../../db/journal-store.ts';
import { type TimedBody, asideDraft, timedDraft } from './draft.ts';
import type { History } from './history.ts';
import { type WorkerState, initialState } from './worker-state.ts';

/** Makes the body of a time-keeping record into its event. */
export type MakeEvent = (body: TimedBody) => TimedEvent;

/** Writes what happens, and knows whether it can. The worker's state and the journal never disagree for longer than a failing disk does. */
export interface Recorder {
  state(): WorkerState;
  /** Why the journal cannot be written; null when the last try succeeded. */
  health(): DiskRefusal | null;
  now(): ClockReading;
  /** An act of the worker: true once it is written. Throws when the disk refuses; nothing has changed then. */
  act(next: WorkerState, event: MakeEvent): void;
  /** Something that is so whether it can be written or not. */
  observe(next: WorkerState, event: MakeEvent): void;
  /** The end of a session. It is so at once; if the disk refuses, it throws and the stop is written before anything else later. */
  end(next: WorkerState, event: MakeEvent): void;
  /** The same for a session that a crash cut short. */
  endCutShort(stop: JournalDraft): void;
  /** Writes an end that the disk refused before, if there is one. */
  settle(): void;
  /** Folds beats that are too old to keep one by one. */
  foldOld(): void;
  /** A change that needs no record of its own: the next beat carries it. */
  assume(next: WorkerState): void;
  /** What the worker says or learns; keeps no time. About what they are doing, unless a project is named. */
  aside(event: JournalEvent, projectId?: string): void;
}

/** Beats are kept for four weeks, their ledgers for ever: a year of work then takes under 50 MB. */
const BEATS_KEPT_MS = 28 * 24 * 3_600_000;

/** How a disk refuses. */
type DiskRefusal = NonNullable<TimeSnapshot['refusedBy']>;

const diskCodes: ReadonlySet<string> = new Set<DiskRefusal>(['DISK_FULL', 'DISK_READ_ONLY', 'DISK_FAILED']);

/** @param changed called after every record and every failure. */
export function createRecorder(
  ports: { readonly clock: ClockPort; readonly journal: JournalStore },
  history: History,
  changed: () => void,
): Recorder {
  let state = initialState;
  let health: DiskRefusal | null = null;
  let owedStop: JournalDraft | null = null;

  const appendOne = (draft: JournalDraft): void => {
    let closed: Ledger | null;
    try {
      closed = history.add(ports.journal.append(draft));
      health = null;
    } catch (error) {
      if (isDiskRefusal(error)) health = error.code;
      throw error;
    }
    // what is not kept now is folded again at the next start
    if (closed) withoutDiskErrors(() => ports.journal.keepLedger(closed));
  };
  const settle = (): void => {
    if (!owedStop) return;
    appendOne(owedStop);
    owedStop = null;
  };
  const append = (makeDraft: () => JournalDraft): void => {
    settle();
    appendOne(makeDraft());
  };
  const draftOf = (before: WorkerState, next: WorkerState, event: MakeEvent) => {
    const session = next.session ?? before.session ?? history.lastSession();
    const missed = health !== null;
    return timedDraft({ state: next, session, reading: readClock(ports.clock), open: history.open(), missed, event });
  };
  const settleAndTell = (): void => {
    try {
      settle();
    } finally {
      changed();
    }
  };
  return {
    state: () => state,
    health: () => health,
    now: () => readClock(ports.clock),
    act(next, event) {
      const before = state;
      state = next;
      try {
        append(() => draftOf(before, next, event));
      } catch (error) {
        state = before;
        throw error;
      } finally {
        changed();
      }
    },
    observe(next, event) {
      const before = state;
      state = next;
      try {
        withoutDiskErrors(() => append(() => draftOf(before, next, event)));
      } finally {
        changed();
      }
    },
    end(next, event) {
      owedStop = draftOf(state, next, event);
      state = next;
      settleAndTell();
    },
    endCutShort(stop) {
      owedStop = stop;
      settleAndTell();
    },
    settle: settleAndTell,
    foldOld() {
      const reading = readClock(ports.clock);
      const session = state.session ?? history.lastSession();
      ports.journal.foldBefore(reading.wallMs - BEATS_KEPT_MS, (body) =>
        asideDraft({ state, session, reading, event: { kind: 'checkpoint', body } }),
      );
    },
    assume(next) {
      state = next;
    },
    aside(event, projectId) {
      const session = state.session ?? history.lastSession();
      try {
        append(() => asideDraft({ state, session, reading: readClock(ports.clock), event, projectId }));
      } finally {
        changed();
      }
    },
  };
}

/** Runs `act`; a disk that refuses is known by the recorder's health and needs no more here. */
export function withoutDiskErrors(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isDiskRefusal(error)) throw error;
  }
}

/** True for the refusals of a disk that is full, can only be read, or fails. */
export function isDiskRefusal(error: unknown): error is AppError & { readonly code: DiskRefusal } {
  return error instanceof AppError && diskCodes.has(error.code);
}

/** Every journal value is a whole number, whatever a clock answers. */
function readClock(clock: ClockPort): ClockReading {
  const { monoMs, bootMs, wallMs, bootId, zone } = clock.read();
  const whole = (ms: number) => Math.max(0, Math.floor(ms));
  return { monoMs: whole(monoMs), bootMs: whole(bootMs), wallMs: whole(wallMs), bootId, zone };
}
