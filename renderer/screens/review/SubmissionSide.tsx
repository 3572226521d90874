import { withoutAnswers } from '../../../shared/annotation/questions.ts';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';
import { AnnotationList } from '../workspace/AnnotationList.tsx';
import bench from '../workspace/Bench.module.css';
import { ClassSight } from './ClassSight.tsx';
import { HandedInAnswers } from './HandedInAnswers.tsx';
import { SelectedDetails } from './SelectedDetails.tsx';

interface SubmissionSideProps {
  readonly submission: SubmissionView;
  readonly bench: ReadableBench;
  /** What words cover is hidden with the text. */
  readonly hideWords?: boolean;
}

/** Beside the item: what was answered, and everything that was labelled, from which one comes to its place and back. */
export function SubmissionSide({ submission, bench: readable, hideWords = false }: SubmissionSideProps) {
  const { questions, labelSet } = readable;
  const onlyAnswers = questions.length > 0 && withoutAnswers(submission.annotations, questions).length === 0;
  return (
    <aside className={bench.side}>
      <HandedInAnswers submission={submission} bench={readable} />
      {onlyAnswers ? null : (
        <>
          {labelSet.medium === 'image' ? <ClassSight bench={readable} /> : null}
          <AnnotationList bench={readable} hideWords={hideWords} />
          <SelectedDetails bench={readable} hideWords={hideWords} />
        </>
      )}
    </aside>
  );
}
