import type { Timekeeper } from '../timekeeper.ts';

type WorkActivity = Parameters<Timekeeper['setActivity']>[0];

/** What a stretch of work is about; words and images set the reading allowance. */
export interface WorkSubject {
  readonly projectId: string;
  readonly taskId: string | null;
  readonly words: number;
  readonly images: number;
}

/** The part of the timekeeper that tasks need. */
export interface WorkClock {
  isSignedOn(): boolean;
  signOn(): void;
  /** Does nothing while signed off: then nothing is recorded. */
  enter(activity: WorkActivity, subject: WorkSubject | null): void;
  /** True while a break gate or a running break stops new tasks. */
  stopsNewTasks(): boolean;
  /** True while a break is running. */
  isResting?(): boolean;
}

export function workClockOf(timekeeper: Timekeeper): WorkClock {
  const isSignedOn = (): boolean => timekeeper.snapshot().activity !== 'off';
  return {
    isSignedOn,
    signOn: () => timekeeper.signOn(),
    enter(activity, subject) {
      if (!isSignedOn()) return;
      const { taskId, ...rest } = subject ?? { taskId: null };
      timekeeper.setActivity(activity, { ...rest, ...(taskId === null ? {} : { taskId }) });
    },
    isResting: () => timekeeper.snapshot().activity.startsWith('break.'),
    stopsNewTasks() {
      const { state } = timekeeper.snapshot().breakAdvice;
      return state === 'gate' || state === 'in-break';
    },
  };
}
