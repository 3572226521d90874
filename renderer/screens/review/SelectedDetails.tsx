import { useMessages } from '../../app/messages.ts';
import { type ReadableBench, useWorkbench } from '../../workbench/use-workbench.ts';
import { AnnotationWords } from '../workspace/AnnotationWords.tsx';
import { detailsWords } from '../workspace/details/details-words.ts';
import classes from './Submission.module.css';

/** All that is said of the annotation that is selected, at full length; the list has room for a line of it. */
export function SelectedDetails({ bench, hideWords }: { bench: ReadableBench; hideWords: boolean }) {
  const messages = useMessages();
  const { say } = messages;
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const selected = annotations.find(({ id }) => id === selectedId);
  if (!selected) return null;
  const labelClass = bench.labelSet.classes.find(({ id }) => id === selected.classId);
  const said = detailsWords(selected, labelClass, messages);
  return (
    <section className={classes.details} aria-labelledby="selected-title" data-testid="selected-details">
      <h2 id="selected-title">{say('review.details', { name: labelClass?.name ?? selected.classId })}</h2>
      <p>
        <AnnotationWords bench={bench} annotation={selected} hidden={hideWords} />
      </p>
      {said === '' ? <p data-soft>{say('review.noDetails')}</p> : <p>{said}</p>}
      <p data-soft>{say(`review.origin.${selected.origin}`)}</p>
    </section>
  );
}
