import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { imageKindOf, linkKindOf } from '../../../shared/annotation/annotation.ts';
import { answerWords, isAnswer } from './answers/answer-words.ts';
import { useMessages } from '../../app/messages.ts';
import type { Bench } from '../../workbench/use-workbench.ts';
import { RelationWords } from './RelationWords.tsx';

/** As long for a word as for a page. */
const BAR = '█'.repeat(8);

interface AnnotationWordsProps {
  readonly bench: Bench;
  readonly annotation: Annotation;
  readonly hidden: boolean;
}

/** What tells an annotation from its neighbours: its size, or the words it covers: as a bar while those are hidden. */
export function AnnotationWords({ bench, annotation, hidden }: AnnotationWordsProps) {
  const { say, format } = useMessages();
  const ends = linkKindOf(annotation.shape)?.ends(annotation.shape);
  if (ends) return <RelationWords bench={bench} classId={annotation.classId} ends={ends} hidden={hidden} />;
  if (hidden && annotation.shape.kind === 'span') {
    return (
      <span role="img" aria-label={say('text.hiddenBar')}>
        {BAR}
      </span>
    );
  }
  if (annotation.shape.kind === 'span') return <bdi>{annotation.shape.text.replaceAll(/\s+/g, ' ')}</bdi>;
  const { shape } = annotation;
  if (isAnswer(shape))
    return <bdi>{answerWords(say, shape, { className: say(`kind.${shape.kind}`), nameOf: (id) => id })}</bdi>;
  if (shape.kind === 'point')
    return <>{`${format.number(Math.round(shape.x))}, ${format.number(Math.round(shape.y))}`}</>;
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  if (!bounds) return null;
  return <>{`${format.number(Math.round(bounds.width))} × ${format.number(Math.round(bounds.height))}`}</>;
}
