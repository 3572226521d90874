import type { ClockReading } from '../core/ports.ts';
import { type Activity, isBreak, isWork } from './activity.ts';
import { type Interval, bootLead, intervalBetween, isSameBoot } from './interval.ts';
import type { TimedDraft } from './journal-record.ts';
import { CLOCK_TOLERANCE_MS, INFERRED_LIMIT_MS } from './limits.ts';
import { type PresenceTrack, presentUntilMs, withWindow } from './presence-track.ts';
import { awayCause } from './presence.ts';
import type { Cause, Phase, Segment, Source } from './segment.ts';
import { type Tail, addToTail, settleDoubt, splitSettled } from './session-tail.ts';

/** A session while beats are folded into it. Places are milliseconds from its start, sleep included. */
export interface OpenSession {
  readonly session: number;
  readonly last: TimedDraft;
  readonly atMs: number;
  readonly bootLeadMs: number;
  readonly track: PresenceTrack;
  /** The running break; `usedMs` of its policy length is credited so far. Breaks without work between them share one length. */
  readonly rest: { readonly startedAtMs: number | null; readonly lengthMs: number; readonly usedMs: number };
  readonly tail: Tail;
  /** The next stretch begins a new segment: the wall clock was set, so the start of the last one says nothing about it. */
  readonly cut: boolean;
}

/** A stretch of the interval that is being folded. */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly phase: Phase;
  readonly source: Source;
  readonly cause: Cause | null;
  readonly doubtful?: boolean;
  readonly wallEstimateMs?: number;
}

/** Activities whose time does not depend on the worker's presence: no work, so nothing to doubt. */
const presenceFree: ReadonlySet<Activity> = new Set<Activity>(['outage', 'ledger']);

export function startSession(first: TimedDraft): OpenSession {
  return {
    session: first.session,
    last: first,
    atMs: 0,
    bootLeadMs: bootLead(first),
    track: withWindow({ lastInputAtMs: 0, offWindowSinceMs: null, doubtSinceMs: null }, first.body.now, 0),
    rest: { startedAtMs: null, lengthMs: 0, usedMs: 0 },
    tail: [],
    cut: false,
  };
}

/**
 * Folds the next beat of a session: the time since the last one goes to what was on at the last one.
 *
 * Records come in order of seq, all of one boot and one process, but for the `session-stop` that a later start writes
 * for a session without a clean stop. At most 15 s are credited per beat.
 *
 * @returns the session up to this beat, and the segments that are settled now, oldest first.
 */
export function foldBeat(
  open: OpenSession,
  next: TimedDraft,
): { readonly open: OpenSession; readonly settled: readonly Segment[]; readonly wallJumpMs: number } {
  const folded = isCutShort(next) ? foldCutShort(open, next) : foldInterval(open, next);
  const split = splitSettled(folded.open.tail);
  return { open: { ...folded.open, tail: split.tail }, settled: split.settled, wallJumpMs: folded.wallJumpMs };
}

function isCutShort(record: TimedDraft): boolean {
  return record.kind === 'session-stop' && (record.body.reason === 'crash' || record.body.reason === 'reboot');
}

/** The gap after a crash: by the boot clock within one boot. Across boots nothing but the time since the new boot is sure. */
function foldCutShort(open: OpenSession, stop: TimedDraft): { open: OpenSession; wallJumpMs: number } {
  const sameBoot = isSameBoot(open.last, stop);
  const lastedMs = sameBoot ? stop.bootMs - open.last.bootMs : stop.bootMs;
  const toMs = open.atMs + lastedMs;
  const breakMs = sameBoot ? Math.min(lastedMs, breakLeftMs(open)) : 0;
  let after = addBreak(open, open.atMs, open.atMs, open.atMs + breakMs);
  const cause = awayCause(open.last.body.now);
  const fromMs = open.atMs + breakMs;
  after = add(after, {
    fromMs,
    toMs,
    phase: cause ? 'away' : 'undetermined',
    source: cause === 'declared' ? 'declared' : 'measured',
    cause: cause ?? (sameBoot ? 'crash' : 'reboot'),
    ...(sameBoot ? {} : { wallEstimateMs: Math.max(lastedMs, stop.wallMs - open.last.wallMs) }),
  });
  const beyondMs = stop.wallMs - open.last.wallMs - lastedMs;
  // over a restart of the machine, only a clock that went back says that it was set
  const wallJumpMs = sameBoot ? beyondMs : Math.min(0, beyondMs);
  const isSet = Math.abs(wallJumpMs) > CLOCK_TOLERANCE_MS;
  return { open: { ...after, last: stop, atMs: toMs }, wallJumpMs: isSet ? wallJumpMs : 0 };
}

function foldInterval(open: OpenSession, next: TimedDraft): { open: OpenSession; wallJumpMs: number } {
  const interval = intervalBetween(open.last, next, open.bootLeadMs);
  const toMs = open.atMs + interval.awakeMs + interval.sleptMs;
  const ago = next.body.now.inputAgoMs;
  const touched = ago !== null && ago <= interval.awakeMs;
  const touchedAfterSleep = touched && ago === 0 && interval.sleptMs > 0;
  const inputAtMs = touched && !touchedAfterSleep ? open.atMs + interval.awakeMs - ago : null;
  let after = foldByKind(open, next, interval, inputAtMs);
  if (touchedAfterSleep) after = withLastInput(after, toMs);
  if (awayCause(next.body.now) !== null || isBreak(next.activity) || presenceFree.has(next.activity)) {
    after = settled(after, 'undetermined');
  }
  const jumped = interval.wallJumpMs !== 0;
  return {
    open: {
      ...after,
      last: next,
      atMs: toMs,
      bootLeadMs: interval.bootLeadMs,
      track: withWindow(after.track, next.body.now, toMs),
      rest: restAfter(open, next, interval),
      cut: after.cut || jumped,
    },
    wallJumpMs: interval.wallJumpMs,
  };
}

function foldByKind(open: OpenSession, next: TimedDraft, interval: Interval, inputAtMs: number | null): OpenSession {
  const facts = open.last.body.now;
  const totalMs = interval.awakeMs + interval.sleptMs;
  const endMs = open.atMs + totalMs;
  if (isBreak(open.last.activity)) {
    const after = foldBreak(open, interval, endMs);
    return inputAtMs === null ? after : withInput(after, inputAtMs);
  }
  const away = awayCause(facts);
  if (away !== null) {
    const source = away === 'declared' ? 'declared' : 'measured';
    const after = add(open, { fromMs: open.atMs, toMs: endMs, phase: 'away', source, cause: away });
    const ago = next.body.now.inputAgoMs;
    const back = awayCause(next.body.now) === null && ago !== null && ago <= totalMs;
    return withLastInput(after, back ? endMs - ago : null);
  }
  return foldPresent(open, next, interval, inputAtMs);
}

/** A break runs by the boot clock, whatever the worker and the machine do, up to its policy length. */
function foldBreak(open: OpenSession, interval: Interval, endMs: number): OpenSession {
  const breakEndMs = open.atMs + Math.min(endMs - open.atMs, breakLeftMs(open));
  const after = addBreak(open, open.atMs, open.atMs + interval.creditMs, breakEndMs);
  const cause = awayCause(open.last.body.now) ?? (interval.sleptMs > 0 ? 'clock-difference' : 'break-over');
  return add(after, { fromMs: breakEndMs, toMs: endMs, phase: 'away', source: 'measured', cause });
}

/** Work, the ledger or an outage: credited time by the input rules, then what a late beat left unseen, then sleep. */
function foldPresent(open: OpenSession, next: TimedDraft, interval: Interval, inputAtMs: number | null): OpenSession {
  const creditEndMs = open.atMs + interval.creditMs;
  const awakeEndMs = open.atMs + interval.awakeMs;
  let after: OpenSession;
  if (inputAtMs !== null && inputAtMs <= creditEndMs) {
    after = addCredited(withInput(addCredited(open, open.atMs, inputAtMs), inputAtMs), inputAtMs, creditEndMs);
  } else {
    after = addCredited(open, open.atMs, creditEndMs);
  }
  const cause = next.body.missed ? 'disk' : 'stall';
  after = add(after, { fromMs: creditEndMs, toMs: awakeEndMs, phase: 'undetermined', source: 'measured', cause });
  if (inputAtMs !== null && inputAtMs > creditEndMs) after = withInput(after, inputAtMs);
  if (interval.sleptMs === 0) return after;
  return add(withLastInput(after, null), {
    fromMs: awakeEndMs,
    toMs: awakeEndMs + interval.sleptMs,
    phase: 'away',
    source: 'measured',
    cause: 'clock-difference',
  });
}

/** Credits a stretch as far as the worker counts as present; the rest waits for their return. */
function addCredited(open: OpenSession, fromMs: number, toMs: number): OpenSession {
  const { activity, body } = open.last;
  if (activity === 'off' || fromMs >= toMs) return open;
  const certain = { phase: activity, source: 'measured', cause: null } as const;
  if (presenceFree.has(activity)) return add(open, { ...certain, fromMs, toMs });
  const untilMs = Math.min(Math.max(presentUntilMs(open.track, body.now.allowanceMs), fromMs), toMs);
  const after = add(open, { ...certain, fromMs, toMs: untilMs });
  if (untilMs === toMs) return after;
  const doubted = add(after, {
    fromMs: untilMs,
    toMs,
    phase: 'undetermined',
    source: 'measured',
    cause: after.track.offWindowSinceMs === null ? 'no-input' : 'off-window',
    doubtful: true,
  });
  return { ...doubted, track: { ...doubted.track, doubtSinceMs: doubted.track.doubtSinceMs ?? untilMs } };
}

/** The worker touched something: a doubt of at most 120 s turns into work, a longer one stays undetermined. */
function withInput(open: OpenSession, inputAtMs: number): OpenSession {
  const since = open.track.doubtSinceMs;
  const short = since !== null && inputAtMs - since <= INFERRED_LIMIT_MS;
  const after = settled(open, short ? 'inferred' : 'undetermined');
  return { ...after, track: { ...after.track, lastInputAtMs: Math.max(inputAtMs, after.track.lastInputAtMs ?? 0) } };
}

/** Null after an absence: until the next input nothing shows that the worker is back. */
function withLastInput(open: OpenSession, lastInputAtMs: number | null): OpenSession {
  const after = settled(open, 'undetermined');
  return { ...after, track: { ...after.track, lastInputAtMs } };
}

function settled(open: OpenSession, as: 'inferred' | 'undetermined'): OpenSession {
  if (open.track.doubtSinceMs === null) return open;
  return { ...open, tail: settleDoubt(open.tail, as), track: { ...open.track, doubtSinceMs: null } };
}

/** How much of the policy length is left of the break that was on at the last beat; 0 outside of breaks. */
function breakLeftMs(open: OpenSession): number {
  return isBreak(open.last.activity) ? Math.max(0, open.rest.lengthMs - open.rest.usedMs) : 0;
}

/** Break time up to `creditEndMs` was seen by beats, what lies beyond is inferred. */
function addBreak(open: OpenSession, fromMs: number, creditEndMs: number, toMs: number): OpenSession {
  const { activity } = open.last;
  if (!isBreak(activity)) return open;
  const seenMs = Math.min(creditEndMs, toMs);
  const seen = add(open, { fromMs, toMs: seenMs, phase: activity, source: 'measured', cause: null });
  return add(seen, { fromMs: seenMs, toMs, phase: activity, source: 'inferred', cause: null });
}

function restAfter(open: OpenSession, next: TimedDraft, interval: Interval): OpenSession['rest'] {
  const totalMs = interval.awakeMs + interval.sleptMs;
  const begins = next.kind === 'break' && next.body.act === 'started';
  return {
    startedAtMs: begins ? open.atMs + totalMs : isBreak(next.activity) ? open.rest.startedAtMs : null,
    lengthMs: begins ? next.body.lengthMs : open.rest.lengthMs,
    usedMs: usedAfter(open, interval),
  };
}

function usedAfter(open: OpenSession, interval: Interval): number {
  const { activity, body } = open.last;
  if (isBreak(activity)) return open.rest.usedMs + Math.min(interval.awakeMs + interval.sleptMs, breakLeftMs(open));
  const worked = isWork(activity) && awayCause(body.now) === null && interval.creditMs > 0;
  return worked ? 0 : open.rest.usedMs;
}

/** Adds a stretch of what was on at the last beat. */
function add(open: OpenSession, stretch: Stretch): OpenSession {
  const { fromMs, toMs, phase, source, cause, doubtful = false, wallEstimateMs = null } = stretch;
  if (toMs <= fromMs) return open;
  const { activity, wallMs, zone, projectId, taskId } = open.last;
  const segment: Segment = {
    id: `${open.session}-${fromMs}`,
    session: open.session,
    offsetMs: fromMs,
    durationMs: toMs - fromMs,
    phase,
    activity,
    source,
    cause,
    startUtcMs: wallMs + (fromMs - open.atMs),
    zone,
    projectId,
    taskId,
    wallEstimateMs,
  };
  return { ...open, tail: addToTail(open.tail, { segment, doubtful }, open.cut), cut: false };
}

/** Where in the session a reading of the clocks lies, without folding it. */
export function placeAt(open: OpenSession, reading: ClockReading): number {
  const { awakeMs, sleptMs } = intervalBetween(open.last, reading, open.bootLeadMs);
  return open.atMs + awakeMs + sleptMs;
}
