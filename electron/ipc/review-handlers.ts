import type { Handlers } from '../../shared/ipc/dispatch.ts';
import type { reviewCalls } from '../../shared/ipc/calls/review-calls.ts';
import type { ReviewService } from '../services/project/review-service.ts';

interface ReviewPorts {
  readonly reviews: () => ReviewService;
  /** The worker's own record hears of a verdict. */
  readonly learn: () => void;
}

/** The calls about what was handed in. */
export function reviewHandlers({ reviews, learn }: ReviewPorts): Pick<Handlers, keyof typeof reviewCalls> {
  return {
    'review.list': () => ({ submissions: reviews().list() }),
    'review.open': ({ submissionId, reader }) => reviews().open(submissionId, reader),
    'review.reveal': ({ submissionId, mode, bar }) => reviews().reveal(submissionId, mode, bar),
    'review.accept': ({ submissionIds }) => {
      reviews().accept(submissionIds);
      learn();
      return {};
    },
    'review.reject': ({ submissionId, ...why }) => {
      reviews().reject(submissionId, why);
      learn();
      return {};
    },
  };
}
