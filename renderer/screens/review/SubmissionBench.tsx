import { useEffect } from 'react';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { missingCase } from '../../../shared/core/missing-case.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { withoutAnswers } from '../../../shared/annotation/questions.ts';
import { useSession } from '../../app/use-session.ts';
import { useHandedIn, useWorkbench } from '../../workbench/use-workbench.ts';
import { neighbourOf } from '../../workbench/bench-selection.ts';
import bench from '../workspace/Bench.module.css';
import { ImageSubmission } from './ImageSubmission.tsx';
import classes from './Submission.module.css';
import type { SubmissionBenchProps } from './submission-props.ts';
import { SubmissionSide } from './SubmissionSide.tsx';
import { TextSubmission } from './TextSubmission.tsx';

const noClasses: LabelSet = { medium: 'text', classes: [] };

interface Props {
  readonly submission: SubmissionView;
  readonly enabled: boolean;
  /** Hears which annotations are selected. */
  readonly onSelected?: (ids: readonly string[]) => void;
}

/** An item with what was handed in for it, to be looked at only: by whoever judges it, and by the worker. */
export function SubmissionBench({ submission, enabled, onSelected }: Props) {
  const labelSets = useSession((session) => session.project?.labelSets);
  const labelSet = labelSets?.find(({ medium }) => medium === submission.medium) ?? noClasses;
  const readable = useHandedIn(submission, labelSet);
  const { store, questions } = readable;
  // what a rejection is about stands out at once
  useEffect(() => {
    if (submission.rejectedPlaces.length > 0) store.send({ type: 'selected many', ids: submission.rejectedPlaces });
  }, [store, submission]);
  const selectedIds = useWorkbench(readable, (state) => state.selectedIds);
  useEffect(() => onSelected?.(selectedIds), [onSelected, selectedIds]);
  const onAction = (action: Action): unknown => {
    if (action !== 'next' && action !== 'previous') return false;
    const listed = withoutAnswers(store.read().annotations, questions);
    return store.send({ type: 'selected', id: neighbourOf(store.read(), action === 'next' ? 1 : -1, listed) });
  };
  useShortcuts({ onAction }, enabled, submission.medium);
  const props = { submission, bench: readable, enabled };
  const { medium } = submission.item;
  switch (medium) {
    case 'image':
      return <ImageSubmission {...props} />;
    case 'text':
      return <TextSubmission {...props} />;
    case 'broken':
      return <BrokenSubmission {...props} />;
    default:
      return missingCase(medium);
  }
}

/** The item is gone or no longer what was labelled: said so, with all that was handed in but words nobody can check. */
function BrokenSubmission({ submission, bench: readable }: SubmissionBenchProps) {
  const { say } = useMessages();
  const { item } = submission;
  if (item.medium !== 'broken') return null;
  return (
    <div className={bench.bench}>
      <div className={classes.broken} role="alert">
        <p>{say(`error.${item.code}`)}</p>
        <p>{say('review.broken')}</p>
      </div>
      <SubmissionSide submission={submission} bench={readable} />
    </div>
  );
}
