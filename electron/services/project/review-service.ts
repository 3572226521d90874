import { AppError, BugError } from '../../../shared/core/errors.ts';
import type { Reader, SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { Verdict } from '../../../shared/project/task.ts';
import type { ExposureNote } from '../../../shared/time/journal-record.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import {
  acceptSubmission,
  type FullSubmission,
  readSubmission,
  readSubmissionFacts,
  type Rejection,
  readRejectedPlaces,
  rejectSubmission,
} from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import type { OpenedItem } from '../exposure/flagged-gate.ts';
import type { MediaSource } from '../media/media-source.ts';
import type { ContentService, Revealed, RevealMode } from './content-service.ts';
import { flagSummary } from './flag-summary.ts';
import { hiddenNow, shownEdit } from './hidden-words.ts';
import { viewItem } from './item-view.ts';
import { askedOf, itemFlags, type ProjectSession } from './project-session.ts';

/** Counts what is seen of flagged content that was handed in. */
export interface ReviewExposure {
  reviewed(item: OpenedItem): void;
  reviewEnded(): void;
  sawReviewed(note: ExposureNote): void;
}

export interface ReviewServiceOptions {
  readonly session: ProjectSession;
  readonly media: Pick<MediaSource, 'sizeOf' | 'reviewUrl' | 'closeReview'>;
  readonly content: Pick<ContentService, 'unveil' | 'endReveal'>;
  readonly exposure: ReviewExposure;
}

/** What is looked at now. */
export interface LookedAt {
  readonly submissionId: string;
  readonly taskId: string;
  readonly item: Item;
  readonly reader: Reader;
  readonly verdict: Verdict;
}

export type ReviewService = ReturnType<typeof createReviewService>;

/** What was handed in: looked at by whoever judges it and by the worker whose work it is, and the requester's verdicts. */
export function createReviewService({ session, media, content, exposure }: ReviewServiceOptions) {
  const { db, project } = session;
  let lookedAt: LookedAt | null = null;
  const pictures = {
    sizeOf: (item: Item) => media.sizeOf(item),
    showUrl: (item: Item) => media.reviewUrl(item),
  };

  function itemOf({ id, taskId }: FullSubmission): Item {
    const item = readItem(db, readTask(db, taskId).itemId);
    if (!item) throw new BugError(`Submission ${id} has no item`);
    return item;
  }

  function leave(): void {
    if (!lookedAt) return;
    lookedAt = null;
    content.endReveal();
    exposure.reviewEnded();
    media.closeReview();
  }

  return {
    list: (): SubmissionCard[] => [...readSubmissionFacts(db)],

    /** What is looked at now; null when nothing is. */
    lookedAt: (): LookedAt | null => lookedAt,

    /** Nothing that was handed in is looked at any more: what was unveiled is veiled, and no address of it works. */
    leave,

    /**
     * What was handed in, over its item as a window may have it: whoever looks has not chosen to see what is hidden. Refuses
     * with `SUBMISSION_NOT_FOUND`. An item that cannot be read comes as a card that says so, with the annotations.
     */
    async open(submissionId: string, reader: Reader): Promise<SubmissionView> {
      const submission = readSubmission(db, submissionId);
      const item = itemOf(submission);
      const { taskId, verdict } = submission;
      leave();
      lookedAt = { submissionId, taskId, item, reader, verdict };
      const view = await viewItem(session, pictures, item, () => submission.annotations);
      const hidden = await hiddenNow(session, item);
      const shown = shownEdit({ put: [...submission.annotations], remove: [] }, hidden);
      const { answers } = askedOf(project, item, taskId).setting;
      const names = new Map((item.parts ?? []).map(({ id, name }) => [id, name]));
      const { id, submittedAt, reason, rejectionCode, payMinor } = submission;
      return {
        id,
        taskId,
        title: item.title,
        medium: item.medium,
        submittedAt,
        verdict,
        rejectionCode,
        reason,
        rejectedPlaces: [...readRejectedPlaces(db, submissionId)],
        payMinor,
        note: item.note,
        item: view,
        flags: flagSummary(
          item,
          itemFlags(session, item),
          item.medium === 'text' ? await session.texts.lengthOf(item) : 0,
        ),
        annotations: shown.put,
        // a worker who knew who wrote which answer could not judge the next ones as fairly
        answers: answers.map((one) => ({ id: one, name: reader === 'requester' ? (names.get(one) ?? null) : null })),
      };
    },

    /**
     * Unveils what is looked at, as in labelling; see `ContentService.reveal`, for `SIGNED_OFF` too: what would not be
     * counted is not shown. Refuses with `REVEAL_REFUSED` what is not looked at now.
     */
    async reveal(submissionId: string, mode: RevealMode, bar: number | null): Promise<Revealed> {
      const looked = lookedAt;
      if (looked?.submissionId !== submissionId) throw new AppError('REVEAL_REFUSED', { submissionId });
      const { item, taskId } = looked;
      const assertShown = () => {
        if (lookedAt !== looked) throw new AppError('REVEAL_REFUSED', { submissionId });
      };
      const noteSeen = (note: ExposureNote) => exposure.sawReviewed(note);
      const revealed = await content.unveil({ item, place: 'review', assertShown, noteSeen }, mode, bar);
      // put away in the same moment: what is looked at next must not count as this
      assertShown();
      exposure.reviewed({ projectId: project.id, taskId, title: item.title, flags: itemFlags(session, item) });
      return revealed;
    },

    /** All of them or none. */
    accept(submissionIds: readonly string[]): void {
      write(db, () => {
        for (const id of submissionIds) acceptSubmission(db, id);
      });
    },

    /** Refuses a rejection without a word with `REASON_REQUIRED`. Of its places those are kept that were handed in. */
    reject(submissionId: string, { places = [], ...why }: Rejection): void {
      const handedIn = new Set(readSubmission(db, submissionId).annotations.map(({ id }) => id));
      rejectSubmission(db, submissionId, { ...why, places: places.filter((id) => handedIn.has(id)) });
    },
  };
}
