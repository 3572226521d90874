import { Fragment } from 'react';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { imageKindOf, linkKindOf } from '../../../shared/annotation/annotation.ts';
import { answerWords, isAnswer } from './answers/answer-words.ts';
import { piecesOf } from '../../../shared/annotation/span-pieces.ts';
import { HIDDEN_BAR } from '../../../shared/content/hidden-words.ts';
import { useMessages } from '../../app/messages.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';
import { RelationWords } from './RelationWords.tsx';

/** As long for a word as for a page. */
const BAR = '█'.repeat(8);

interface AnnotationWordsProps {
  readonly bench: ReadableBench;
  readonly annotation: Annotation;
  readonly hidden: boolean;
}

/** What tells an annotation from its neighbours: its size, or the words it covers: as a bar while those are hidden. */
export function AnnotationWords({ bench, annotation, hidden }: AnnotationWordsProps) {
  const { say, format } = useMessages();
  const ends = linkKindOf(annotation.shape)?.ends(annotation.shape);
  if (ends) return <RelationWords bench={bench} classId={annotation.classId} ends={ends} hidden={hidden} />;
  const { shape } = annotation;
  if (isAnswer(shape))
    return <bdi>{answerWords(say, shape, { className: say(`kind.${shape.kind}`), nameOf: (id) => id })}</bdi>;
  if (shape.kind === 'span') {
    const words = hidden ? [HIDDEN_BAR] : piecesOf(shape).map(({ text }) => text.replaceAll(/\s+/g, ' '));
    return <SpanWords words={words.join(' … ')} barName={say('text.hiddenBar')} />;
  }
  if (shape.kind === 'point')
    return <>{`${format.number(Math.round(shape.x))}, ${format.number(Math.round(shape.y))}`}</>;
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  if (!bounds) return null;
  return <>{`${format.number(Math.round(bounds.width))} × ${format.number(Math.round(bounds.height))}`}</>;
}

function SpanWords({ words, barName }: { words: string; barName: string }) {
  return (
    <bdi>
      {words.split(HIDDEN_BAR).map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : (
            <span role="img" aria-label={barName}>
              {BAR}
            </span>
          )}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
