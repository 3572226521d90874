import { AppError, BugError } from '../../../shared/core/errors.ts';
import type { MakeId } from '../../../shared/core/ids.ts';
import type { TaskView } from '../../../shared/ipc/views.ts';
import { annotationSetSha256 } from '../../../shared/manifest/annotation-leaves.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { SkipReason, Task } from '../../../shared/project/task.ts';
import { readAnnotations } from '../../db/annotation-store.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { acceptTerms, readTermsAcceptedAt } from '../../db/project-store.ts';
import { insertSubmission } from '../../db/submission-store.ts';
import { countTasks, moveTask, noteSkip, readActiveTask, readNextOpenTask, readTask } from '../../db/task-store.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import type { MediaSource } from '../media/media-source.ts';
import { flagSummary } from './flag-summary.ts';
import { shownAnnotations } from './hidden-words.ts';
import { viewItem } from './item-view.ts';
import { itemFlags, type ProjectSession } from './project-session.ts';
import type { WorkClock, WorkSubject } from './work-clock.ts';

export interface TaskServiceOptions {
  readonly session: ProjectSession;
  readonly media: MediaSource;
  readonly clock: WorkClock;
  readonly wallMs: () => number;
  readonly makeId: MakeId;
}

export type TaskService = ReturnType<typeof createTaskService>;

/** The life of a task: accepted, worked on, then submitted, skipped or put back. */
export function createTaskService({ session, media, clock, wallMs, makeId }: TaskServiceOptions) {
  const { db, project } = session;

  /** Builds what the window shows; the time it takes is queue time, what follows is task time. */
  async function show(task: Task, showInstructions: boolean): Promise<TaskView> {
    const item = itemOf(task);
    clock.enter('queue', { projectId: project.id, taskId: task.id, words: 0, images: 0 });
    const view = await viewItem(session, media, item);
    clock.enter(view.medium === 'broken' ? 'blocked' : 'task', subjectOf(task, item));
    const counts = countTasks(db);
    const total = counts.open + counts.active + counts.submitted + counts.skipped;
    return {
      id: task.id,
      title: item.title,
      note: item.note,
      payMinor: task.payMinor,
      item: view,
      flags: flagSummary(item, itemFlags(session, item), 0),
      state: shownAnnotations(session, item, task.id),
      showInstructions,
      place: { done: counts.submitted + counts.skipped, total },
    };
  }

  async function next(): Promise<{ next: TaskView | null }> {
    media.closeItem();
    const task = clock.stopsNewTasks() ? null : readNextOpenTask(db);
    if (!task) {
      clock.enter('search', { projectId: project.id, taskId: null, words: 0, images: 0 });
      return { next: null };
    }
    moveTask(db, task.id, ['open'], 'active');
    return { next: await show(task, false) };
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

  function activeTask(taskId: string): Task {
    const task = readTask(db, taskId);
    if (task.state !== 'active') throw new AppError('TASK_NOT_OPEN', { taskId });
    return task;
  }

  return {
    itemOf,
    itemOfTask: (taskId: string): Item => itemOf(readTask(db, taskId)),
    activeTask,

    /** The worker is back before the open task: its time goes on. Null when none is open. */
    resume(): void {
      const task = readActiveTask(db);
      if (task) clock.enter('task', subjectOf(task, itemOf(task)));
    },

    /**
     * Opens a task before the worker, putting back the one that was open. The first accepted task of a project also
     * accepts its terms. Refuses with `BREAK_DUE` while a break stops new tasks; the task that is open already is
     * never stopped.
     */
    async accept(taskId: string): Promise<TaskView> {
      const task = readTask(db, taskId);
      const first = readTermsAcceptedAt(db) === null;
      if (task.state !== 'active') {
        if (clock.stopsNewTasks()) throw new AppError('BREAK_DUE');
        if (!clock.isSignedOn()) clock.signOn();
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
      return task ? show(task, false) : null;
    },

    leave(taskId: string): void {
      moveTask(db, activeTask(taskId).id, ['active'], 'open');
      media.closeItem();
      clock.enter('search', { projectId: project.id, taskId: null, words: 0, images: 0 });
    },

    /** Skips without penalty: annotations and time are kept, the next task is served as ever. */
    async skip(taskId: string, reason: SkipReason, words: string): Promise<{ next: TaskView | null }> {
      activeTask(taskId);
      write(db, () => {
        moveTask(db, taskId, ['active'], 'skipped');
        noteSkip(db, taskId, reason, words);
      });
      return next();
    },

    /**
     * Hands the task in: an immutable copy of its annotations, on disk before this answers. Refuses with
     * `TASK_CHANGED_ELSEWHERE` when the window saw another revision.
     */
    async submit(taskId: string, revision: number): Promise<{ next: TaskView | null }> {
      const task = activeTask(taskId);
      if (task.revision !== revision) throw new AppError('TASK_CHANGED_ELSEWHERE', { taskId });
      const annotations = readAnnotations(db, taskId);
      write(db, () => {
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
      return next();
    },
  };
}
