import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';

/** What both, a picture and a text that were handed in, are given. */
export interface SubmissionBenchProps {
  readonly submission: SubmissionView;
  readonly bench: ReadableBench;
  /** False while a dialog, a break or the neutral screen has the keys. */
  readonly enabled: boolean;
}
