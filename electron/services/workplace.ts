import type { MakeId } from '../../shared/core/ids.ts';
import type { ProjectView } from '../../shared/ipc/views.ts';
import { AppError } from '../../shared/core/errors.ts';
import { readTermsAcceptedAt } from '../db/project-store.ts';
import { countRejected } from '../db/submission-store.ts';
import { countTasks, readActiveTask } from '../db/task-store.ts';
import { MediaSource } from './media/media-source.ts';
import { type Develop, Pictures } from './media/pictures.ts';
import { type AnnotationService, createAnnotationService } from './project/annotation-service.ts';
import { type ContentService, createContentService } from './project/content-service.ts';
import type { ExposureService } from './exposure/exposure-service.ts';
import type { KnownProjects } from './project/known-projects.ts';
import { type CareService, createCareService } from './project/care-service.ts';
import { itemFlags, itemVisibility, openProjectSession, type ProjectSession } from './project/project-session.ts';
import { createReviewService, type ReviewService } from './project/review-service.ts';
import { createTaskService, type TaskService } from './project/task-service.ts';
import { workClockOf } from './project/work-clock.ts';
import type { Timekeeper } from './timekeeper.ts';

/** Everything that belongs to the open project. */
export interface OpenProject {
  readonly session: ProjectSession;
  readonly media: MediaSource;
  readonly tasks: TaskService;
  readonly annotations: AnnotationService;
  readonly content: ContentService;
  readonly reviews: ReviewService;
  readonly care: CareService;
}

export interface WorkplaceOptions {
  readonly timekeeper: Timekeeper;
  readonly exposure: ExposureService;
  readonly knownProjects: KnownProjects;
  readonly develop: Develop;
  readonly makeId: MakeId;
  readonly makeToken: () => string;
  readonly wallMs: () => number;
  readonly monoMs: () => number;
}

export type Workplace = ReturnType<typeof createWorkplace>;

/** Holds the one open project. */
export function createWorkplace(options: WorkplaceOptions) {
  const { timekeeper, exposure, knownProjects, develop, makeId, makeToken, wallMs, monoMs } = options;
  let open: OpenProject | null = null;

  timekeeper.onChange(() => open?.content.tally());

  function build(session: ProjectSession): OpenProject {
    const pictures = new Pictures(session.root, develop);
    const media = new MediaSource({
      root: session.root,
      pictures,
      visibilityOf: (item) => itemVisibility(session, item),
      makeToken,
      monoMs,
    });
    const tasks = createTaskService({
      flagged: exposure,
      session,
      media,
      pictures,
      clock: workClockOf(timekeeper),
      wallMs,
      makeId,
    });
    const content = createContentService({
      session,
      tasks,
      media,
      pictures,
      monoMs,
      makeId,
      noteExposure: (note) => exposure.saw(note),
      onFlagged: (taskId, title, flags) => exposure.opened({ projectId: session.project.id, taskId, title, flags }),
    });
    const hideLate = (itemIds: readonly string[]): void => {
      for (const itemId of itemIds) {
        pictures.forget(itemId);
        media.forget(itemId);
      }
      const { db, project } = session;
      const active = readActiveTask(db);
      if (!active || !itemIds.includes(active.itemId)) return;
      // flagged while it lies open before the worker: from now on it counts as such
      const item = tasks.itemOf(active);
      const flags = itemFlags(session, item);
      exposure.opened({ projectId: project.id, taskId: active.id, title: item.title, flags });
    };
    return {
      session,
      media,
      tasks,
      content,
      care: createCareService(session, hideLate),
      annotations: createAnnotationService(session, tasks),
      reviews: createReviewService({ session, media, content, exposure }),
    };
  }

  function close(): void {
    open?.content.endReveal();
    open?.reviews.leave();
    exposure.closed();
    open?.session.close();
    open = null;
  }

  return {
    close,

    /** Refuses with `PROJECT_NOT_OPEN`. */
    current(): OpenProject {
      if (!open) throw new AppError('PROJECT_NOT_OPEN');
      return open;
    },

    currentOrNull: (): OpenProject | null => open,

    /** Opens a project in place of the one that was open; the same one again changes nothing. */
    async open(path: string): Promise<ProjectView> {
      if (open?.session.root !== path) {
        const session = openOrTellWhere(path);
        close();
        open = build(session);
      }
      await knownProjects.opened({ path, name: open.session.project.name }, wallMs());
      return viewProject(open);
    },
  };
}

/** As `openProjectSession`; a refusal names the folder, so that whoever reads it knows which project it is about. */
function openOrTellWhere(path: string): ProjectSession {
  try {
    return openProjectSession(path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, folder: path }, { cause: error });
  }
}

export function viewProject({ session: { db, project, root }, care }: OpenProject): ProjectView {
  const counts = countTasks(db);
  return {
    id: project.id,
    name: project.name,
    path: root,
    instructions: project.instructions,
    labelSets: project.labelSets,
    terms: project.terms,
    care: care.care(),
    counts: {
      tasks: counts.open + counts.active + counts.submitted + counts.skipped,
      open: counts.open + counts.active,
      submitted: counts.submitted,
      skipped: counts.skipped,
    },
    rejected: countRejected(db),
    termsAcceptedAt: readTermsAcceptedAt(db),
  };
}
