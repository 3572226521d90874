import { MediaSource } from '../../electron/services/media/media-source.ts';
import { Pictures } from '../../electron/services/media/pictures.ts';
import { createAnnotationService } from '../../electron/services/project/annotation-service.ts';
import { createContentService } from '../../electron/services/project/content-service.ts';
import type { NewItem } from '../../electron/services/project/create-project.ts';
import { itemVisibility } from '../../electron/services/project/project-session.ts';
import { createReviewService } from '../../electron/services/project/review-service.ts';
import { createTaskService } from '../../electron/services/project/task-service.ts';
import type { ExposureNote } from '../../shared/time/journal-record.ts';
import { makeProjectFacts } from './make-facts.ts';
import { openTestProject } from './project-fixture.ts';

/** A workplace with a clock whose break and reading can be set. */
export async function openWorkplace(items: readonly NewItem[], facts = makeProjectFacts()) {
  const session = await openTestProject(items, facts);
  const state = { monoMs: 0, signedOn: true, gate: false, ids: 0, tokens: 0 };
  const activities: string[] = [];
  const exposure: ExposureNote[] = [];
  const veiled = new TextEncoder().encode('veiled');
  const pictures = new Pictures(session.root, ({ hidden }) =>
    Promise.resolve({
      thumbnail: hidden ? veiled : new TextEncoder().encode('sharp'),
      derivative: hidden ? veiled : null,
    }),
  );
  const media = new MediaSource({
    root: session.root,
    pictures,
    visibilityOf: (item) => itemVisibility(session, item),
    makeToken: () => `token-${(state.tokens += 1)}`,
    monoMs: () => state.monoMs,
  });
  const makeId = (prefix: string): string => `${prefix}-${(state.ids += 1)}`;
  const tasks = createTaskService({
    session,
    media,
    pictures,
    clock: {
      isSignedOn: () => state.signedOn,
      signOn: () => {
        state.signedOn = true;
      },
      enter: (activity) => activities.push(activity),
      stopsNewTasks: () => state.gate,
    },
    wallMs: () => 1_700_000_000_000 + state.monoMs,
    makeId,
  });
  const content = createContentService({
    session,
    tasks,
    media,
    pictures,
    monoMs: () => state.monoMs,
    makeId,
    noteExposure: (note) => exposure.push(note),
  });
  /** What was counted of what was handed in. */
  const reviewed: string[] = [];
  const reviews = createReviewService({
    session,
    media,
    content,
    exposure: {
      reviewed: ({ title }) => reviewed.push(`looked at ${title}`),
      reviewEnded: () => reviewed.push('put away'),
      sawReviewed: ({ unveiledMs }) => reviewed.push(`saw ${unveiledMs} ms`),
    },
  });
  return {
    ...session,
    reviews,
    reviewed,
    state,
    activities,
    exposure,
    media,
    tasks,
    content,
    annotations: createAnnotationService(session, tasks),
  };
}
