import type { ClockReading } from '../../../shared/core/ports.ts';
import { isBreak, isPresent, isWork } from '../../../shared/time/activity.ts';
import { hintOf, strictestAdvice } from '../../../shared/time/break-advice.ts';
import type { BreakSettings } from '../../../shared/time/break-settings.ts';
import type { OpenSession } from '../../../shared/time/open-session.ts';
import { openQuestions } from '../../../shared/time/questions.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import type { BreakAdvice, TimeQuestion, TimeRecovery, TimeSnapshot } from '../../../shared/time/snapshot.ts';
import { RESET_MS, stretchSince, workIn } from '../../../shared/time/stretch.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import { totalsOf } from '../../../shared/time/totals.ts';
import type { History } from './history.ts';
import type { WorkerState } from './worker-state.ts';

/** What a snapshot is made of; all of it in memory. */
export interface LiveInput {
  readonly state: WorkerState;
  readonly history: History;
  readonly settings: BreakSettings;
  readonly now: ClockReading;
  readonly today: TimeRange;
  readonly health: TimeSnapshot['refusedBy'];
  readonly recovery: TimeRecovery | null;
}

/** What the window shows now. Times are as of the last beat: nothing is shown that is not on disk. */
export function liveSnapshot(input: LiveInput): TimeSnapshot {
  const { state, history, health, today } = input;
  const open = history.open();
  const segments = history.inForce().segments;
  const { workMs, byActivityMs } = totalsOf([...segments, ...history.added()], today);
  const signedOn = state.session !== null;
  return {
    recording: signedOn && health === null,
    healthy: health === null,
    refusedBy: health,
    activity: signedOn ? state.doing.activity : 'off',
    present: signedOn && open !== null && isPresent(open.last.presence),
    projectId: signedOn ? state.doing.projectId : null,
    taskId: signedOn ? state.doing.taskId : null,
    taskMs: signedOn && state.doing.taskId !== null ? taskWorkMs(segments, state.doing.taskId) : null,
    todayMs: workMs,
    todayByActivityMs: byActivityMs,
    breakAdvice: breakAdvice(input),
    question: currentQuestion(history),
    recovery: input.recovery,
  };
}

/** The question about the newest stretch of this session or the one before; the worker has to be back to be asked. */
function currentQuestion(history: History): TimeQuestion | null {
  const doubted = new Set(doubtedSegments(history.open()).map((segment) => segment.id));
  const { sessions, segments } = history.recorded();
  const asked = new Set(sessions.slice(-2).map((span) => span.session));
  const settled = segments.filter((segment) => asked.has(segment.session) && !doubted.has(segment.id));
  return openQuestions(settled, history.declarations())[0] ?? null;
}

/** Zero when no break is on. */
function breakElapsedMs(open: OpenSession | null): number {
  const startedAtMs = open?.rest.startedAtMs ?? null;
  return open === null || startedAtMs === null ? 0 : open.atMs - startedAtMs;
}

function breakAdvice(input: LiveInput): BreakAdvice {
  const open = input.history.open();
  const advice = strictestAdvice(input.history.inForce(), input.settings, input.now);
  const { rule, lengthMs, postponesLeft, liftable, workMs: ruleWorkMs } = advice;
  const state = advice.state === 'hint' ? 'none' : advice.state;
  const quiet = state === 'none' && input.state.session !== null;
  const hint = quiet ? hintOf(input.history.inForce(), input.settings, input.now) : null;
  const continuousWorkMs = workIn(stretchSince(input.history.inForce(), RESET_MS).segments);
  if (input.state.session !== null && open !== null && isBreak(input.state.doing.activity)) {
    const elapsedMs = breakElapsedMs(open);
    const isOver = elapsedMs >= open.rest.lengthMs;
    return {
      state: isOver ? state : 'in-break',
      rule: input.state.doing.activity === 'break.exposure' ? 'exposure' : rule,
      continuousWorkMs,
      ruleWorkMs,
      liftable,
      hint: null,
      breakElapsedMs: elapsedMs,
      breakLengthMs: open.rest.lengthMs,
      postponesLeft: 0,
    };
  }
  return {
    state,
    rule: state === 'none' ? null : rule,
    continuousWorkMs,
    ruleWorkMs,
    liftable,
    hint,
    breakElapsedMs: 0,
    breakLengthMs: state === 'none' ? input.settings.restLengthMs : lengthMs,
    postponesLeft: state === 'none' ? 0 : postponesLeft,
  };
}

function taskWorkMs(segments: readonly Segment[], taskId: string): number {
  return segments
    .filter(({ phase, taskId: id }) => id === taskId && phase !== 'away' && phase !== 'undetermined' && isWork(phase))
    .reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function doubtedSegments(open: OpenSession | null): readonly Segment[] {
  return open ? open.tail.filter((entry) => entry.doubtful).map((entry) => entry.segment) : [];
}
