import type { Activity } from '../../shared/time/activity.ts';
import type { WindowState } from '../../shared/time/beat.ts';
import type { Answer, Correction, ExposureNote, OutcomeNote } from '../../shared/time/journal-record.ts';
import type { TaskFact } from '../../shared/time/task-fact.ts';
import type { TimeRange, TimeReport } from '../../shared/time/report.ts';
import type { TimeSnapshot } from '../../shared/time/snapshot.ts';

/** Where an activity happens, and how much there is to read: 120 words a minute and 20 s an image are allowed for. */
export interface ActivityContext {
  readonly projectId?: string;
  readonly taskId?: string;
  readonly words?: number;
  readonly images?: number;
}

/**
 * Keeps the worker's time: the only reader of clocks, power and input.
 *
 * Acts of the worker (`signOn`, `setActivity`, `answer`, breaks, notes) throw `SIGNED_OFF` when nothing is being
 * recorded and `DISK_FULL`, `DISK_READ_ONLY` or `DISK_FAILED` when they could not be written; nothing has changed then.
 * Observations (`inputSeen`, `windowState`) never throw. While signed off nothing is written but what the worker
 * says of their own past (`answer`, `correct`).
 */
export interface Timekeeper {
  signOn(): void;
  signOff(): void;
  setActivity(activity: Exclude<Activity, 'off' | 'break.rest' | 'break.exposure'>, context?: ActivityContext): void;
  /** There was input in the app. At most once a second, never with anything about it. */
  inputSeen(): void;
  windowState(state: WindowState): void;
  /** `workMs` only with `split`: how much of the stretch, from its start, was work. */
  answer(questionId: string, answer: Answer, workMs?: number): void;
  correct(correction: Correction): void;
  /** The worker is still reading: another allowance from now on, no reason asked. */
  stillReading(): void;
  /** Ends with `comeBack`, or when another activity begins. */
  declareAway(): void;
  comeBack(): void;
  startBreak(kind?: 'rest' | 'exposure'): void;
  /** Goes back to what was on before the break. Too early, it counts as interrupted. */
  endBreak(): void;
  /** @throws POSTPONE_USED_UP when the budget or this break's one postponement is gone. */
  postponeBreak(): void;
  noteExposure(note: ExposureNote): void;
  noteOutcome(note: OutcomeNote): void;
  snapshot(): TimeSnapshot;
  report(range: TimeRange, taskFacts: readonly TaskFact[]): TimeReport;
  /** Calls back with each beat and each change; returns the function that stops it. */
  onChange(listener: (snapshot: TimeSnapshot) => void): () => void;
  /** Signs off and lets go of every port; for quitting. */
  stop(): void;
}
