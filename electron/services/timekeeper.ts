import { AppError } from '../../shared/core/errors.ts';
import type { IdlePort } from '../../shared/core/ports.ts';
import type { Activity } from '../../shared/time/activity.ts';
import { readingAllowanceMs } from '../../shared/time/allowance.ts';
import type { WindowState } from '../../shared/time/beat.ts';
import { clipSegments } from '../../shared/time/clip.ts';
import { type Declaration, applyDeclarations } from '../../shared/time/declarations.ts';
import { exposureWithin } from '../../shared/time/exposure.ts';
import { type ExposureCaps, type ExposureStanding, exposureStanding } from '../../shared/time/exposure-caps.ts';
import type { Answer, Correction, ExposureNote, OutcomeNote } from '../../shared/time/journal-record.ts';
import { CREDIT_LIMIT_MS, HEARTBEAT_MS } from '../../shared/time/limits.ts';
import type { Ledger } from '../../shared/time/ledger.ts';
import { placeAt } from '../../shared/time/open-session.ts';
import { questionOf } from '../../shared/time/questions.ts';
import { type TimeRange, type TimeReport, reportOf } from '../../shared/time/report.ts';
import type { Segment } from '../../shared/time/segment.ts';
import type { TimeSnapshot } from '../../shared/time/snapshot.ts';
import type { TaskFact } from '../../shared/time/task-fact.ts';
import { type BreakKind, createBreaks } from './timekeeper/breaks.ts';
import type { RecordPlace } from '../../shared/project/limits.ts';
import { createDayFinder } from './timekeeper/day-finder.ts';
import { loadHistory } from './timekeeper/history.ts';
import { passedSince, placeOf } from './timekeeper/record-place.ts';
import { liveSnapshot } from './timekeeper/live-view.ts';
import type { TimekeeperPorts } from './timekeeper/ports.ts';
import { type MakeEvent, createRecorder, withoutDiskErrors } from './timekeeper/recorder.ts';
import { type Recovered, recoverSession } from './timekeeper/recovery.ts';
import { afterInput, afterPower, afterTick, isSameDoing, returned } from './timekeeper/worker-state.ts';

export type { TimekeeperPorts, TimerPort } from './timekeeper/ports.ts';

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
 * Acts of the worker throw `DISK_FULL`, `DISK_READ_ONLY` or `DISK_FAILED` when they could not be written (nothing has
 * changed then, but for `signOff`, which holds in any case), and breaks and notes throw `SIGNED_OFF` when nothing is
 * being recorded. Observations (`inputSeen`, `windowState`) never throw. While signed off nothing is written but what
 * the worker says of their own past (`answer`, `correct`).
 */
export interface Timekeeper {
  /** Begins with the activity set last. */
  signOn(): void;
  signOff(): void;
  /**
   * Said again of what is on already, it writes nothing. While signed off it is only remembered. A running break goes on beside `ledger` (one's own time, settings) and is
   * ended by any other activity.
   */
  setActivity(activity: Exclude<Activity, 'off' | 'break.rest' | 'break.exposure'>, context?: ActivityContext): void;
  /** There was input in the app. At most once a second, never with anything about it. */
  inputSeen(): void;
  windowState(state: WindowState): void;
  /**
   * `workMs` only with `split`: how much of the stretch, from its start, was work; half of it if not told.
   * @throws BAD_INPUT when there is no such undetermined stretch.
   */
  answer(questionId: string, answer: Answer, workMs?: number): void;
  correct(correction: Correction): void;
  /** The worker is still reading: another allowance from now on, no reason asked. */
  stillReading(): void;
  /** Ends with `comeBack`, or when another activity begins. */
  declareAway(): void;
  comeBack(): void;
  /** Without a kind, a rest break. */
  startBreak(kind?: BreakKind): void;
  /** Goes back to what was on before the break. Too early, it counts as interrupted. */
  endBreak(): void;
  /** Does nothing when no break is due. @throws POSTPONE_USED_UP when the budget or this break's one postponement is gone. */
  postponeBreak(): void;
  /** Opens a day's gate, once in 24 h. @throws BAD_INPUT when none stands. */
  liftGate(): void;
  noteExposure(note: ExposureNote): void;
  /** Where the worker stands against their caps on flagged content. */
  exposureStanding(caps: ExposureCaps): ExposureStanding;
  /** A verdict on a task of a project, which need not be the one that is worked on. */
  noteOutcome(projectId: string, note: OutcomeNote): void;
  /** Where the record stands now, the time signed off included; null before the first session. */
  place(): RecordPlace | null;
  /** How long ago a place was, as far as is known: what a clock said that was set back since is taken back. Null if it is too long ago to say. */
  passedSince(place: RecordPlace): number | null;
  snapshot(): TimeSnapshot;
  /** `taskFacts` of the tasks worked on in the range; with `projectId` only that project's time. */
  report(range: TimeRange, taskFacts: readonly TaskFact[], projectId?: string): TimeReport;
  /** What was noted of flagged content in a range; with `projectId` only in that project. */
  exposure(range: TimeRange, projectId?: string): ExposureNote;
  /** The stretches that a range is made of, answers and corrections in force, oldest first; for the worker's own view. */
  segments(range: TimeRange): readonly Segment[];
  /** What a range was recorded as, and everything that the worker said about their time: both stay side by side. */
  recorded(range: TimeRange): { readonly ledger: Ledger; readonly declarations: readonly Declaration[] };
  /** Calls back with each beat and each change; returns the function that stops it. */
  onChange(listener: (snapshot: TimeSnapshot) => void): () => void;
  /** Signs off and lets go of every port; for quitting. */
  stop(): void;
}

/**
 * Starts the timekeeper, signed off. A session that a crash or a power cut left open is closed now, at its last beat,
 * and told in `snapshot().recovery`.
 */
export function createTimekeeper(ports: TimekeeperPorts): Timekeeper {
  const { journal } = ports;
  const history = loadHistory(journal, ports.clock.read().wallMs);
  const listeners = new Set<(snapshot: TimeSnapshot) => void>();
  const recorder = createRecorder(ports, history, () => publish());
  const breaks = createBreaks(recorder, history, ports.breakSettings);
  const dayOf = createDayFinder();
  let untoldDrops = history.cutShort() ? 0 : journal.droppedRecords;
  let recovered: Recovered | null = recoverSession(history, recorder, journal.droppedRecords);
  let stopBeats = () => {};

  function snapshot(): TimeSnapshot {
    const now = recorder.now();
    const settings = ports.breakSettings();
    const recovery = recovered?.recovery ?? null;
    const [state, health] = [recorder.state(), recorder.health()];
    return liveSnapshot({ state, health, history, settings, now, today: dayOf(now), recovery });
  }
  function publish(): void {
    if (listeners.size === 0) return;
    const shown = snapshot();
    for (const listener of listeners) listener(shown);
  }
  const isOn = () => recorder.state().session !== null;
  const assertOn = () => {
    if (!isOn()) throw new AppError('SIGNED_OFF');
  };
  const beat: MakeEvent = (body) => {
    return { kind: 'beat', body: { ...body, idleSource: recorder.state().idle.proven ? 'system' : 'app' } };
  };
  const activityEvent: MakeEvent = (body) => ({ kind: 'activity', body });

  function tick(): void {
    recorder.observe(afterTick(recorder.state(), recorder.now(), idleFor(ports.idle)), beat);
    breaks.note();
  }
  function end(reason: 'signed-off' | 'quit'): void {
    if (!isOn()) return recorder.settle();
    stopBeats();
    withoutDiskErrors(() => breaks.end());
    const { afterBreak, doing, ...state } = recorder.state();
    const next = { ...state, doing: afterBreak ?? doing, afterBreak: null, session: null, declaredAway: false };
    recorder.end(next, (body) => ({
      kind: 'session-stop',
      body: { ...body, reason, droppedRecords: 0 },
    }));
  }
  const stopPower = ports.power.onEvent((event) => {
    const state = recorder.state();
    const next = afterPower(state, event, recorder.now().monoMs);
    if (state.session === null) recorder.assume(next);
    else if (next !== state || event === 'shutdown') {
      recorder.observe(next, (body) => ({ kind: 'power', body: { ...body, event } }));
    }
  });

  return {
    signOn() {
      if (isOn()) return;
      const { monoMs } = recorder.now();
      const state = { ...recorder.state(), session: history.lastSession() + 1, suspended: false, locked: false };
      recorder.act(returned(state, monoMs), (body) => ({
        kind: 'session-start',
        body: { ...body, droppedRecords: untoldDrops },
      }));
      untoldDrops = 0;
      withoutDiskErrors(() => recorder.foldOld());
      stopBeats = ports.timer.every(HEARTBEAT_MS, tick);
    },
    signOff() {
      recovered = null;
      end('signed-off');
    },
    setActivity(activity, context = {}) {
      const { projectId = null, taskId = null, words = 0, images = 0 } = context;
      const doing = { activity, projectId, taskId, allowanceMs: readingAllowanceMs({ words, images }) };
      const state = recorder.state();
      if (state.session === null) recorder.assume({ ...state, doing });
      else if (!breaks.isOn()) {
        if (state.declaredAway || !isSameDoing(state.doing, doing)) {
          recorder.act({ ...state, doing, declaredAway: false }, activityEvent);
        }
      } else if (activity === 'ledger') recorder.assume({ ...state, afterBreak: doing });
      else breaks.end(doing);
    },
    inputSeen() {
      const before = recorder.state();
      const open = history.open();
      if (before.session === null || !open) return;
      const now = recorder.now();
      const state = afterInput(before, now.monoMs);
      if (state === before) return;
      const wasThere = open.last.presence === 'interacting' && placeAt(open, now) - open.atMs <= CREDIT_LIMIT_MS;
      if (wasThere) recorder.assume(state);
      else recorder.observe(state, beat);
      if (breaks.isOn() && breaks.isOver()) withoutDiskErrors(() => breaks.end());
    },
    windowState(window) {
      const state = recorder.state();
      if (window === state.window) return;
      if (state.session === null) recorder.assume({ ...state, window });
      else recorder.observe({ ...state, window }, beat);
    },
    answer(questionId, answer, workMs) {
      const segment = history.segment(questionId);
      if (segment?.phase !== 'undetermined') throw new AppError('BAD_INPUT', { questionId });
      const { durationMs } = questionOf(segment);
      const worked = Math.min(Math.max(0, Math.floor(workMs ?? durationMs / 2)), durationMs);
      const body = { segmentId: questionId, answer, workMs: answer === 'split' ? worked : 0, durationMs };
      recorder.aside({ kind: 'answer', body });
      if (recovered?.segmentId === questionId) recovered = null;
      publish();
    },
    correct(correction) {
      const { range } = correction;
      const isAdded = (id: string) => history.added().some((segment) => segment.id === id);
      const isKnown =
        range.of === 'added' || history.segment(range.segmentId) !== undefined || isAdded(range.segmentId);
      if (!isKnown || history.lastSession() === 0) throw new AppError('BAD_INPUT');
      recorder.aside({ kind: 'correction', body: correction });
      publish();
    },
    stillReading() {
      if (isOn()) recorder.observe(afterInput(recorder.state(), recorder.now().monoMs), beat);
    },
    declareAway() {
      assertOn();
      recorder.act({ ...recorder.state(), declaredAway: true }, activityEvent);
    },
    comeBack() {
      assertOn();
      const { monoMs } = recorder.now();
      recorder.act(returned(recorder.state(), monoMs), activityEvent);
    },
    startBreak(kind = 'rest') {
      assertOn();
      breaks.start(kind);
    },
    endBreak() {
      assertOn();
      breaks.end();
    },
    postponeBreak() {
      assertOn();
      breaks.postpone();
    },
    liftGate() {
      assertOn();
      breaks.lift();
    },
    noteExposure(note) {
      assertOn();
      recorder.aside({ kind: 'exposure', body: note });
    },
    exposureStanding(caps) {
      return exposureStanding({ ledger: history.inForce(), exposures: history.exposures(), caps, now: recorder.now() });
    },
    noteOutcome(projectId, note) {
      assertOn();
      recorder.aside({ kind: 'outcome', body: note }, projectId);
    },
    place: () => placeOf(history, recorder.now()),
    passedSince: (place) => passedSince(history, place, recorder.now()),
    snapshot,
    report(range, taskFacts, projectId) {
      const made = { range, taskFacts, ledger: history.within(range), declarations: history.declarations() };
      return reportOf(projectId === undefined ? made : { ...made, projectId });
    },
    exposure: (range, projectId) => exposureWithin(history.exposures(), range, projectId),
    segments(range) {
      const inForce = applyDeclarations(history.within(range).segments, history.declarations());
      return clipSegments([...inForce, ...history.added()], range);
    },
    recorded: (range) => ({ ledger: history.within(range), declarations: history.declarations() }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopPower();
      withoutDiskErrors(() => end('quit'));
      listeners.clear();
    },
  };
}

/** A source that fails cannot tell. */
function idleFor(idle: IdlePort): number | null {
  try {
    return idle.idleForMs();
  } catch {
    return null;
  }
}
