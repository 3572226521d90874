import type { ErrorCode } from '../../shared/core/error-codes.ts';
import type { ErrorDetails } from '../../shared/core/errors.ts';
import { missingCase } from '../../shared/core/missing-case.ts';
import type { LiveView, Screen } from '../../shared/ipc/calls/time-calls.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import type { FlagSummary, ItemView, ProjectView, TaskView } from '../../shared/ipc/views.ts';
import { type AppSettings, defaultAppSettings } from '../../shared/project/app-settings.ts';

/** Screens one can go to; `instructions` is a drawer over the others, known to the main process for the time record. */
export type Place = Exclude<Screen, 'instructions'>;

/** A refusal that the person should read. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** What the window knows of the session. Decided by `reduceSession`, filled by `session-actions.ts`. */
export interface Session {
  readonly stage: 'starting' | 'running' | 'failed';
  readonly info: Output<'app.info'> | null;
  readonly settings: AppSettings;
  readonly place: Place;
  readonly project: ProjectView | null;
  readonly task: TaskView | null;
  /** What was handed in and is looked at, on the screens for that. */
  readonly submissionId: string | null;
  readonly live: LiveView | null;
  /** The window's own clock when `live` came; only for showing the seconds between two of them. */
  readonly liveAtMs: number;
  /** The instructions lie open over the present screen. */
  readonly reading: boolean;
  /** Why the main process stopped recording, by code; null while all is well. */
  readonly fault: string | null;
  readonly refusal: Refusal | null;
  /** A new task was refused because a break is due: the overlay stands until the break or a way back is chosen. */
  readonly gateShown: boolean;
  /** The overlay of the running break was put aside, to finish what is open or to look at something else. */
  readonly breakAside: boolean;
  /** Everything is hidden behind a neutral screen. */
  readonly panic: boolean;
  /** Counts how often everything had to be hidden at once. */
  readonly hideCount: number;
}

export type SessionEvent =
  | { readonly type: 'started'; readonly info: Output<'app.info'>; readonly settings: AppSettings }
  | { readonly type: 'start failed'; readonly refusal: Refusal }
  | { readonly type: 'went'; readonly place: Place }
  /** What was handed in is looked at: to be judged, or by the worker. */
  | { readonly type: 'submission chosen'; readonly place: 'review' | 'handed-in'; readonly submissionId: string }
  | { readonly type: 'project opened'; readonly project: ProjectView; readonly task: TaskView | null }
  | { readonly type: 'project refreshed'; readonly project: ProjectView }
  | { readonly type: 'task opened'; readonly task: TaskView }
  /**
   * The open task as it is on disk now; nobody is led anywhere. `taskId` is the task that was open when this was asked:
   * an answer that comes after the next task was opened is too old to be shown.
   */
  | { readonly type: 'task refreshed'; readonly taskId: string; readonly task: TaskView | null }
  | { readonly type: 'task closed' }
  | { readonly type: 'task flagged'; readonly taskId: string; readonly flags: FlagSummary; readonly item: ItemView }
  | { readonly type: 'settings changed'; readonly settings: AppSettings }
  | { readonly type: 'live'; readonly live: LiveView; readonly atMs: number }
  | { readonly type: 'reading'; readonly open: boolean }
  | { readonly type: 'fault'; readonly code: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'refusal read' }
  | { readonly type: 'gate'; readonly shown: boolean }
  | { readonly type: 'break aside'; readonly aside: boolean }
  | { readonly type: 'panic'; readonly on: boolean }
  | { readonly type: 'hide all' };

export const firstSession: Session = {
  stage: 'starting',
  info: null,
  settings: defaultAppSettings,
  place: 'home',
  project: null,
  task: null,
  submissionId: null,
  live: null,
  liveAtMs: 0,
  reading: false,
  fault: null,
  refusal: null,
  gateShown: false,
  breakAside: false,
  panic: false,
  hideCount: 0,
};

/** The session after something happened. Pure: every answer of the main process arrives here as an event. */
export function reduceSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'started':
      return { ...session, stage: 'running', info: event.info, settings: event.settings, refusal: null };
    case 'start failed':
      return { ...session, stage: 'failed', refusal: event.refusal };
    case 'went':
      return { ...session, place: reachable(session, event.place), refusal: null, reading: false };
    case 'submission chosen':
      return { ...session, place: event.place, submissionId: event.submissionId, refusal: null, reading: false };
    case 'project opened': {
      const opened = { ...session, submissionId: null, project: event.project, task: event.task, refusal: null };
      return { ...opened, place: event.task ? 'workspace' : 'browse' };
    }
    case 'project refreshed':
      return session.project?.id === event.project.id ? { ...session, project: event.project } : session;
    case 'task opened':
      return { ...session, task: event.task, place: 'workspace', refusal: null, reading: event.task.showInstructions };
    case 'task refreshed':
      return session.task?.id === event.taskId ? { ...session, task: event.task } : session;
    case 'task closed':
      return {
        ...session,
        task: null,
        reading: false,
        place: session.place === 'workspace' ? 'browse' : session.place,
      };
    case 'task flagged':
      return session.task?.id === event.taskId
        ? { ...session, task: { ...session.task, flags: event.flags, item: event.item } }
        : session;
    case 'settings changed':
      return { ...session, settings: event.settings };
    case 'live':
      // Each break begins with its overlay, whatever was done with the one before.
      return {
        ...session,
        live: event.live,
        liveAtMs: event.atMs,
        breakAside: session.breakAside && isResting(event.live),
      };
    case 'reading':
      return session.reading === event.open ? session : { ...session, reading: event.open };
    case 'fault':
      return { ...session, fault: event.code };
    case 'refused':
      return event.refusal.code === 'BREAK_DUE'
        ? { ...session, gateShown: true }
        : { ...session, refusal: event.refusal };
    case 'refusal read':
      return session.refusal ? { ...session, refusal: null } : session;
    case 'gate':
      return { ...session, gateShown: event.shown };
    case 'break aside':
      return { ...session, breakAside: event.aside };
    case 'panic':
      return { ...session, panic: event.on, hideCount: session.hideCount + (event.on ? 1 : 0) };
    case 'hide all':
      return { ...session, hideCount: session.hideCount + 1 };
    default:
      return missingCase(event);
  }
}

/** Screens that a running break leaves alone: own time, hand over, verification and settings never wait. */
const neverCovered: ReadonlySet<Place> = new Set<Place>([
  'my-time',
  'shown',
  'export',
  'project',
  'verify',
  'settings',
  'review',
  'handed-in',
]);

/** True while the overlay of a running break lies over the screen. */
export function isCoveredByBreak({ live, place, breakAside }: Session): boolean {
  return live !== null && isResting(live) && !breakAside && !neverCovered.has(place);
}

/** True while an open task lies before somebody who is signed off: what they did there would be counted nowhere. */
export function isCoveredBySignOff({ live, place, task }: Session): boolean {
  return place === 'workspace' && task !== null && live?.time.activity === 'off';
}

function isResting(live: LiveView): boolean {
  return live.time.activity === 'break.rest' || live.time.activity === 'break.exposure';
}

/** Screens that need a project or an open task fall back to the nearest one that exists. */
function reachable(session: Session, place: Place): Place {
  if (place === 'workspace' && !session.task) return session.project ? 'browse' : 'home';
  return place;
}
