import { BugError } from '../../../shared/core/errors.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import type { RejectionCode } from '../../../shared/project/task.ts';
import { readItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { acceptSubmission, type FullSubmission, readSubmissions, rejectSubmission } from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import type { Timekeeper } from '../timekeeper.ts';
import type { ProjectSession } from './project-session.ts';

export type ReviewService = ReturnType<typeof createReviewService>;

/** The requester's verdicts, and what they mean for the worker's record. */
export function createReviewService(session: ProjectSession, timekeeper: Pick<Timekeeper, 'noteOutcome' | 'snapshot'>) {
  const { db, project } = session;

  /** The worker's journal keeps each verdict as the worker learnt of it. */
  function tellWorker(submissionIds: readonly string[]): void {
    if (timekeeper.snapshot().activity === 'off') return;
    for (const submission of readSubmissions(db).filter(({ id }) => submissionIds.includes(id))) {
      timekeeper.noteOutcome({
        submissionId: submission.id,
        taskId: submission.taskId,
        outcome: submission.verdict,
        currency: project.terms.currency,
        payMinor: submission.payMinor,
      });
    }
  }

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
      tellWorker(submissionIds);
    },

    /** Refuses a rejection without a word with `REASON_REQUIRED`. */
    reject(submissionId: string, code: RejectionCode, reason: string): void {
      rejectSubmission(db, submissionId, code, reason);
      tellWorker([submissionId]);
    },
  };
}
