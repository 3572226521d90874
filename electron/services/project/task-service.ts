import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { assertDetailsGiven } from '../../../shared/annotation/missing-details.ts';
import { AppError, BugError } from '../../../shared/core/errors.ts';
import { unansweredOf } from '../../../shared/annotation/questions.ts';
import type { MakeId } from '../../../shared/core/ids.ts';
import type { ItemView, TaskView } from '../../../shared/ipc/views.ts';
import { annotationSetSha256 } from '../../../shared/manifest/annotation-leaves.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { SkipReason, Task } from '../../../shared/project/task.ts';
import { readAnnotations } from '../../db/annotation-store.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { acceptTerms, readTermsAcceptedAt } from '../../db/project-store.ts';
import { insertSubmission } from '../../db/submission-store.ts';
import { countTasks, moveTask, noteSkip, readActiveTask, readTask } from '../../db/task-store.ts';
import { type FlaggedGate, openGate } from '../exposure/flagged-gate.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import type { MediaSource } from '../media/media-source.ts';
import type { Pictures } from '../media/pictures.ts';
import { flagSummary } from './flag-summary.ts';
import { hiddenNow, shownAnnotations, shownSuggestions } from './hidden-words.ts';
import { isGone, viewItem } from './item-view.ts';
import { askedOf, itemFlags, itemVisibility, labelSetFor, type ProjectSession } from './project-session.ts';
import { nextToServe } from './serving-order.ts';
import type { WorkClock, WorkSubject } from './work-clock.ts';

export interface TaskServiceOptions {
  /** Asked before a flagged item is opened; without it, none is held back. */
  readonly flagged?: FlaggedGate;
  readonly session: ProjectSession;
  readonly media: MediaSource;
  readonly pictures: Pictures;
  readonly clock: WorkClock;
  readonly wallMs: () => number;
  readonly makeId: MakeId;
}

export type TaskService = ReturnType<typeof createTaskService>;

/** The life of a task: accepted, worked on, then submitted, skipped or put back. */
export function createTaskService(options: TaskServiceOptions) {
  const { session, media, pictures, clock, wallMs, makeId, flagged = openGate } = options;
  const { db, project } = session;
  /** Items whose picture could not be decoded, though its header can be read. */
  const undecodable = new Set<string>();
  /** The task that is open and cannot be worked on, through no fault of the worker. */
  let blockedId: string | null = null;
  /** The task of which something could not be saved. */
  let unsavedId: string | null = null;

  /**
   * Builds what the window shows; the time it takes is queue time, what follows is task time. Refuses with
   * `TASK_NOT_OPEN` when the task was put away while its item was read: neither its time nor its flags count on.
   */
  async function show(task: Task, showInstructions: boolean, resting = false): Promise<TaskView> {
    const item = itemOf(task);
    if (!resting) clock.enter('queue', { projectId: project.id, taskId: task.id, words: 0, images: 0 });
    const view: ItemView = undecodable.has(item.id)
      ? { medium: 'broken', code: 'ITEM_BROKEN' }
      : await viewItem(session, media, item, () => readAnnotations(db, task.id));
    activeTask(task.id);
    blockedId = view.medium === 'broken' ? task.id : null;
    if (!resting) clock.enter(activityOf(task), subjectOf(task, item));
    const flags = itemFlags(session, item);
    flagged.opened({ projectId: project.id, taskId: task.id, title: item.title, flags });
    const hidden = await hiddenNow(session, item);
    const counts = countTasks(db);
    const total = counts.open + counts.active + counts.submitted + counts.skipped;
    return {
      id: task.id,
      title: item.title,
      note: item.note,
      payMinor: task.payMinor,
      item: view,
      flags: flagSummary(item, flags, item.medium === 'text' ? await session.texts.lengthOf(item) : 0),
      state: shownAnnotations(session, task.id, hidden),
      suggestions: shownSuggestions(session, item, hidden),
      shownAnswers: [...askedOf(project, item, task.id).setting.answers],
      nextUrl: aheadUrl(),
      showInstructions,
      place: { done: counts.submitted + counts.skipped, total },
    };
  }

  function activityOf(task: Task): 'blocked' | 'task' {
    return task.id === blockedId || task.id === unsavedId ? 'blocked' : 'task';
  }

  function aheadUrl(): string | null {
    const coming = nextTask();
    return media.aheadUrl(coming && itemOf(coming));
  }

  function nextTask(): Task | null {
    return nextToServe(db, (flags) => flagged.refusal(flags) === null);
  }

  /** Ends the open task by `end` and opens the next one, in one transaction: on disk together, or not at all. */
  async function next(ended: Task, end: () => void): Promise<{ next: TaskView | null }> {
    const task = endAndServe(ended, end);
    media.closeItem();
    if (!task) {
      clock.enter('search', { projectId: project.id, taskId: null, words: 0, images: 0 });
      return { next: null };
    }
    return { next: await show(task, false) };
  }

  function endAndServe(ended: Task, end: () => void): Task | null {
    const item = itemOf(ended);
    const flags = itemFlags(session, item);
    try {
      return write(db, () => {
        end();
        // what was seen of the open item counts before another is chosen
        flagged.closed();
        // signed off, nobody is served work that would not be counted
        const task = !clock.isSignedOn() || clock.stopsNewTasks() ? null : nextTask();
        if (task) moveTask(db, task.id, ['open'], 'active');
        return task;
      });
    } catch (error) {
      // it is still before the worker, and counts on
      flagged.opened({ projectId: project.id, taskId: ended.id, title: item.title, flags });
      throw error;
    }
  }

  function subjectOf(task: Task, item: Item): WorkSubject {
    return {
      projectId: project.id,
      taskId: task.id,
      words: item.words ?? 0,
      images: item.medium === 'image' ? 1 : 0,
    };
  }

  function itemOf(task: Task): Item {
    const item = readItem(db, task.itemId);
    if (!item) throw new BugError(`Task ${task.id} has no item`);
    return item;
  }

  function assertAnswered(task: Task, annotations: readonly Annotation[]): void {
    const { questions } = askedOf(project, itemOf(task), task.id);
    const unanswered = unansweredOf(questions, annotations);
    if (unanswered.length > 0) throw new AppError('ANSWERS_MISSING', { count: unanswered.length });
  }

  function resume(): void {
    const task = readActiveTask(db);
    if (task) clock.enter(activityOf(task), subjectOf(task, itemOf(task)));
  }

  /** What is done while signed off is counted nowhere, and no break, limit or exposure cap would see it. */
  function assertSignedOn(): void {
    if (!clock.isSignedOn()) throw new AppError('SIGNED_OFF');
  }

  function activeTask(taskId: string): Task {
    const task = readTask(db, taskId);
    if (task.state !== 'active') throw new AppError('TASK_NOT_OPEN', { taskId });
    return task;
  }

  return {
    assertSignedOn,
    itemOf,
    itemOfTask: (taskId: string): Item => itemOf(readTask(db, taskId)),
    activeTask,

    /** The worker is back before the open task: its time goes on. Null when none is open. */
    resume,

    /**
     * Whether what the worker does is kept: while the disk refuses it, the time is blocked, which is not theirs to bear. It
     * is the open task's own until something of it is kept again.
     */
    saved(isKept: boolean): void {
      if (isKept && unsavedId === null) return;
      unsavedId = isKept ? null : (readActiveTask(db)?.id ?? null);
      resume();
    },

    /**
     * Opens a task before the worker, putting back the one that was open. The first accepted task of a project also
     * accepts its terms. Refuses with `BREAK_DUE` while a break stops new tasks; the task that is open already is
     * never stopped. A flagged one is refused with `CONTENT_NOT_CHOSEN` or `EXPOSURE_LIMIT`.
     */
    async accept(taskId: string): Promise<TaskView> {
      const task = readTask(db, taskId);
      const first = readTermsAcceptedAt(db) === null;
      if (task.state !== 'active') {
        // how long the worker has rested is known once they are signed on
        if (!clock.isSignedOn()) clock.signOn();
        if (clock.stopsNewTasks()) throw new AppError('BREAK_DUE');
        const refused = flagged.refusal(itemFlags(session, itemOf(task)));
        if (refused) throw new AppError(refused, { taskId });
        const active = readActiveTask(db);
        write(db, () => {
          if (active) moveTask(db, active.id, ['active'], 'open');
          moveTask(db, taskId, ['open', 'skipped'], 'active');
          acceptTerms(db, wallMs());
        });
      }
      if (!clock.isSignedOn()) clock.signOn();
      media.closeItem();
      return show({ ...task, state: 'active' }, first);
    },

    /** The task that is open, e.g. after a restart. */
    async current(): Promise<TaskView | null> {
      const task = readActiveTask(db);
      // looking at it again, after the panic key or a restart, ends no break
      return task ? show(task, false, clock.isResting?.() ?? false) : null;
    },

    /** The window cannot decode the picture. The darkroom decides whether that is the file's fault. */
    async recheck(taskId: string): Promise<TaskView> {
      const task = activeTask(taskId);
      const item = itemOf(task);
      const hidden = itemVisibility(session, item) !== 'shown';
      if ((await pictures.afresh(item, hidden)) === null && !isGone(session)) undecodable.add(item.id);
      return show(activeTask(taskId), false);
    },

    leave(taskId: string): void {
      moveTask(db, activeTask(taskId).id, ['active'], 'open');
      flagged.closed();
      media.aheadUrl(null);
      media.closeItem();
      clock.enter('search', { projectId: project.id, taskId: null, words: 0, images: 0 });
    },

    /** Skips without penalty: annotations and time are kept, the next task is served as ever. */
    async skip(taskId: string, reason: SkipReason, words: string): Promise<{ next: TaskView | null }> {
      return next(activeTask(taskId), () => {
        moveTask(db, taskId, ['active'], 'skipped');
        noteSkip(db, taskId, reason, words);
      });
    },

    /**
     * Hands the task in: an immutable copy of its annotations, on disk before this answers. Refuses with
     * `TASK_CHANGED_ELSEWHERE` when the window saw another revision, with `ANSWERS_MISSING` when a question that has to
     * be answered is not, with `DETAILS_MISSING` when an annotation lacks an attribute that its class has to have, with
     * `SIGNED_OFF` when no time is recorded: pay must not stand without the time that it was earned in.
     */
    async submit(taskId: string, revision: number): Promise<{ next: TaskView | null }> {
      assertSignedOn();
      const task = activeTask(taskId);
      if (task.revision !== revision) throw new AppError('TASK_CHANGED_ELSEWHERE', { taskId });
      const annotations = readAnnotations(db, taskId);
      assertAnswered(task, annotations);
      assertDetailsGiven(annotations, labelSetFor(project, itemOf(task).medium));
      return next(task, () => {
        insertSubmission(db, {
          id: makeId('submission'),
          taskId,
          submittedAt: wallMs(),
          annotations,
          annotationsSha256: annotationSetSha256(annotations, nodeCrypto),
          verdict: 'pending',
          rejectionCode: null,
          reason: '',
          payMinor: task.payMinor,
        });
        moveTask(db, taskId, ['active'], 'submitted');
      });
    },
  };
}
