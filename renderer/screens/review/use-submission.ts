import { useCallback, useEffect, useState } from 'react';
import type { Reader, SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';
import { useActions } from '../../app/use-session.ts';

/** What was handed in, once it is there; nothing of the one before stays meanwhile. */
export function useSubmission(submissionId: string | null, reader: Reader): SubmissionView | null {
  const actions = useActions();
  const [came, setCame] = useState<SubmissionView | null>(null);
  useEffect(() => {
    if (submissionId === null) return undefined;
    let gone = false;
    void actions.ask('review.open', { submissionId, reader }).then((answer) => {
      if (gone || !answer) return undefined;
      setCame(answer);
      // what is looked at decides what the time on it is
      return actions.tellScreen();
    });
    return () => {
      gone = true;
    };
  }, [actions, submissionId, reader]);
  return came?.id === submissionId ? came : null;
}

interface Submissions {
  /** In the order in which they were handed in; null until they are there. */
  readonly all: readonly SubmissionCard[] | null;
  /** What was said of one of them, so that the list need not be read again. */
  readonly judged: (submissionId: string, verdict: 'accepted' | 'rejected') => void;
}

/** Everything that was handed in in the open project. */
export function useSubmissions(): Submissions {
  const actions = useActions();
  const [all, setAll] = useState<readonly SubmissionCard[] | null>(null);
  useEffect(() => {
    let gone = false;
    void actions.ask('review.list', {}).then((answer) => {
      if (!gone && answer) setAll(answer.submissions);
    });
    return () => {
      gone = true;
    };
  }, [actions]);
  const judged = useCallback((submissionId: string, verdict: 'accepted' | 'rejected') => {
    setAll((known) => known && known.map((one) => (one.id === submissionId ? { ...one, verdict } : one)));
  }, []);
  return { all, judged };
}
