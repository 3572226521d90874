import type { Cause, Segment } from './segment.ts';

/** A segment at the end of an open session. Doubtful: what it was is decided when the worker returns. */
export interface TailSegment {
  readonly segment: Segment;
  readonly doubtful: boolean;
}

/** The newest segments of an open session, oldest first: the last still grows, those from the first doubtful on still change. */
export type Tail = readonly TailSegment[];

/**
 * Adds a stretch: lengthens the last segment when it is more of the same, else begins a new one. `cut` forbids joining
 * time that is credited, for its start would be shown wrongly; one absence and one doubt stay one.
 */
export function addToTail(tail: Tail, next: TailSegment, cut: boolean): Tail {
  if (next.segment.durationMs === 0) return tail;
  const last = tail.at(-1);
  const mayJoin = !cut || next.doubtful || next.segment.phase === 'away';
  if (!last || !mayJoin || !continues(last, next)) return [...tail, next];
  const joined = {
    ...last.segment,
    durationMs: last.segment.durationMs + next.segment.durationMs,
    cause: joinedCause(last.segment, next.segment),
  };
  return [...tail.slice(0, -1), { ...last, segment: joined }];
}

/** Decides what the doubtful stretches were: the activity of the time, `inferred`, or undetermined for good. */
export function settleDoubt(tail: Tail, as: 'inferred' | 'undetermined'): Tail {
  return tail.map(({ segment, doubtful }) => {
    if (!doubtful || as === 'undetermined' || segment.activity === 'off') return { segment, doubtful: false };
    return { segment: { ...segment, phase: segment.activity, source: 'inferred', cause: null }, doubtful: false };
  });
}

/** Splits off the segments that nothing can change any more. */
export function splitSettled(tail: Tail): { readonly settled: readonly Segment[]; readonly tail: Tail } {
  const firstDoubtful = tail.findIndex((entry) => entry.doubtful);
  const from = firstDoubtful === -1 ? Math.max(0, tail.length - 1) : firstDoubtful;
  return { settled: tail.slice(0, from).map((entry) => entry.segment), tail: tail.slice(from) };
}

function continues(last: TailSegment, next: TailSegment): boolean {
  const a = last.segment;
  const b = next.segment;
  return (
    last.doubtful === next.doubtful &&
    a.phase === b.phase &&
    a.activity === b.activity &&
    a.source === b.source &&
    a.projectId === b.projectId &&
    a.taskId === b.taskId &&
    a.zone === b.zone &&
    (a.cause === b.cause || last.doubtful || a.phase === 'away')
  );
}

/** From strongest to weakest: suspended beats locked beats declared. */
const awayCauses: readonly (Cause | null)[] = ['suspend', 'clock-difference', 'lock', 'declared', 'break-over'];

/** One absence has one cause, its strongest; a doubtful stretch keeps the one it began with. */
function joinedCause(a: Segment, b: Segment): Cause | null {
  if (a.phase !== 'away') return a.cause;
  return awayCauses.indexOf(b.cause) < awayCauses.indexOf(a.cause) ? b.cause : a.cause;
}
