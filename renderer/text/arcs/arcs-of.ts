import { type Annotation, textKindOf } from '../../../shared/annotation/annotation.ts';
import { type Relation, relationsIn } from '../../../shared/annotation/relations.ts';

/** A stretch of the text in code points, `[start, end)`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A relation between two spans, and where these stand: their first pieces. */
export interface SpanLink extends Relation {
  readonly fromAt: Stretch;
  readonly toAt: Stretch;
}

/** The relations among these that join spans, in drawing order. */
export function spanLinksOf(annotations: readonly Annotation[]): readonly SpanLink[] {
  const relations = relationsIn(annotations);
  if (relations.length === 0) return none;
  const wanted = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const places = new Map<string, Stretch>();
  for (const { id, shape } of annotations) {
    const first = wanted.has(id) ? textKindOf(shape)?.ranges(shape)[0] : undefined;
    if (first) places.set(id, first);
  }
  return relations.flatMap((relation) => {
    const [fromAt, toAt] = [places.get(relation.from), places.get(relation.to)];
    return fromAt && toAt ? [{ ...relation, fromAt, toAt }] : [];
  });
}

const none: readonly SpanLink[] = [];
