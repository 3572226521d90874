import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { imageKindOf } from '../../../shared/annotation/annotation.ts';
import { useMessages } from '../../app/messages.ts';

/** What tells an annotation from its neighbours: its size, or the words it covers. */
export function AnnotationWords({ annotation }: { annotation: Annotation }) {
  const { format } = useMessages();
  if (annotation.shape.kind === 'span') return <bdi>{annotation.shape.text.replaceAll(/\s+/g, ' ')}</bdi>;
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  if (!bounds) return null;
  return <>{`${format.number(Math.round(bounds.width))} × ${format.number(Math.round(bounds.height))}`}</>;
}
