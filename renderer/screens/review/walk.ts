import type { SubmissionCard } from '../../../shared/ipc/views.ts';

/** The submission to look at next among those of one verdict: the nearest one that way, round and round; null when it is alone. */
export function stepFrom(
  all: readonly SubmissionCard[],
  submissionId: string | null,
  { verdict, step }: { readonly verdict: SubmissionCard['verdict']; readonly step: 1 | -1 },
): string | null {
  const here = all.findIndex(({ id }) => id === submissionId);
  for (let far = 1; far <= all.length; far += 1) {
    const at = (((here + step * far) % all.length) + all.length) % all.length;
    const one = all[at];
    if (one && one.verdict === verdict && one.id !== submissionId) return one.id;
  }
  return null;
}
