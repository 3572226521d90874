import { BugError } from '../../../shared/core/errors.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import type { RejectionCode } from '../../../shared/project/task.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { acceptSubmission, type FullSubmission, readSubmissions, rejectSubmission } from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import type { ProjectSession } from './project-session.ts';

export type ReviewService = ReturnType<typeof createReviewService>;

/** The requester's verdicts. */
export function createReviewService({ db }: ProjectSession) {
  function card(submission: FullSubmission): SubmissionCard {
    const item = readItem(db, readTask(db, submission.taskId).itemId);
    if (!item) throw new BugError(`Submission ${submission.id} has no item`);
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
