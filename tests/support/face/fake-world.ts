import { applyEdit, inverseOf } from '../../../shared/annotation/edit.ts';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Edit } from '../../../shared/annotation/edit.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import type { LiveView } from '../../../shared/ipc/calls/time-calls.ts';
import { type Channel, channels, type EventName, eventNames } from '../../../shared/ipc/channels.ts';
import { dispatch, type Handlers } from '../../../shared/ipc/dispatch.ts';
import type { ProjectView, SubmissionCard, TaskCard, TaskView } from '../../../shared/ipc/views.ts';
import { type AppSettings, defaultAppSettings } from '../../../shared/project/app-settings.ts';
import { activitySchema } from '../../../shared/time/activity.ts';
import { fakeExports } from './fake-exports.ts';
import { type FakeItem, fakeItems, fakeProject } from './fake-project.ts';
import { fakeReport } from './fake-report.ts';

/** What a picture of the face can be told to start with. */
export interface WorldStart {
  readonly settings?: Partial<AppSettings>;
  readonly empty?: boolean;
  readonly activity?: LiveView['time']['activity'];
  readonly breakState?: LiveView['time']['breakAdvice']['state'];
  readonly question?: boolean;
  readonly recovery?: boolean;
  readonly unhealthy?: boolean;
  readonly boxes?: number;
  /** Makes every text this many times as long, with this many spans. */
  readonly long?: { readonly copies: number; readonly spans: number };
  readonly keys?: 'missing' | 'locked' | 'ready';
}

interface Draft {
  annotations: readonly Annotation[];
  revision: number;
  undo: Edit[];
  redo: Edit[];
}

/** A main process in memory, behind the real dispatch: for pictures of the face and for nothing else. */
export function createFakeWorld(start: WorldStart): { bridge: Bridge; emit(event: EventName, payload: unknown): void } {
  let settings: AppSettings = { ...defaultAppSettings, ...start.settings };
  let project: ProjectView | null = null;
  let activity = start.activity ?? 'search';
  let breakState = start.breakState ?? 'none';
  let question = start.question ?? false;
  let activeId: string | null = null;
  let todayMs = 2 * 3_600_000 + 14 * 60_000 + 8_000;
  const states = new Map(fakeItems.map((item) => [item.id, item.state]));
  const drafts = new Map<string, Draft>();
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const submissions: SubmissionCard[] = fakeItems
    .filter(({ state }) => state === 'submitted')
    .map((item) => ({
      id: `sub-${item.id}`,
      taskId: item.id,
      title: item.title,
      medium: item.medium,
      submittedAt: Date.now() - 5_000_000,
      annotations: 7,
      verdict: 'pending' as const,
      reason: '',
      payMinor: payOf(item),
    }));

  const live = (): LiveView => ({
    time: {
      recording: activity !== 'off' && !start.unhealthy,
      healthy: !start.unhealthy,
      activity,
      present: true,
      projectId: project?.id ?? null,
      taskId: activeId,
      taskMs: activeId ? 134_000 : null,
      todayMs,
      todayByActivityMs: Object.fromEntries(activitySchema.options.map((code) => [code, 0])) as never,
      breakAdvice: {
        state: breakState,
        rule: breakState === 'none' ? null : 'rest',
        continuousWorkMs: 51 * 60_000,
        breakElapsedMs: breakState === 'in-break' ? 84_000 : 0,
        breakLengthMs: 300_000,
        postponesLeft: 2,
      },
      question: question
        ? {
            id: 'q-1',
            durationMs: 1_440_000,
            byWallClock: false,
            cause: 'no-input',
            fromWallMs: Date.now() - 2_000_000,
          }
        : null,
      recovery: start.recovery ? { durationMs: 303_000, byWallClock: false, cause: 'crash', droppedRecords: 0 } : null,
    },
    pay: project ? { currency: 'USD', todayMinor: 435, pendingMinor: 310 } : null,
  });

  function itemOf(id: string): FakeItem {
    const item = fakeItems.find((candidate) => candidate.id === id);
    if (!item) throw new AppError('TASK_NOT_FOUND', { taskId: id });
    return item;
  }

  function draftOf(id: string): Draft {
    const known = drafts.get(id);
    if (known) return known;
    const made: Draft = {
      annotations: startAnnotations(itemOf(id), start),
      revision: 0,
      undo: [],
      redo: [],
    };
    drafts.set(id, made);
    return made;
  }

  function stateOf(id: string) {
    const { annotations, revision, undo, redo } = draftOf(id);
    return { annotations: [...annotations], revision, canUndo: undo.length > 0, canRedo: redo.length > 0 };
  }

  function taskView(id: string): TaskView {
    const item = itemOf(id);
    const hidden = item.flags !== null;
    return {
      id,
      title: item.title,
      note: item.note,
      payMinor: payOf(item),
      item:
        item.medium === 'image'
          ? { medium: 'image', url: hidden ? item.hiddenUrl : item.url, width: item.width, height: item.height }
          : {
              medium: 'text',
              text: hidden ? '█'.repeat(12) : item.text.repeat(start.long?.copies ?? 1),
              language: item.language,
              direction: item.direction,
            },
      flags: item.flags,
      state: stateOf(id),
      showInstructions: false,
      place: { done: 3, total: fakeItems.length },
    };
  }

  function card(item: FakeItem): TaskCard {
    return {
      id: item.id,
      medium: item.medium,
      title: item.title,
      state: states.get(item.id) ?? 'open',
      payMinor: payOf(item),
      typicalMs: item.medium === 'image' ? 97_000 : null,
      estimateMs: item.medium === 'image' ? 45_000 : 240_000,
      flags: item.flags,
      thumbnailUrl: item.medium === 'image' ? (item.flags ? item.hiddenUrl : item.url) : null,
      words: item.medium === 'text' ? item.text.split(/\s+/).length : null,
      language: item.language,
      verdict: states.get(item.id) === 'submitted' ? 'pending' : null,
    };
  }

  function open(id: string): TaskView {
    if (breakState === 'gate' || breakState === 'in-break') throw new AppError('BREAK_DUE');
    if (activeId) states.set(activeId, 'open');
    activeId = id;
    states.set(id, 'active');
    activity = 'task';
    return taskView(id);
  }

  function next(id: string, state: 'submitted' | 'skipped') {
    states.set(id, state);
    activeId = null;
    const following = fakeItems.find((item) => states.get(item.id) === 'open');
    if (!following || breakState === 'gate') return { next: null };
    return { next: open(following.id) };
  }

  function change(id: string, revision: number, edit: Edit, kind: 'apply' | 'undo' | 'redo') {
    const draft = draftOf(id);
    if (draft.revision !== revision) throw new AppError('TASK_CHANGED_ELSEWHERE', { taskId: id });
    const inverse = inverseOf(draft.annotations, edit);
    draft.annotations = applyEdit(draft.annotations, edit);
    draft.revision += 1;
    if (kind === 'undo') draft.redo.push(inverse);
    else draft.undo.push(inverse);
    if (kind === 'apply') draft.redo = [];
    return stateOf(id);
  }

  const liveAfter = (act: () => void): LiveView => {
    act();
    return live();
  };

  const handlers: Handlers = {
    ...fakeExports(start.keys ?? 'missing', () => submissions),
    'app.info': () => ({ version: '0.1.0', projectsDir: '/home/w/Fairmark', openPath: null }),
    'app.ready': () => ({}),
    'project.list': () => ({
      projects: start.empty
        ? []
        : [
            {
              path: '/home/w/Fairmark/sample-project',
              name: fakeProject.name,
              present: true,
              lastOpenedAt: Date.now() - 4e6,
            },
            {
              path: '/media/usb/harbour',
              name: 'Harbour scenes, spring',
              present: false,
              lastOpenedAt: Date.now() - 4e8,
            },
          ],
    }),
    'project.sample': () => ({ path: '/home/w/Fairmark/sample-project' }),
    'project.choose': () => ({ path: null }),
    'project.open': () => (project = fakeProject),
    'project.current': () => ({ project }),
    'project.close': () => ((project = null), {}),
    'settings.read': () => settings,
    'settings.write': (input) => (settings = { ...settings, ...(input as Partial<AppSettings>) }),
    'task.browse': ({ search, medium, state, flagged, offset, limit }) => {
      const all = fakeItems.filter(
        (item) =>
          item.title.toLowerCase().includes(search.toLowerCase()) &&
          (medium === null || item.medium === medium) &&
          (state === null || states.get(item.id) === state) &&
          (flagged === null || (item.flags !== null) === flagged),
      );
      return { total: all.length, tasks: all.slice(offset, offset + limit).map(card) };
    },
    'task.accept': ({ taskId }) => open(taskId),
    'task.current': () => ({ task: activeId ? taskView(activeId) : null }),
    'task.leave': ({ taskId }) => {
      states.set(taskId, 'open');
      activeId = null;
      return {};
    },
    'task.skip': ({ taskId }) => next(taskId, 'skipped'),
    'task.submit': ({ taskId }) => next(taskId, 'submitted'),
    'annotation.apply': ({ taskId, revision, edit }) => change(taskId, revision, edit, 'apply'),
    'annotation.undo': ({ taskId, revision }) => {
      const edit = draftOf(taskId).undo.pop();
      if (!edit) throw new AppError('NOTHING_TO_UNDO');
      return change(taskId, revision, edit, 'undo');
    },
    'annotation.redo': ({ taskId, revision }) => {
      const edit = draftOf(taskId).redo.pop();
      if (!edit) throw new AppError('NOTHING_TO_UNDO');
      return change(taskId, revision, edit, 'redo');
    },
    'content.reveal': ({ taskId }) => {
      const item = itemOf(taskId);
      return {
        revealId: 'reveal-1',
        url: item.medium === 'image' ? item.url : null,
        words: item.medium === 'text' ? item.text : null,
      };
    },
    'content.hide': () => ({}),
    'content.panic': () => ({}),
    'content.flag': ({ taskId, category, severity }) => {
      const item = itemOf(taskId);
      item.flags = { categories: [category], severity, shareBp: 10_000, origins: ['worker'] };
      const view = taskView(taskId);
      return { flags: item.flags, item: view.item };
    },
    'review.list': () => ({ submissions }),
    'review.accept': ({ submissionIds }) => {
      for (const one of submissions) if (submissionIds.includes(one.id)) one.verdict = 'accepted';
      return {};
    },
    'review.reject': ({ submissionId, reason }) => {
      if (reason.trim() === '') throw new AppError('REASON_REQUIRED');
      for (const one of submissions) if (one.id === submissionId) Object.assign(one, { verdict: 'rejected', reason });
      return {};
    },
    'time.snapshot': live,
    'time.signon': () => liveAfter(() => (activity = 'search')),
    'time.signoff': () => liveAfter(() => (activity = 'off')),
    'time.activity': ({ screen }) =>
      liveAfter(() => {
        if (activity === 'off' || activity === 'break.rest') return;
        activity =
          screen === 'workspace'
            ? 'task'
            : screen === 'instructions'
              ? 'onboarding'
              : screen === 'browse' || screen === 'home'
                ? 'search'
                : 'ledger';
      }),
    'time.input': () => ({}),
    'time.stillreading': () => ({}),
    'time.away': live,
    'time.back': live,
    'time.answer': () => liveAfter(() => (question = false)),
    'time.report': ({ range }) =>
      fakeReport(
        range,
        fakeItems.map(({ id }) => id),
      ),
    'break.start': () =>
      liveAfter(() => {
        activity = 'break.rest';
        breakState = 'in-break';
      }),
    'break.end': () =>
      liveAfter(() => {
        activity = 'search';
        breakState = 'none';
      }),
    'break.postpone': () => liveAfter(() => (breakState = 'none')),
  };

  const emit = (event: EventName, payload: unknown) => listeners.get(event)?.forEach((listener) => listener(payload));
  setInterval(() => {
    if (activity !== 'off' && activity !== 'ledger') todayMs += 5000;
    emit('time.changed', live());
  }, 5000);

  const calls = channels.map((name: Channel) => [
    name,
    (payload: unknown) => dispatch(handlers, name, structuredClone(payload), (bug) => console.error('bug', bug)),
  ]);
  const subscriptions = eventNames.map((name) => [
    `on:${name}`,
    (listener: (payload: unknown) => void) => {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => all.delete(listener);
    },
  ]);
  return { bridge: Object.fromEntries([...calls, ...subscriptions]) as Bridge, emit };
}

function payOf(item: FakeItem): number {
  return item.medium === 'image' ? 12 : 60;
}

function startAnnotations(item: FakeItem, { boxes = 4, long }: WorldStart): readonly Annotation[] {
  if (item.medium === 'text') {
    const points = [...item.text.repeat(long?.copies ?? 1)];
    const make = (id: string, classId: string, start: number, end: number, order: number): Annotation => ({
      id,
      classId,
      origin: 'hand',
      order,
      shape: { kind: 'span', start, end, text: points.slice(start, end).join('') },
    });
    if (points.length < 400) return [];
    if (long) {
      const step = Math.floor(points.length / long.spans);
      return Array.from({ length: long.spans }, (_, index) =>
        make(`s-${index}`, ['right', 'duty', 'actor'][index % 3] ?? 'right', index * step, index * step + 40, index),
      );
    }
    return [make('s-1', 'right', 60, 130, 0), make('s-2', 'duty', 100, 170, 1), make('s-3', 'actor', 240, 275, 2)];
  }
  return Array.from({ length: boxes }, (_, index) => {
    const across = Math.ceil(Math.sqrt(boxes));
    const cell = { x: item.width / across, y: item.height / across };
    return {
      id: `b-${index}`,
      classId: fakeProject.labelSets[0]?.classes[index % 5]?.id ?? 'person',
      origin: 'hand' as const,
      order: index,
      shape: {
        kind: 'box' as const,
        x: (index % across) * cell.x + cell.x * 0.15,
        y: Math.floor(index / across) * cell.y + cell.y * 0.2,
        width: cell.x * 0.6,
        height: cell.y * 0.5,
      },
    };
  });
}
