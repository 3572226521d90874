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
  /** Suggested by a model, not yet accepted. */
  readonly suggested: boolean;
}

/**
 * The relations that join spans, in drawing order; then those that a model suggests, between spans that are there or
 * are suggested as well. `suggested` are what suggestions would become.
 */
export function spanLinksOf(
  annotations: readonly Annotation[],
  suggested: readonly Annotation[] = [],
): readonly SpanLink[] {
  const own = relationsIn(annotations);
  const relations = [...own, ...relationsIn(suggested)];
  if (relations.length === 0) return none;
  const wanted = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const places = new Map<string, Stretch>();
  for (const all of [annotations, suggested]) {
    for (const { id, shape } of all) {
      const first = wanted.has(id) ? textKindOf(shape)?.ranges(shape)[0] : undefined;
      if (first) places.set(id, first);
    }
  }
  return relations.flatMap((relation, index) => {
    const [fromAt, toAt] = [places.get(relation.from), places.get(relation.to)];
    return fromAt && toAt ? [{ ...relation, fromAt, toAt, suggested: index >= own.length }] : [];
  });
}

const none: readonly SpanLink[] = [];
