import { BugError } from '../../../shared/core/errors.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { RejectionCode } from '../../../shared/project/task.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import {
  acceptSubmission,
  type FullSubmission,
  readSubmission,
  readSubmissions,
  rejectSubmission,
} from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import { hiddenNow, shownEdit } from './hidden-words.ts';
import { askedOf, type ProjectSession } from './project-session.ts';

export type ReviewService = ReturnType<typeof createReviewService>;

/** The requester's verdicts. */
export function createReviewService(session: ProjectSession) {
  const { db } = session;

  function itemOf({ id, taskId }: FullSubmission): Item {
    const item = readItem(db, readTask(db, taskId).itemId);
    if (!item) throw new BugError(`Submission ${id} has no item`);
    return item;
  }

  function card(submission: FullSubmission): SubmissionCard {
    const item = itemOf(submission);
    return {
      id: submission.id,
      taskId: submission.taskId,
      title: item.title,
      medium: item.medium,
      submittedAt: submission.submittedAt,
      annotations: submission.annotations.length,
      verdict: submission.verdict,
      reason: submission.reason,
      payMinor: submission.payMinor,
    };
  }

  return {
    list: (): SubmissionCard[] => readSubmissions(db).map(card),

    /** What was handed in, with words that are hidden as bars: a requester who reviews has not chosen to look either. */
    async open(submissionId: string): Promise<Output<'review.open'>> {
      const submission = readSubmission(db, submissionId);
      const item = itemOf(submission);
      const hidden = await hiddenNow(session, item);
      const shown = shownEdit({ put: [...submission.annotations], remove: [] }, hidden);
      const { answers } = askedOf(session.project, item, submission.taskId).setting;
      const names = new Map((item.parts ?? []).map(({ id, name }) => [id, name]));
      return {
        taskId: submission.taskId,
        medium: item.medium,
        annotations: shown.put,
        answers: answers.map((id) => ({ id, name: names.get(id) ?? null })),
      };
    },

    /** All of them or none. */
    accept(submissionIds: readonly string[]): void {
      write(db, () => {
        for (const id of submissionIds) acceptSubmission(db, id);
      });
    },

    /** Refuses a rejection without a word with `REASON_REQUIRED`. */
    reject(submissionId: string, code: RejectionCode, reason: string): void {
      rejectSubmission(db, submissionId, code, reason);
    },
  };
}
