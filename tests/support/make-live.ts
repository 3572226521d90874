import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';
import { activitySchema } from '../../shared/time/activity.ts';

/** What the main process tells live: somebody labelling, nothing due; says only what matters. */
export function makeLive(time: Partial<LiveView['time']> = {}, pay: LiveView['pay'] = null): LiveView {
  return {
    pay,
    time: {
      recording: true,
      healthy: true,
      refusedBy: null,
      activity: 'task',
      present: true,
      projectId: 'project-1',
      taskId: 'task-1',
      taskMs: 60_000,
      todayMs: 600_000,
      todayByActivityMs: Object.fromEntries(activitySchema.options.map((code) => [code, 0])) as never,
      breakAdvice: {
        state: 'none',
        rule: null,
        continuousWorkMs: 0,
        ruleWorkMs: 0,
        liftable: false,
        hint: null,
        breakElapsedMs: 0,
        breakLengthMs: 300_000,
        postponesLeft: 2,
      },
      question: null,
      recovery: null,
      ...time,
    },
  };
}

/** A break that has run for `elapsedMs` of five minutes. */
export function makeRestingLive(elapsedMs: number, activity: 'break.rest' | 'break.exposure' = 'break.rest'): LiveView {
  const { time } = makeLive();
  return makeLive({ activity, breakAdvice: { ...time.breakAdvice, state: 'in-break', breakElapsedMs: elapsedMs } });
}
