import type { ClockReading } from '../../../shared/core/ports.ts';
import type { PresenceFacts } from '../../../shared/time/beat.ts';
import type { JournalDraft, JournalEvent, TimedDraft, TimedEvent } from '../../../shared/time/journal-record.ts';
import { isSameBoot } from '../../../shared/time/interval.ts';
import { type OpenSession, foldBeat, startSession } from '../../../shared/time/open-session.ts';
import { presenceAt } from '../../../shared/time/presence.ts';
import { type WorkerState, factsOf } from './worker-state.ts';

/** The part of a body that every time-keeping record has. */
export interface TimedBody {
  readonly now: PresenceFacts;
  readonly missed: boolean;
}

/** The next time-keeping record, with the worker's presence as folding it will see it. `open` is null for a sign-on. */
export function timedDraft(args: {
  readonly state: WorkerState;
  readonly session: number;
  readonly reading: ClockReading;
  readonly open: OpenSession | null;
  readonly missed: boolean;
  readonly event: (body: TimedBody) => TimedEvent;
}): TimedDraft {
  const { state, session, reading, open } = args;
  const event = args.event({ now: factsOf(state, reading.monoMs), missed: args.missed });
  const draft: TimedDraft = { ...place(state, session, reading), presence: 'uncertain', ...event };
  const folded = open === null || event.kind === 'session-start' ? startSession(draft) : foldBeat(open, draft).open;
  return { ...draft, presence: presenceAt(event.body.now, folded.track, folded.atMs) };
}

/** The next record that keeps no time: what the worker says or learns. It is about what they do, unless a project is named. */
export function asideDraft(args: {
  readonly state: WorkerState;
  readonly session: number;
  readonly reading: ClockReading;
  readonly event: JournalEvent;
  readonly projectId?: string | undefined;
}): JournalDraft {
  const { state, session, reading, event, projectId } = args;
  const about = projectId === undefined ? {} : { projectId, taskId: null };
  return { ...place(state, session, reading), presence: 'interacting', ...about, ...event };
}

/** The stop that a start writes for a session which a crash or a power cut left open: nothing is known since its last beat. */
export function cutShortDraft(last: TimedDraft, reading: ClockReading, droppedRecords: number): TimedDraft {
  const reason = isSameBoot(last, reading) ? 'crash' : 'reboot';
  const { now } = last.body;
  return {
    ...reading,
    session: last.session,
    activity: 'off',
    presence: 'gap',
    projectId: null,
    taskId: null,
    kind: 'session-stop',
    body: { now, missed: false, reason, droppedRecords },
  };
}

function place({ session: open, doing }: WorkerState, session: number, reading: ClockReading) {
  const { activity, projectId, taskId } = doing;
  const what =
    open === null ? ({ activity: 'off', projectId: null, taskId: null } as const) : { activity, projectId, taskId };
  return { ...reading, session, ...what };
}
